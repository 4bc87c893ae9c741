import { isLead, pairsOf } from './pairs.js';

/** A byte that was thrown away when the text was read wrongly. */
const LOST = -1;

/** The bytes of a stretch of text and the unit of the text that each was read as; other characters are `-2 - code`. */
export interface Bytes {
  readonly bytes: readonly number[];
  readonly units: readonly number[];
}

/** The euro sign of GBK: the byte 80 alone, or the pair A2 E3 where its first byte ends one character and its second begins one. */
const EURO = 0x180;
const REPLACEMENT = 0xfffd;
let windows: Map<number, number> | undefined;

/** Text back to the bytes that it was read from, as far as `encoding` (one or two bytes a character) has them. */
export function toBytes(text: string, encoding: string): Bytes {
  const bytes: number[] = [];
  const units: number[] = [];
  const put = (byte: number, unit: number) => {
    bytes.push(byte);
    units.push(unit);
  };
  const encode = encoding === 'windows-1252' ? encodeSingle : encodePair(encoding);
  for (let unit = 0; unit < text.length; unit++) {
    const code = text.charCodeAt(unit);
    const pair = code < 0x80 ? code : code === REPLACEMENT ? LOST : encode(code);
    if (pair > EURO) put(pair >> 8, unit);
    put(pair > EURO ? pair & 0xff : pair, unit);
  }
  return { bytes, units };
}

function encodeSingle(code: number): number {
  if (code < 0x100) return code;
  windows ??= new Map(
    Array.from(
      new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at)),
    ).map((char, at) => [char.charCodeAt(0), 0x80 + at]),
  );
  return windows.get(code) ?? -2 - code;
}

function encodePair(encoding: string): (code: number) => number {
  const { pairOf } = pairsOf(encoding);
  const isGbk = encoding === 'gb18030';
  return (code) => {
    const pair = isGbk && code === 0x20ac ? EURO : (pairOf[code] ?? 0);
    return pair === 0 ? -2 - code : pair;
  };
}

/** One character of the true text: what it is made of, and how it reads; `lost` where a byte of it is gone. */
export interface Piece {
  readonly text: string;
  /** Bytes from the stretch's beginning to the end of this character. */
  readonly end: number;
  readonly lost: boolean;
}

/** How a byte that is gone may be known by what is left: the bytes before it in the character, and the text before. */
export type Guess = (known: readonly number[], before: string) => string | undefined;

const LONGEST_WORD = 8;

/** @param before what stands in front of the stretch */
export function readBytes(bytes: readonly number[], encoding: string, guess: Guess, before: string): Piece[] {
  const read = encoding === 'utf-8' ? readUtf8 : readPair(encoding);
  const pieces: Piece[] = [];
  let last = before;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const isPlain = byte < LOST || (byte >= 0 && byte < 0x80);
    const piece = isPlain ? plain(byte < 0 ? -2 - byte : byte, at) : read(bytes, at, guess, last);
    pieces.push(piece);
    last = (last + piece.text).slice(-LONGEST_WORD);
    at = piece.end;
  }
  return pieces;
}

function plain(code: number, at: number): Piece {
  return { text: String.fromCharCode(code), end: at + 1, lost: false };
}

const QUESTION = 0x3f;

function readUtf8(bytes: readonly number[], at: number, guess: Guess, before: string): Piece {
  const byteAt = (index: number) => bytes[index] ?? 0;
  const lead = byteAt(at) === EURO ? 0xe3 : byteAt(at);
  const length = lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const known = [lead];
  while (known.length < length && continues(byteAt(at + known.length)))
    known.push(byteAt(at + known.length) & 0xff);
  const end = at + known.length;
  if (length > 1 && known.length === length) {
    const isPair = byteAt(end - 1) === EURO && continues(byteAt(end));
    if (isPair) known[length - 1] = 0xa2;
    return { text: Buffer.from(known).toString('utf8'), end: isPair ? end - 1 : end, lost: false };
  }
  const cut = lead !== LOST && length > 1 && (bytes[end] === LOST || bytes[end] === QUESTION);
  const certain = length === 3 && known.length === 2 ? guess(known, before) : undefined;
  return { text: certain ?? '\ufffd', end: cut ? end + 1 : end, lost: certain === undefined };
}

function continues(byte: number): boolean {
  return byte > 0 && (byte & 0xc0) === 0x80;
}

function readPair(encoding: string) {
  const { charOf } = pairsOf(encoding);
  return (bytes: readonly number[], at: number): Piece => {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    const code = isLead(lead) && trail >= 0x40 ? (charOf[(lead << 8) | trail] ?? 0) : 0;
    if (code > 0) return { text: String.fromCharCode(code), end: at + 2, lost: false };
    return {
      text: '\ufffd',
      end: at + (isLead(lead) && (trail === LOST || trail === QUESTION) ? 2 : 1),
      lost: true,
    };
  };
}
