import { codesOf } from './codes.js';

/** Words with what they stand for; finds the longest one at a place in time that does not grow with the number of words. */
export interface Trie<T> {
  readonly add: (word: string, meaning: T) => void;
  readonly find: (text: string, at: number) => { readonly end: number; readonly meaning: T } | undefined;
  /** True where a text has one of the words anywhere; the words must be in small letters and of two or more, the text need not. */
  readonly isIn: (text: string) => boolean;
}

/** The first meaning of a word stands. */
export function createTrie<T>(): Trie<T> {
  const words = new Map<string, T>();
  let packed: Packed<T> | undefined;
  let places: Uint8Array | undefined;
  const find: Trie<T>['find'] = (text, at) => {
    packed ??= pack(words);
    return findIn(packed, text, at, false);
  };
  return {
    add(word, meaning) {
      if (word !== '' && !words.has(word)) words.set(word, meaning);
      packed = undefined;
      places = undefined;
    },
    find,
    isIn(text) {
      packed ??= pack(words);
      places ??= findPlaces(words);
      const codes = codesOf(text);
      let before = 0;
      for (let at = 0; at < text.length; at++) {
        const here = places[codes[at] ?? 0] ?? 0;
        if ((before & FIRST) !== 0 && (here & SECOND) !== 0 && findIn(packed, text, at - 1, true))
          return true;
        before = here;
      }
      return false;
    },
  };
}

/**
 * The words as nodes, those below one side by side in the order of their letters, so that what is looked at together
 * lies together. Nodes are numbered from 1; 0 is none.
 */
interface Packed<T> {
  /** The node of a first letter. */
  readonly roots: Uint16Array;
  readonly nodes: Uint16Array;
  /** From 1; 0 is none. */
  readonly meanings: readonly (T | undefined)[];
}

/** Numbers of a node: its letter, the first node below it, its meaning, and whether it is the last one below another. */
const NODE = { letter: 0, below: 1, meaning: 2, isLast: 3, size: 4 } as const;

const CODES = 0x10000;

/** Words that begin alike: `[from, to)` of all, which have a letter at the depth. */
interface Group {
  readonly node: number;
  readonly depth: number;
  readonly from: number;
  readonly to: number;
}

/** @throws Error where the words have more nodes than can be numbered */
function pack<T>(words: ReadonlyMap<string, T>): Packed<T> {
  const sorted = [...words.keys()].sort();
  const most = sorted.reduce((sum, word) => sum + word.length, 1);
  const [roots, nodes] = [new Uint16Array(CODES), new Uint16Array(most * NODE.size)];
  const meanings: (T | undefined)[] = [undefined, ...new Set(words.values())];
  const numbers = new Map(meanings.map((meaning, number) => [meaning, number]));
  const pending: Group[] = sorted.length === 0 ? [] : [{ node: 0, depth: 0, from: 0, to: sorted.length }];
  let size = 1;
  for (const { node, depth, from, to } of pending) {
    nodes[node * NODE.size + NODE.below] = size;
    for (let first = from; first < to; size++) {
      const word = sorted[first] ?? '';
      const letter = word.charCodeAt(depth);
      const isWhole = word.length === depth + 1;
      const next = isWhole ? first + 1 : first;
      while (first < to && sorted[first]?.charCodeAt(depth) === letter) first++;
      nodes[size * NODE.size + NODE.letter] = letter;
      if (isWhole) nodes[size * NODE.size + NODE.meaning] = numbers.get(words.get(word)) ?? 0;
      if (depth === 0) roots[letter] = size;
      if (next < first) pending.push({ node: size, depth: depth + 1, from: next, to: first });
    }
    nodes[(size - 1) * NODE.size + NODE.isLast] = 1;
  }
  if (size > CODES || meanings.length > CODES) throw new Error('more letters than a trie can hold');
  return { roots, nodes, meanings };
}

const FIRST = 1;
const SECOND = 2;

/** Whether a letter, small or capital, is the first or the second of a word, as bits by its code. */
function findPlaces(words: ReadonlyMap<string, unknown>): Uint8Array {
  const places = new Uint8Array(CODES);
  const mark = (letter: string, place: number) => {
    for (const char of [letter, letter.toUpperCase()])
      places[char.charCodeAt(0)] = (places[char.charCodeAt(0)] ?? 0) | place;
  };
  for (const word of words.keys()) {
    mark(word.charAt(0), FIRST);
    if (word.length > 1) mark(word.charAt(1), SECOND);
  }
  return places;
}

/** The code of the small letter for that of a capital; any other code as it is. */
function smallLetter(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}

function findIn<T>(packed: Packed<T>, text: string, at: number, isAnyCase: boolean) {
  const printedFirst = text.charCodeAt(at);
  const first = isAnyCase ? smallLetter(printedFirst) : printedFirst;
  const { nodes, meanings } = packed;
  let node = packed.roots[first] ?? 0;
  let last = -1;
  let found = 0;
  for (let end = at + 1; node !== 0; end++) {
    const place = node * NODE.size;
    const meaning = nodes[place + NODE.meaning] ?? 0;
    if (meaning !== 0) {
      found = meaning;
      last = end;
    }
    const below = nodes[place + NODE.below] ?? 0;
    if (below === 0 || end >= text.length) break;
    const printed = text.charCodeAt(end);
    node = findLetter(nodes, below, isAnyCase ? smallLetter(printed) : printed);
  }
  const meaning = meanings[found];
  return meaning === undefined ? undefined : { end: last, meaning };
}

/** The node of a letter among those side by side; 0 where there is none. */
function findLetter(nodes: Uint16Array, first: number, letter: number): number {
  let place = first * NODE.size;
  while ((nodes[place] ?? 0) < letter && nodes[place + NODE.isLast] === 0) place += NODE.size;
  return nodes[place] === letter ? place / NODE.size : 0;
}
