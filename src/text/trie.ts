/** Words with what they stand for; finds the longest one at a place in time that does not grow with the number of words. */
export interface Trie<T> {
  readonly add: (word: string, meaning: T) => void;
  readonly find: (text: string, at: number) => { readonly end: number; readonly meaning: T } | undefined;
  /** True where a text has one of the words anywhere; the words must be in small letters, the text need not. */
  readonly isIn: (text: string) => boolean;
}

/** The first meaning of a word stands. */
export function createTrie<T>(): Trie<T> {
  const words = new Map<string, T>();
  let packed: Packed<T> | undefined;
  const find: Trie<T>['find'] = (text, at) => {
    packed ??= pack(words);
    return findIn(packed, text, at, false);
  };
  return {
    add(word, meaning) {
      if (word !== '' && !words.has(word)) words.set(word, meaning);
      packed = undefined;
    },
    find,
    isIn(text) {
      packed ??= pack(words);
      const { roots } = packed;
      for (let at = 0; at < text.length; at++)
        if (roots[smallLetter(text.charCodeAt(at))] !== 0 && findIn(packed, text, at, true)) return true;
      return false;
    },
  };
}

/**
 * The words as nodes in their order, so that what is looked at together lies together: the first node below one is the
 * next one. Nodes are numbered from 1; 0 is none.
 */
interface Packed<T> {
  /** The node of a first letter. */
  readonly roots: Uint16Array;
  readonly letters: Uint16Array;
  /** The next node below the same one. */
  readonly next: Uint16Array;
  /** Which nodes have nodes below them. */
  readonly goesOn: Uint8Array;
  readonly meanings: readonly (T | undefined)[];
}

const CODES = 0x10000;

/** @throws Error where the words have more nodes than can be numbered */
function pack<T>(words: ReadonlyMap<string, T>): Packed<T> {
  const sorted = [...words.keys()].sort();
  const most = sorted.reduce((sum, word) => sum + word.length, 1);
  const [letters, next] = [new Uint16Array(most), new Uint16Array(most)];
  const [roots, goesOn] = [new Uint16Array(CODES), new Uint8Array(most)];
  const meanings: (T | undefined)[] = [undefined];
  const path: number[] = [];
  let before = '';
  for (const word of sorted) {
    const common = commonLength(before, word);
    for (let at = common; at < word.length; at++) {
      const node = meanings.push(undefined) - 1;
      const above = path[at - 1] ?? 0;
      letters[node] = word.charCodeAt(at);
      if (at === 0) roots[word.charCodeAt(0)] = node;
      else if (at === common && at < before.length) next[path[at] ?? 0] = node;
      goesOn[above] = 1;
      path[at] = node;
    }
    meanings[path[word.length - 1] ?? 0] = words.get(word);
    before = word;
  }
  if (meanings.length > CODES) throw new Error('more letters than a trie can hold');
  return { roots, letters, next, goesOn, meanings };
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** The code of the small letter for that of a capital; any other code as it is. */
function smallLetter(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}

function findIn<T>(packed: Packed<T>, text: string, at: number, isAnyCase: boolean) {
  const first = text.charCodeAt(at);
  let node = packed.roots[isAnyCase ? smallLetter(first) : first];
  if (!node) return undefined;
  const { letters, next, goesOn, meanings } = packed;
  let last = -1;
  let found: T | undefined;
  for (let end = at + 1; node; end++) {
    const meaning = meanings[node];
    if (meaning !== undefined) {
      found = meaning;
      last = end;
    }
    if (goesOn[node] === 0 || end >= text.length) break;
    const printed = text.charCodeAt(end);
    const letter = isAnyCase ? smallLetter(printed) : printed;
    node++;
    while (node && letters[node] !== letter) node = next[node];
  }
  return found === undefined ? undefined : { end: last, meaning: found };
}
