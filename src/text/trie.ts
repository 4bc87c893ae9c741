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
  readonly nodes: Uint16Array;
  /** From 1; 0 is none. */
  readonly meanings: readonly (T | undefined)[];
}

/** Numbers of a node: its letter, the next node below the same one, its meaning, and whether it has nodes below it. */
const NODE = { letter: 0, next: 1, meaning: 2, goesOn: 3, size: 4 } as const;

const CODES = 0x10000;

/** @throws Error where the words have more nodes than can be numbered */
function pack<T>(words: ReadonlyMap<string, T>): Packed<T> {
  const sorted = [...words.keys()].sort();
  const most = sorted.reduce((sum, word) => sum + word.length, 1);
  const [roots, nodes] = [new Uint16Array(CODES), new Uint16Array(most * NODE.size)];
  const meanings: (T | undefined)[] = [undefined, ...new Set(words.values())];
  const numbers = new Map(meanings.map((meaning, number) => [meaning, number]));
  const path: number[] = [];
  let before = '';
  let size = 1;
  for (const word of sorted) {
    const common = commonLength(before, word);
    for (let at = common; at < word.length; at++) {
      const node = size++;
      const above = path[at - 1] ?? 0;
      nodes[node * NODE.size + NODE.letter] = word.charCodeAt(at);
      if (at === 0) roots[word.charCodeAt(0)] = node;
      else if (at === common && at < before.length) nodes[(path[at] ?? 0) * NODE.size + NODE.next] = node;
      nodes[above * NODE.size + NODE.goesOn] = 1;
      path[at] = node;
    }
    const last = path[word.length - 1] ?? 0;
    nodes[last * NODE.size + NODE.meaning] = numbers.get(words.get(word)) ?? 0;
    before = word;
  }
  if (size > CODES || meanings.length > CODES) throw new Error('more letters than a trie can hold');
  return { firsts: lettersAt(sorted, 0), seconds: lettersAt(sorted, 1), roots, nodes, meanings };
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
  const { nodes, meanings } = packed;
  let node = packed.roots[first];
  let last = -1;
  let found = 0;
  for (let end = at + 1; node; end++) {
    const place = node * NODE.size;
    const meaning = nodes[place + NODE.meaning];
    if (meaning) {
      found = meaning;
      last = end;
    }
    if (nodes[place + NODE.goesOn] === 0 || end >= text.length) break;
    const printed = text.charCodeAt(end);
    const letter = isAnyCase ? smallLetter(printed) : printed;
    node++;
    while (node && nodes[node * NODE.size + NODE.letter] !== letter)
      node = nodes[node * NODE.size + NODE.next];
  }
  const meaning = meanings[found];
  return meaning === undefined ? undefined : { end: last, meaning };
}
