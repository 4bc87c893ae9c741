import type { Phrase, ProseRule } from './prose-rules.js';
import type { NumberToken, Token } from './prose-tokens.js';

/** A rule that takes a number, and how many words behind the number it needs. */
export interface Match {
  readonly rule: ProseRule;
  /** Words before the number that the rule names. */
  readonly before: number;
  /** Where the last word behind the number ends, that the rule names; 0 for none. */
  readonly usedUntil: number;
}

/** Words before a number, and those behind it with where each ends. */
export interface Surroundings {
  readonly before: readonly string[];
  readonly after: readonly { readonly name: string; readonly end: number }[];
}

const MOST_BEFORE = 5;
const MOST_AFTER = 3;
const JOINED: readonly (readonly [number, number])[] = [
  [3, 1],
  [2, 2],
  [2, 1],
  [1, 2],
  [1, 1],
];
const ATTEMPTS: readonly (readonly [number, number])[] = [
  ...JOINED,
  ...range(MOST_BEFORE).map((count) => [count, 0] as const),
  ...range(MOST_AFTER).map((count) => [0, count] as const),
];
const QUIET = new Set(['@filler', '@all', '@and', '@subject']);

/** The longest chain of words round a number for which a rule is there that accepts it. */
export function findMatch(
  number: Phrase,
  { before, after }: Surroundings,
  accepts: (rule: ProseRule, before: number) => boolean,
): Match | undefined {
  const behind = phrasesBefore(number, before);
  for (const [first, last] of ATTEMPTS) {
    if (last > after.length) continue;
    let phrase = behind[first];
    for (let at = 0; phrase && at < last; at++) phrase = phrase.after.get(after[at]?.name ?? '');
    const rule = phrase?.rules.find((r) => accepts(r, first));
    if (rule) return { rule, before: first, usedUntil: after[last - 1]?.end ?? 0 };
  }
  return undefined;
}

/** The phrases that none, one, two … words right before a number make, as far as rules have such. */
export function phrasesBefore(number: Phrase, names: readonly string[]): Phrase[] {
  const found = [number];
  let phrase: Phrase | undefined = number;
  for (let at = names.length - 1; at >= 0 && found.length <= MOST_BEFORE; at--) {
    phrase = phrase.before.get(names[at] ?? '');
    if (!phrase) break;
    found.push(phrase);
  }
  return found;
}

function range(most: number): number[] {
  return Array.from({ length: most }, (_, i) => most - i);
}

/** The words right behind a number, up to a mark, another number or something unknown. */
export function wordsBehind(tokens: readonly Token[], at: number): { name: string; end: number }[] {
  const found: { name: string; end: number }[] = [];
  for (let next = at + 1; next < tokens.length && found.length < MOST_AFTER; next++) {
    const token = tokens[next];
    if (token?.kind === 'mark' && isQuote(token.name)) continue;
    if (token?.kind === 'year') continue;
    if (token?.kind !== 'word') break;
    if (QUIET.has(token.name)) continue;
    found.push({ name: token.name, end: token.end });
  }
  return found;
}

function isQuote(mark: string): boolean {
  return mark === '\u201c' || mark === '\u201d' || mark === '"';
}

/** True where the unit is one that the rule counts, or is lost at the end of a clause. */
export function fitsUnit({ kinds, value }: NumberToken, rule: ProseRule, next: Token | undefined): boolean {
  if (kinds !== null) return kinds.has(rule.units);
  const isLast = next === undefined || next.kind === 'mark' || (next.kind === 'word' && next.name === '@and');
  return (rule.units !== 'money' || value === 0) && isLast;
}
