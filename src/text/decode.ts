import { isUtf8, transcode } from 'node:buffer';
import data from '../data/encodings.json' with { type: 'json' };
import type { Patch } from './edits.js';
import { findIslands } from './islands.js';
import { readHongKong } from './pairs.js';
import { countUsual, plausibility } from './plausible.js';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** Characters that neither the encoding nor that of an island could read. */
  readonly broken: number;
  /** Replacement characters that the page itself holds: lost before it was saved. */
  readonly lost: number;
  /** Stretches whose bytes are in another encoding than the page, and how they read in it. */
  readonly islands: readonly Patch[];
}

const REPLACEMENT = '\ufffd';
/** Large pages are judged by parts. */
const WINDOWS = 8;
const WINDOW = 16_384;
/** What is looked at first: enough where one encoding's score is at least this, and this many times any other's. */
const SHORT_WINDOW = 1024;
const CLEAR = 200;
const CLEAR_TIMES = 2;
/** Where a page is expected to declare its encoding, or to show that it is text. */
const HEAD = 65_536;
const CANDIDATES: readonly string[] = ['utf-8', 'gb18030', 'big5'];
/** Their digits, line ends and tags have a byte of zero, which no other text has. */
const WITH_ZEROS: readonly string[] = [...CANDIDATES, 'utf-16le', 'utf-16be'];

/** True where an encoding was tried on what is no text: much could not be read, and the rest makes no words. */
export function isGarbage({ text, broken, lost }: Decoded): boolean {
  const bad = broken + lost;
  if (bad < FEWEST_BROKEN || bad * 100 < text.length) return false;
  const sample = text.slice(0, HEAD);
  const { usual, all } = countUsual(sample);
  return usual <= (all - countLost(sample)) * 0.3;
}

/** Fewer broken characters are a damaged page's. */
const FEWEST_BROKEN = 50;

/**
 * Bytes to characters: a byte-order mark of UTF-16, then UTF-8 where all bytes are valid, then the encoding in which
 * the bytes read most like an official page. What is declared only breaks ties. The mark is not in `text`.
 * @param bytes the page as it came
 * @param forced an encoding label of the WHATWG standard that overrides all of this
 * @param declared the label that the transfer declared, such as an HTTP header
 * @throws RangeError where `forced` is no known label
 */
export function decode(bytes: Uint8Array, forced?: string, declared?: string): Decoded {
  if (forced !== undefined) return readAs(withoutMark(bytes, nameOf(forced)), nameOf(forced));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return readAs(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return readAs(bytes.subarray(2), 'utf-16be');
  const plain = withoutMark(bytes, 'utf-8');
  const text = plain.includes(0) ? undefined : readValid(plain);
  if (text !== undefined) return { text, encoding: 'utf-8', broken: 0, lost: countLost(text), islands: [] };
  const encoding = choose(plain, declared);
  return withIslands(readAs(plain, encoding), plain);
}

/** Node's `gbk` is not the WHATWG's (A2E3, four-byte characters), so every GBK label is read as GB18030. */
function nameOf(label: string): string {
  const { encoding } = new TextDecoder(label);
  return encoding === 'gbk' ? 'gb18030' : encoding;
}

const MARKS: Readonly<Record<string, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

function withoutMark(bytes: Uint8Array, encoding: string): Uint8Array {
  const mark = MARKS[encoding] ?? [];
  return mark.length > 0 && mark.every((byte, at) => bytes[at] === byte)
    ? bytes.subarray(mark.length)
    : bytes;
}

/** The text of valid UTF-8; by way of UTF-16, which takes half the time of `toString`. */
function readValid(bytes: Uint8Array): string | undefined {
  return isUtf8(bytes) ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : undefined;
}

function readAs(bytes: Uint8Array, encoding: string): Decoded {
  const read = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const text = encoding === 'big5' ? readHongKong(read) : read;
  return { text, encoding, broken: countLost(text), lost: 0, islands: [] };
}

function withIslands(decoded: Decoded, bytes: Uint8Array): Decoded {
  if (decoded.broken === 0 || decoded.encoding.startsWith('utf-16')) return decoded;
  const islands = findIslands(bytes, decoded.encoding);
  const read = islands.map(({ start, end }) => countLost(decoded.text.slice(start, end)));
  return { ...decoded, islands, broken: read.reduce((left, count) => left - count, decoded.broken) };
}

function countLost(text: string): number {
  let count = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) count++;
  return count;
}

function choose(bytes: Uint8Array, declared: string | undefined): string {
  const hasZeros = bytes.includes(0);
  const short = hasZeros ? undefined : findClear(scoreAll(CANDIDATES, findWindows(bytes, SHORT_WINDOW)));
  if (short !== undefined) return short;
  const scores = scoreAll(hasZeros ? WITH_ZEROS : CANDIDATES, findWindows(bytes, WINDOW));
  const best = Math.max(...scores.map(({ score }) => score));
  const equal = scores.filter(({ score }) => score === best).map(({ encoding }) => encoding);
  const said = equal.length > 1 ? readDeclared(bytes, declared) : [];
  return said.find((encoding) => equal.includes(encoding)) ?? equal[0] ?? 'utf-8';
}

interface Scored {
  readonly encoding: string;
  readonly score: number;
}

function scoreAll(encodings: readonly string[], windows: readonly Uint8Array[]): Scored[] {
  return encodings.map((encoding) => {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true });
    const score = windows.reduce((sum, bytes) => sum + plausibility(decoder.decode(bytes)), 0);
    return { encoding, score };
  });
}

/** The encoding that reads so much better than all others that more of the page cannot change it. */
function findClear(scores: readonly Scored[]): string | undefined {
  const [best, second] = [...scores].sort((a, b) => b.score - a.score);
  const isClear = best && second && best.score >= CLEAR && best.score >= second.score * CLEAR_TIMES;
  return isClear ? best.encoding : undefined;
}

/** Parts that tell encodings apart, from the first byte that is not ASCII to the end; they begin where a character does. */
function findWindows(bytes: Uint8Array, size: number): Uint8Array[] {
  let start = 0;
  while (start < bytes.length && (bytes[start] ?? 0) < 0x80) start++;
  start = start === bytes.length ? 0 : start & ~1;
  const step = (bytes.length - start) / WINDOWS;
  if (step <= size) return [bytes.subarray(start)];
  return Array.from({ length: WINDOWS }, (_, at) => {
    const from = Math.floor(start + at * step);
    const edge = Math.max(
      0,
      bytes.subarray(from, from + size / 2).findIndex((byte) => byte < 0x30),
    );
    const even = (from + edge + 1) & ~1;
    return bytes.subarray(even, even + size);
  });
}

const label = new RegExp(data.declared, 'gi');

/** Encodings that the transfer and the page declare, as they are read here. */
function readDeclared(bytes: Uint8Array, declared: string | undefined): string[] {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1');
  const labels = [declared, ...[...head.matchAll(label)].map((found) => found[1])];
  return labels.flatMap((said) => {
    try {
      return said === undefined ? [] : [nameOf(said)];
    } catch (error) {
      if (error instanceof RangeError) return [];
      throw error;
    }
  });
}
