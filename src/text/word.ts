import { LONGEST_KEPT, remember } from './remember.js';

/** A text that recurs from page to page, one object a text, with what was made of it. */
export interface Word {
  readonly text: string;
  /** The word that was joined to it last, and what the two are together. */
  next: Word | undefined;
  joined: Word | undefined;
  /** What was made of it, by the number of what made it. */
  [maker: number]: unknown;
}

/** A word that is not kept. */
export function newWord(text: string): Word {
  return { text, next: undefined, joined: undefined };
}

const SLOTS = 4096;
const slots = new Array<Word | undefined>(SLOTS).fill(undefined);
const remembered = remember(newWord);

/** The word of a text. Its slot tells the words that recur sooner than a Map, which needs a hash of the text. */
export function wordOf(text: string): Word {
  const { length } = text;
  if (length > LONGEST_KEPT) return newWord(text);
  const middle = text.charCodeAt(length >> 1);
  const slot = (length * 67 + text.charCodeAt(0) * 31 + middle * 7 + text.charCodeAt(length - 1)) % SLOTS;
  const known = slots[slot | 0];
  if (known?.text === text) return known;
  const word = remembered(text);
  slots[slot | 0] = word;
  return word;
}

/** The word of two texts, one behind the other: mostly the same follow each other. */
export function joinWords(first: Word, next: Word): Word {
  if (first.next === next && first.joined) return first.joined;
  const joined = wordOf(first.text + next.text);
  // A long text is none that recurs, and may be a part of its page, which it would keep in memory.
  if (joined.text.length > LONGEST_KEPT) return joined;
  first.next = next;
  first.joined = joined;
  return joined;
}

let makers = 0;

/** Keeps the results of a function of a word with the words themselves: no look-up by the text is needed. */
export function rememberWord<T extends object | boolean | number | string | null>(
  make: (word: Word) => T,
): (word: Word) => T {
  const at = makers++;
  return (word) => {
    const before = word[at];
    if (before !== undefined) return before as T;
    const result = make(word);
    word[at] = result;
    return result;
  };
}
