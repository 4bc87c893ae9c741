import data from '../data/spam.json' with { type: 'json' };
import type { Range } from '../model/page.js';
import { createTrie } from './trie.js';

const words = new RegExp(data.words.join('|'), 'gi');
const word = new RegExp(data.words.join('|'), 'i');
const noName = new RegExp(data.name, 'i');
const MOST = 1000;
const MASK = '\u25a1';

const signs = createTrie<true>();
for (const sign of data.signs) signs.add(sign, true);

/** Where it is false the text has no such name; few texts have a sign of one. */
function mayHaveSpam(text: string): boolean {
  return signs.isIn(text);
}

/** Where a text has names of betting sites in place of its own words. */
export function findSpam(text: string): Range[] {
  const found: Range[] = [];
  if (!mayHaveSpam(text)) return found;
  words.lastIndex = 0;
  for (let match = words.exec(text); match && found.length < MOST; match = words.exec(text))
    found.push({ start: match.index, end: words.lastIndex });
  return found;
}

/** The text, as long as before, with nothing to be read where it has spam: digits there are no figures. */
export function maskSpam(text: string, spam: readonly Range[]): string {
  if (spam.length === 0) return text;
  const parts: string[] = [];
  let kept = 0;
  for (const { start, end } of spam) {
    parts.push(text.slice(kept, start), MASK.repeat(end - start));
    kept = end;
  }
  return parts.join('') + text.slice(kept);
}

export function hasSpam(text: string): boolean {
  return mayHaveSpam(text) && word.test(text);
}

/** True for what stands where a body's name should and is none. */
export function isSpamName(name: string): boolean {
  return hasSpam(name) || noName.test(name);
}

export function withoutSpam(text: string): string {
  return mayHaveSpam(text) ? text.replace(words, '') : text;
}
