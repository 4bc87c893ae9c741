import { pairAt } from './mirror-bytes.js';
import { findDangling, findHeadless, findReading, isReadAs, type Reading } from './mirror-readings.js';

/** What stands at one place of a damaged page. */
export interface Token {
  readonly kind: 'char' | 'reading' | 'hole';
  readonly start: number;
  readonly end: number;
  /** The character, or the first one of a reading or hole. */
  readonly code: number;
  /** The reading in brackets, also the one whose bracket fell into the hole. */
  readonly reading: string | undefined;
}

/** The last two characters in sight before a place; 0 where there is none. */
export interface InSight {
  readonly last: number;
  readonly beforeLast: number;
}

const OPEN = 0x28;
const WIDE_OPEN = 0xff08;
const LESS = 0x3c;
const GREATER = 0x3e;
/** As in the pattern for readings in markup. */
const LONGEST_TAG = 69;
const QUESTION = 0x3f;
const REPLACED = 0xfffd;

export function isHole(code: number): boolean {
  return code === QUESTION || code === REPLACED;
}

export function readToken(source: string, at: number): Token {
  const code = source.charCodeAt(at);
  if (isHole(code)) {
    const reading = findHeadless(source, at + 1);
    return token('hole', at, reading?.end ?? at + 1, code, reading);
  }
  const reading = code === OPEN || code === WIDE_OPEN || code === LESS ? findReading(source, at) : undefined;
  return reading ? token('reading', at, reading.end, code, reading) : asChar(source, at);
}

/** Where a reading starts whose bracket is at this place: at the tag before it, if that is not before `from`. */
export function startOfReading(source: string, at: number, from: number): number {
  const code = source.charCodeAt(at);
  if ((code !== OPEN && code !== WIDE_OPEN) || source.charCodeAt(at - 1) !== GREATER) return at;
  const earliest = Math.max(from, at - LONGEST_TAG);
  const start = earliest + source.slice(earliest, at).lastIndexOf('<');
  return start >= earliest && findReading(source, start) ? start : at;
}

/** The character alone, where what looks like a reading is none. */
export function asChar(source: string, at: number): Token {
  return token('char', at, at + 1, source.charCodeAt(at), undefined);
}

/** True where a reading belongs to the character before it, or to the end of one and the ASCII character behind. */
export function belongs(reading: string, { last, beforeLast }: InSight): boolean {
  if (isReadAs(last, reading)) return true;
  return last < 0x80 && findDangling(pairAt(beforeLast) & 0xff, reading).includes(last);
}

function token(kind: Token['kind'], start: number, end: number, code: number, reading?: Reading): Token {
  return { kind, start, end, code, reading: reading?.text };
}
