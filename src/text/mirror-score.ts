import characters from '../data/characters.json' with { type: 'json' };
import data from '../data/mirror.json' with { type: 'json' };
import { gbk } from './mirror-bytes.js';
import { createNumberSet, type NumberSet } from './number-set.js';

/** What ordinary official text is like; all scores are logarithms of a likelihood, so they add up. */
interface Weights {
  /** By code unit: how likely it is, wherever it stands. */
  readonly alone: Float32Array;
  /** By code unit: number of its simplified character in the table of frequent ones, 0 for none. */
  readonly rank: Uint16Array;
  /** Neighbours seen, as `first rank * SPAN + second rank`, with what they are worth. */
  readonly together: ReadonlyMap<number, number>;
}

const SPAN = 0x1000;
const PLAIN = -3;
const LETTER = -7;
/** A full-width form other than comma and brackets. */
const WIDE = -3;
const RARE = -10.5;
const FOREIGN = -15;
const PRIVATE = -18;
/** A simplified character in a traditional page. */
const WRONG_SCRIPT = -5;

/** What the thousandth character weighs. */
const FREQUENT = -8.4;

const SEEN = 3;
const IN_WORDS = 2.5;
/** How far a shift may reach, mostly. */
const MUTE = 20;
/** Han characters and holes. */
const telling = /[?\ufffd\u4e00-\u9fff]/g;
const reading = /[(\uff08][a-z\u00e0-\u00fc\u0101-\u01dc]{1,7}[)\uff09]/y;
const LONGEST_READING = 9;

let weights: Weights | undefined;

/** How well a character stands behind another. */
export type Weigh = (before: number, code: number) => number;

/** Weighs by what ordinary official text is like, and by the neighbours in the undamaged parts of this page. */
export function createWeigh(source: string): Weigh {
  weights ??= loadWeights();
  const { alone, rank, together } = weights;
  let seen: NumberSet | undefined;
  return (before, code) => {
    seen ??= findNeighbours(source);
    const second = rank[code] ?? 0;
    const first = rank[before] ?? 0;
    const known = first > 0 && second > 0 ? (together.get(first * SPAN + second) ?? 0) : 0;
    return (alone[code] ?? FOREIGN) + (known < SEEN && seen.has(pairKey(before, code)) ? SEEN : known);
  };
}

/** True for the characters that official text is mostly made of. */
export function isFrequent(code: number): boolean {
  weights ??= loadWeights();
  return (weights.alone[code] ?? FOREIGN) > FREQUENT;
}

/** Neighbours among Han characters, also with a reading in between, and nothing for a while behind a hole. */
function findNeighbours(source: string): NumberSet {
  const seen = createNumberSet();
  let before = 0;
  let end = -1;
  let mute = 0;
  for (telling.lastIndex = 0; telling.test(source); ) {
    const at = telling.lastIndex - 1;
    const code = source.charCodeAt(at);
    const isHan = code !== 0x3f && code !== 0xfffd;
    if (!isHan) mute = at + MUTE;
    const next = isHan && at >= mute ? code : 0;
    const isNeighbour = at === end || (at - end <= LONGEST_READING && isReading(source, end, at));
    if (before > 0 && next > 0 && isNeighbour) seen.add(pairKey(before, next));
    before = next;
    end = at + 1;
  }
  return seen;
}

function isReading(source: string, start: number, end: number): boolean {
  reading.lastIndex = start;
  return reading.test(source) && reading.lastIndex === end;
}

function pairKey(before: number, code: number): number {
  return ((before << 15) ^ code) & 0x3fffffff;
}

function loadWeights(): Weights {
  const alone = new Float32Array(0x10000).fill(FOREIGN);
  const rank = new Uint16Array(0x10000);
  const { pairOf } = gbk();
  for (let code = 0x4e00; code <= 0x9fff; code++) alone[code] = weighRare(pairOf[code] ?? 0);
  const simple = new Map<string, string>();
  for (let at = 0; at < data.simple.length; at += 2)
    simple.set(data.simple.charAt(at), data.simple.charAt(at + 1));
  [...data.frequent].forEach((char, at) => {
    rank[char.charCodeAt(0)] = at + 1;
    alone[char.charCodeAt(0)] = -1.5 - Math.log(at + 5);
  });
  for (const [char, plain] of simple) {
    const code = char.charCodeAt(0);
    rank[code] = rank[plain.charCodeAt(0)] ?? 0;
    alone[code] = Math.max(alone[plain.charCodeAt(0)] ?? RARE, RARE + 0.5);
  }
  for (const char of characters.simplified)
    alone[char.charCodeAt(0)] = (alone[char.charCodeAt(0)] ?? RARE) + WRONG_SCRIPT;
  weighSigns(alone);
  return { alone, rank, together: loadNeighbours(rank) };
}

/** Marks and ASCII: the common ones are like frequent characters, the others like foreign ones. */
function weighSigns(alone: Float32Array): void {
  for (let code = 0; code < 0x80; code++) alone[code] = PLAIN;
  for (const code of [...span(0x41, 0x5a), ...span(0x61, 0x7a)]) alone[code] = LETTER;
  for (const code of [0x5b, 0x5c, 0x5d, 0x5e, 0x60, 0x7b, 0x7c, 0x7d, 0x7e]) alone[code] = LETTER;
  for (const code of span(0xff01, 0xff5e)) alone[code] = (alone[code - 0xfee0] ?? FOREIGN) + WIDE;
  for (const code of [0xff08, 0xff09, 0xff0c]) alone[code] = PLAIN;
  for (const code of [0x3000, 0x3001, 0x3002, 0x300a, 0x300b, 0x201c, 0x201d]) alone[code] = PLAIN;
  for (const code of [0xb7, 0x2014, 0x2026, 0x3014, 0x3015, 0xa0]) alone[code] = LETTER;
  for (const code of span(0xe000, 0xf8ff)) alone[code] = PRIVATE;
}

/** The list is in order of frequency. */
function loadNeighbours(rank: Uint16Array): Map<number, number> {
  const map = new Map<number, number>();
  const pairs = data.neighbours;
  for (let at = 0; at < pairs.length; at += 2) {
    const key = (rank[pairs.charCodeAt(at)] ?? 0) * SPAN + (rank[pairs.charCodeAt(at + 1)] ?? 0);
    map.set(key, at < pairs.length / 4 ? 4 : 3);
  }
  for (const [first = '', ...seconds] of data.successors.split(' ')) {
    const row = (rank[first.charCodeAt(0)] ?? 0) * SPAN;
    for (const second of seconds) map.set(row + (rank[second.charCodeAt(0)] ?? 0), IN_WORDS);
  }
  return map;
}

/** GB 2312 has the common characters in its first rows and rarer ones behind; GBK alone has variants and rarities. */
function weighRare(pair: number): number {
  if (pair < 0xb0a1 || (pair & 0xff) < 0xa1) return RARE - 3;
  return pair <= 0xd7fe ? RARE + 1 : RARE;
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
