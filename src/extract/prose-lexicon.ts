import data from '../data/prose-lexicon.json' with { type: 'json' };
import { expand } from '../text/expand.js';
import { createTrie, type Trie } from '../text/trie.js';

interface Units {
  /** The kinds of figures that a unit counts; none for a measure of something else. */
  readonly find: Trie<ReadonlySet<string>>['find'];
}

let words: Trie<string> | undefined;
let units: Trie<ReadonlySet<string>> | undefined;
const topics: ReadonlyMap<string, string> = new Map(Object.entries(data.topics));

/** The word of the lexicon that begins here, the longest one; its meaning is the name that rules know it by. */
export function findWord(text: string, at: number): { end: number; meaning: string } | undefined {
  words ??= loadWords();
  return words.find(text, at);
}

/** The unit that begins here, with the kinds of figures that it may count. */
export function findUnit(text: string, at: number): ReturnType<Units['find']> {
  units ??= loadUnits();
  return units.find(text, at);
}

/** What a sentence speaks of from this word on, or undefined where the word says nothing of that. */
export function topicOf(name: string): string | undefined {
  return topics.get(name);
}

function loadWords(): Trie<string> {
  const trie = createTrie<string>();
  for (const [name, patterns] of Object.entries(data.words))
    for (const word of patterns.flatMap(expand)) if (word !== '') trie.add(word, name);
  return trie;
}

function loadUnits(): Trie<ReadonlySet<string>> {
  const trie = createTrie<ReadonlySet<string>>();
  const all = new Set([...Object.values(data.units).flat(), ...data.no_units]);
  const measures = new Set(data.no_units);
  for (const unit of all) {
    const kinds = Object.entries(data.units).filter(([, names]) => names.includes(unit));
    trie.add(unit, new Set(measures.has(unit) ? [] : kinds.map(([kind]) => kind)));
  }
  return trie;
}
