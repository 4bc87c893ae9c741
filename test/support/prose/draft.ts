import type { Random } from '../renderer/random.js';
import { choices, pieces } from './brackets.js';
import type { Facts } from './facts.js';
import { type Manner, printCount, printFigure } from './figures.js';
import { likelyValue, type Values } from './values.js';
import { type ListWords, wordsOf } from './words.js';
import { writeFact } from './write-fact.js';

/** A figure that a sentence states, or a zero that it states in words. */
export interface Stated {
  readonly code: string;
  readonly value: number;
  readonly approximate: boolean;
  readonly phrase: string;
}

/** A stretch of a sentence and the phrase it was made from. */
export interface Span {
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
}

/** What comes of a phrase: one sentence or several, and all that a reader may take from them. */
export interface Draft {
  readonly text: string;
  readonly stated: readonly Stated[];
  /** Codes on which readers could differ. */
  readonly open: readonly string[];
  readonly spans: readonly Span[];
}

interface Writer {
  readonly random: Random;
  readonly facts: Facts;
  readonly values: Map<string, number>;
  text: string;
  readonly stated: Stated[];
  readonly open: string[];
  readonly spans: Span[];
}

/**
 * Writes a phrase out. `[a|b]` is a choice, `<rule>` a phrase of that rule, `<list:name>` figures in a row,
 * `{code}` the figure of an indicator (`!` without its unit, `~` perhaps rounded, `?` a reader may doubt it),
 * `{=0 codes}` a zero said in words, `{?codes}` codes a reader may take or leave, `{#}` a figure of nothing,
 * `{#<code}` one below the indicator's,
 * every other `{name}` a fact of the page.
 */
export function draft(random: Random, facts: Facts, values: Values, phrase: string, name: string): Draft {
  const writer: Writer = {
    random,
    facts,
    values: new Map(values),
    text: '',
    stated: [],
    open: [],
    spans: [],
  };
  writePhrase(writer, phrase, name);
  return writer;
}

function writePhrase(writer: Writer, phrase: string, name: string): void {
  const start = writer.text.length;
  for (const piece of pieces(phrase)) {
    const inner = piece.slice(1, -1);
    if (piece.startsWith('[')) writePhrase(writer, writer.random.pick(choices(inner)), name);
    else if (piece.startsWith('<list:')) writeList(writer, inner.slice(5));
    else if (piece.startsWith('<')) writeRule(writer, inner);
    else if (piece.startsWith('{')) writeSlot(writer, inner, name);
    else writer.text += piece;
  }
  writer.spans.push({ phrase: name, start, end: writer.text.length });
}

/** A rule with a dash goes on in a sentence: it names neither year nor body again. */
function writeRule(writer: Writer, name: string): void {
  const rule = name.replace(/-$/, '');
  const all = wordsOf(writer.facts.era).rules[rule];
  if (!all) throw new Error(`no rule ${rule}`);
  const phrases = rule === name ? all : all.map((phrase) => phrase.replace(/^<lead>|^\[[^\]]*\]，/, ''));
  const at = writer.random.int(0, phrases.length - 1);
  writePhrase(writer, phrases[at] ?? '', `${rule} ${at}`);
}

function writeList(writer: Writer, name: string): void {
  const { random } = writer;
  const list = wordsOf(writer.facts.era).lists[name];
  if (!list) throw new Error(`no list ${name}`);
  const all = Object.keys(list.items);
  const some = all.filter((code) => writer.values.get(code) !== 0);
  const codes = some.length > 1 && random.chance(0.6) ? some : all;
  const chosen = random.sample(codes, random.int(2, Math.min(5, codes.length)));
  const isTogether = list.together.length > 0 && random.chance(0.2);
  if (isTogether) writePhrase(writer, together(random, list, chosen), `list:${name} together`);
  else writeRow(writer, list, chosen, name);
}

function writeRow(writer: Writer, list: ListWords, codes: readonly string[], name: string): void {
  const { random } = writer;
  const at = random.int(0, list.patterns.length - 1);
  const pattern = list.patterns[at] ?? '';
  const isClause = /^[通因]|[，（]/.test(pattern);
  const isNumbered = random.chance(0.08);
  const mark = pattern.endsWith('：%') && random.chance(0.3) ? '!' : '';
  const row = codes.map((code, place) => {
    const item = fill(pattern, random.pick(list.items[code] ?? []), `{${code}${mark}}`);
    return isNumbered ? `（${place + 1}）${item}` : item;
  });
  const marks = isClause || isNumbered ? ['，', '；'] : ['、', '，', '；', '，'];
  writePhrase(writer, row.join(random.pick(marks)), `list:${name} ${at}`);
}

function together(random: Random, list: ListWords, codes: readonly string[]): string {
  const nouns = codes.map((code) => random.pick(list.items[code] ?? []));
  const hasUnits = random.chance(0.7);
  const figures = codes.map((code, at) => `{${code}${hasUnits || at === codes.length - 1 ? '' : '!'}}`);
  const joined = `${nouns.slice(0, -1).join('、')}${random.pick(['和', '、'])}${nouns.at(-1)}`;
  const pattern = random.pick(list.together);
  const quoted = pattern.includes('“@”') ? nouns.join('”、“') : joined;
  return fill(
    pattern.replace('@', () => quoted),
    '',
    `${figures.slice(0, -1).join('、')}${random.pick(['和', '、'])}${figures.at(-1)}`,
  );
}

const fill = (pattern: string, noun: string, figure: string) =>
  pattern.replace('$', () => noun).replace('%', () => figure);

function writeSlot(writer: Writer, slot: string, phrase: string): void {
  const { aliases } = wordsOf(writer.facts.era);
  const codesOf = (text: string) =>
    text
      .trim()
      .split(' ')
      .map((name) => aliases[name] ?? name);
  if (slot.startsWith('?')) writer.open.push(...codesOf(slot.slice(1)));
  else if (slot.startsWith('=0'))
    for (const code of codesOf(slot.slice(2)))
      writer.stated.push({ code, value: 0, approximate: false, phrase });
  else if (slot.startsWith('#<')) writeLess(writer, codesOf(slot.slice(2))[0] ?? '');
  else if (/^(?:RECV|[a-z_]+[.])/.test(slot)) writeFigure(writer, slot, phrase, codesOf);
  else writer.text += writeFact(writer.random, writer.facts, [...writer.values.values()], slot);
}

function writeLess(writer: Writer, code: string): void {
  const whole = writer.values.get(code) ?? likelyValue(writer.random, code);
  const less = writer.random.int(1, Math.max(1, Math.floor(whole * 0.9)));
  writer.text += printCount(less, writer.facts.style);
}

function writeFigure(
  writer: Writer,
  slot: string,
  phrase: string,
  codesOf: (text: string) => string[],
): void {
  const code = codesOf(slot.replace(/[!~?]$/, ''))[0] ?? '';
  const mark = slot.match(/[!~?]$/)?.[0] ?? '';
  const value = writer.values.get(code) ?? likelyValue(writer.random, code);
  const manner: Manner = mark === '!' || mark === '~' ? mark : '';
  const figure = printFigure(writer.random, writer.facts, code, value, manner);
  writer.text += figure.text;
  if (mark === '?') writer.open.push(code);
  else writer.stated.push({ code, value: figure.value, approximate: figure.approximate, phrase });
}
