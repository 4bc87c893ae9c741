import data from '../data/encodings.json' with { type: 'json' };
import type { Guess } from './misread-bytes.js';

/** A character that may stand behind some text, with its bytes in UTF-8. */
interface Ending {
  readonly behind: string;
  readonly char: string;
  readonly bytes: Uint8Array;
}

const toEnding = (behind: string, char: string): Ending => ({ behind, char, bytes: Buffer.from(char) });
const counters = [...data.counters].map((char) => toEnding('', char));
const words = data.words.split(' ').map((word) => toEnding(word.slice(0, -1), word.slice(-1)));

/**
 * The character that has the bytes that are left, where it is certain: the one counter behind a number, or the one
 * that makes a word of reports of what stands before it.
 */
export const guessCharacter: Guess = (known, before) => {
  const endings = /\d$/.test(before) ? counters : words;
  const fitting = endings.filter(
    ({ behind, bytes }) => before.endsWith(behind) && known.every((byte, at) => bytes[at] === byte),
  );
  const chars = new Set(fitting.map(({ char }) => char));
  return chars.size === 1 ? fitting[0]?.char : undefined;
};
