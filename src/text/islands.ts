import type { Patch } from './edits.js';
import { countUsual, plausibility } from './plausible.js';

/** Bytes between two that end any character in any of the encodings. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly form: Form;
}

/** As UTF-8: not valid, valid with no character of more than two bytes, valid with Han characters. */
type Form = 'invalid' | 'narrow' | 'wide';

const MOST_STRETCHES = 20_000;
const FEWEST_USUAL = 4;
const LEAST_USUAL = 0.8;

/**
 * Stretches of a page that are in another encoding than the page: a footer in GBK under a page in UTF-8 and the reverse.
 * @param bytes the page
 * @param encoding what most of it is in
 * @returns ranges of the text as `encoding` reads it, with what stands there
 */
export function findIslands(bytes: Uint8Array, encoding: string): Patch[] {
  const stretches = findStretches(bytes);
  const found = encoding === 'utf-8' ? findForeign(bytes, stretches) : findUtf8(bytes, stretches, encoding);
  return locate(bytes, encoding, found);
}

interface Found {
  readonly stretch: Stretch;
  readonly text: string;
}

/** In a page of UTF-8: what is not valid, in the one encoding that makes words of it. */
function findForeign(bytes: Uint8Array, stretches: readonly Stretch[]): Found[] {
  const first = stretches.findIndex(({ form }) => form === 'invalid');
  const last = stretches.findLastIndex(({ form }) => form === 'invalid');
  const foreign = stretches
    .slice(first < 0 ? stretches.length : first, last + 1)
    .filter(({ form }) => form !== 'wide');
  const readings = ['gb18030', 'big5'].map((encoding) => readBetter(bytes, foreign, encoding, 'utf-8'));
  const scores = readings.map((found) => found.reduce((sum, { text }) => sum + plausibility(text), 0));
  const [gb = 0, big5 = 0] = scores;
  const best = readings[gb >= big5 ? 0 : 1] ?? [];
  const { usual, all } = countUsual(best.map(({ text }) => text).join(''));
  return usual >= FEWEST_USUAL && usual >= all * LEAST_USUAL ? best : [];
}

/** In another page: stretches of valid UTF-8, which text in pairs of bytes never is at length. */
function findUtf8(bytes: Uint8Array, stretches: readonly Stretch[], encoding: string): Found[] {
  const wide = stretches.filter(({ form }) => form === 'wide');
  return readBetter(bytes, wide, 'utf-8', encoding);
}

function readBetter(
  bytes: Uint8Array,
  stretches: readonly Stretch[],
  encoding: string,
  than: string,
): Found[] {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const page = new TextDecoder(than, { ignoreBOM: true });
  return stretches.flatMap((stretch) => {
    const part = bytes.subarray(stretch.start, stretch.end);
    const text = decoder.decode(part);
    const score = plausibility(text);
    if (score <= 0 || text.includes('\ufffd')) return [];
    return score > plausibility(page.decode(part)) ? [{ stretch, text }] : [];
  });
}

function locate(bytes: Uint8Array, encoding: string, found: readonly Found[]): Patch[] {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const lengthOf = (start: number, end: number) => decoder.decode(bytes.subarray(start, end)).length;
  let at = 0;
  let kept = 0;
  return found.map(({ stretch, text }) => {
    const start = at + lengthOf(kept, stretch.start);
    at = start + lengthOf(stretch.start, stretch.end);
    kept = stretch.end;
    return { start, end: at, text };
  });
}

/** Neither first nor second byte of a character in any of the encodings, nor a digit of GB18030's four bytes. */
function isEdge(byte: number): boolean {
  return byte < 0x30 || (byte >= 0x3a && byte <= 0x3f);
}

function findStretches(bytes: Uint8Array): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at < bytes.length && stretches.length < MOST_STRETCHES; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const start = at;
    while (at < bytes.length && !isEdge(bytes[at] ?? 0)) at++;
    stretches.push({ start, end: at, form: readForm(bytes, start, at) });
  }
  return stretches;
}

function readForm(bytes: Uint8Array, start: number, end: number): Form {
  let form: Form = 'narrow';
  for (let at = start; at < end; ) {
    const length = lengthFrom(bytes[at] ?? 0);
    if (length === 0 || at + length > end) return 'invalid';
    for (let next = at + 1; next < at + length; next++)
      if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 'invalid';
    if (length > 2) form = 'wide';
    at += length;
  }
  return form;
}

/** How many bytes a character of UTF-8 has that begins with this one; 0 where none does. */
function lengthFrom(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}
