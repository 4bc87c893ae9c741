import characters from '../data/characters.json' with { type: 'json' };
import data from '../data/encodings.json' with { type: 'json' };
import { addCode, type CodeSet, createCodeSet, hasCode } from './codes.js';

const RARE = -1;
const NO_TEXT = -2;
/** By code unit: 1 for a Han character that official text is made of, 0 for a plain sign, below 0 for what it seldom has. */
const worth = buildWorth();
const seldom = buildSeldom();

export function worthOf(code: number): number {
  return worth[code] ?? RARE;
}

/** The same as a worth below 0. */
export function isRare(code: number): boolean {
  return hasCode(seldom, code);
}

/** How much a text reads like an official page: the same bytes read in the right encoding have the highest sum. */
export function plausibility(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += worth[text.charCodeAt(at)] ?? 0;
  return sum;
}

/** Characters of official text, and all those beside plain signs. */
export function countUsual(text: string): { usual: number; all: number } {
  let usual = 0;
  let all = 0;
  for (let at = 0; at < text.length; at++) {
    const value = worth[text.charCodeAt(at)] ?? 0;
    if (value !== 0) all++;
    if (value > 0) usual++;
  }
  return { usual, all };
}

function buildWorth(): Int8Array {
  const table = new Int8Array(0x10000).fill(RARE);
  const fill = (first: number, last: number, value: number) => table.fill(value, first, last + 1);
  fill(0x00, 0x1f, NO_TEXT);
  fill(0x20, 0x7e, 0);
  fill(0x7f, 0x9f, NO_TEXT);
  for (const code of [0x09, 0x0a, 0x0c, 0x0d]) table[code] = 0;
  fill(0xe000, 0xf8ff, NO_TEXT);
  fill(0xfffd, 0xffff, NO_TEXT);
  for (const [first = '', last = ''] of data.plain_ranges) fill(first.charCodeAt(0), last.charCodeAt(0), 0);
  for (const char of data.plain) table[char.charCodeAt(0)] = 0;
  for (const char of characters.common) table[char.charCodeAt(0)] = 1;
  return table;
}

function buildSeldom(): CodeSet {
  const set = createCodeSet();
  for (let code = 0; code < worth.length; code++) if (worthOf(code) < 0) addCode(set, code);
  return set;
}
