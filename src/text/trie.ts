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
      const { firsts, seconds } = packed;
      let isOpen = false;
      for (let at = 0; at < text.length; at++) {
        const code = smallLetter(text.charCodeAt(at));
        if (isOpen && hasLetter(seconds, code) && findIn(packed, text, at - 1, true)) return true;
        isOpen = hasLetter(firsts, code);
      }
      return false;
    },
  };
}

/**
 * The words as nodes in their order, so that what is looked at together lies together: the first node below one is the
 * next one. Nodes are numbered from 1; 0 is none.
 */
interface Packed<T> {
  /** A bit for each code of a first letter: most letters of a text are none, and this is small enough to stay at hand. */
  readonly firsts: Uint8Array;
  readonly seconds: Uint8Array;
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
  const firsts = lettersAt(sorted, 0);
  return { firsts, seconds: lettersAt(sorted, 1), roots, letters, next, goesOn, meanings };
}

/** The letters at a place of the words, a bit for each code. */
function lettersAt(words: readonly string[], at: number): Uint8Array {
  const set = new Uint8Array(CODES / 8);
  for (const word of words) {
    const code = word.charCodeAt(at);
    set[code >> 3] = (set[code >> 3] ?? 0) | (1 << (code & 7));
  }
  return set;
}

function hasLetter(set: Uint8Array, code: number): boolean {
  return ((set[code >> 3] ?? 0) & (1 << (code & 7))) !== 0;
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
  const printedFirst = text.charCodeAt(at);
  const first = isAnyCase ? smallLetter(printedFirst) : printedFirst;
  if (!hasLetter(packed.firsts, first)) return undefined;
  let node = packed.roots[first];
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
