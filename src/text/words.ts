import data from '../data/words.json' with { type: 'json' };
import type { PageText, Range } from '../model/page.js';

const sign = new RegExp(data.sign);
const keep = new RegExp(data.keep, 'g');
const taiwan = new Map(Object.entries(data.taiwan));
const forms = new Map(Object.entries(data.forms));
const rules = [
  ...data.in_context.map(({ pattern, to }) => ({ pattern: new RegExp(pattern, 'g'), to: () => to })),
  { pattern: anyOf(taiwan), to: (word: string) => taiwan.get(word) ?? word },
];
const otherForms = anyOf(forms);

/** Longer words first, for some begin with another. */
function anyOf(words: ReadonlyMap<string, string>): RegExp {
  const longest = [...words.keys()].sort((a, b) => b.length - a.length);
  return new RegExp(longest.join('|'), 'g');
}

interface Replaced {
  readonly page: PageText;
  readonly count: number;
}

/**
 * Puts the mainland's words back where a program replaced them by Taiwan's, in traditional text. Offsets hold: a shorter
 * word is followed by spaces, which count for nothing between Han characters.
 */
export function replaceTaiwanWords(page: PageText): Replaced {
  if (!sign.test(page.text)) return { page, count: 0 };
  const words = new Map<number, Range>();
  let text = page.text;
  let count = 0;
  for (const rule of rules)
    text = text.replace(rule.pattern, (word: string, at: number) => {
      const whole = { start: at, end: at + word.length };
      for (let i = whole.start; i < whole.end; i++) words.set(i, whole);
      count++;
      return rule.to(word).padEnd(word.length);
    });
  const from = (at: number) => page.from(words.get(at)?.start ?? at);
  const to = (at: number) => page.to((words.get(at)?.end ?? at + 1) - 1);
  return { page: { text, from, to }, count };
}

/** Words and rare forms of characters that the general dictionary does not know; none changes its length. */
export function replaceForms(text: string): string {
  return text.replace(otherForms, (word) => forms.get(word) ?? word);
}

/** Characters of names that the general dictionary takes for those of words stay as they are in `before`, which is as long. */
export function keepNames(before: string, after: string): string {
  const names = [...before.matchAll(keep)];
  if (names.length === 0) return after;
  const chars = after.split('');
  for (const { index } of names) chars[index] = before[index] ?? '';
  return chars.join('');
}
