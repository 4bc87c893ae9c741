import data from '../data/encodings.json' with { type: 'json' };
import { codesOf } from './codes.js';
import { isRare } from './plausible.js';

/** What a page has that damage may have made. */
interface DamageSigns {
  /** A stretch of rare characters that may tell of a wrong encoding. */
  readonly mayBeMisread: boolean;
  /** Letters with tones, as readings have that a mirror site puts into a page. */
  readonly hasTones: boolean;
}

const SMALL_N = 0x6e;
const toneAsEntity = /[(?][a-z]{0,6}&[#aeiou]/;
/** How much of it may stand before and behind the sign that begins the entity. */
const BEFORE = 7;
const BEHIND = 2;

/** Looks at each character of a page once: most pages have no sign of any damage. */
export function findDamageSigns(source: string): DamageSigns {
  const codes = codesOf(source);
  let hasTones = false;
  let mayBeMisread = false;
  let last = -NEAR - 1;
  let judged = 0;
  for (let at = 0; at < source.length; at++) {
    const code = codes[at] ?? 0;
    if (code < 0x80 || !isRare(code)) continue;
    hasTones ||= isToned(code);
    if (at - last <= NEAR && at >= judged && !mayBeMisread) {
      const start = startOfRun(codes, at);
      judged = endOfRun(codes, start, source.length);
      const isStrange = isSuspect(countRare(codes, start, judged), judged - start);
      mayBeMisread = judged - start === LONGEST || (isStrange && tells(source.slice(start, judged)));
    }
    last = at;
  }
  return { mayBeMisread, hasTones: hasTones || hasToneAsEntity(source, codes) };
}

/** Where so many characters are rare that a stretch is suspect, two of those are no further apart. */
const NEAR = 5;
/** No stretch is taken for longer. */
const LONGEST = 30_000;

/** Four characters, the fewest that make sense, have as many bytes in UTF-8 as these have as pairs. */
const FEWEST_TELLING = 6;
const gone = new RegExp(data.gone, 'g');

/** Characters that were thrown away as a whole, with only a sign of it left. */
export function countGone(text: string): number {
  return text.match(gone)?.length ?? 0;
}

/** True for a strange stretch that may show how text was misread, or that some of it was thrown away. */
function tells(stretch: string): boolean {
  return stretch.length >= FEWEST_TELLING || countGone(stretch) > 0;
}

/** The end of a stretch without ASCII, but for one sign that may be a byte of a pair; it begins with another character. */
export function endOfRun(codes: Uint16Array, start: number, length: number): number {
  const most = Math.min(length, start + LONGEST);
  let at = start;
  for (let high = true; at < most; at++) {
    const code = codes[at] ?? 0;
    if (code < 0x80 && !(high && code >= 0x3f && code < 0x7f)) break;
    high = code >= 0x80;
  }
  return at;
}

/** The beginning of the stretch that a character is in, or a place in it so far away that the stretch is as long as any. */
function startOfRun(codes: Uint16Array, at: number): number {
  let start = at;
  for (; start > 0 && at - start < LONGEST; start--) {
    const code = codes[start - 1] ?? 0;
    const before = codes[start - 2] ?? 0;
    if (code < 0x80 && !(before >= 0x80 && code >= 0x3f && code < 0x7f)) break;
  }
  return start;
}

export function countRare(codes: Uint16Array, start: number, end: number): number {
  let rare = 0;
  for (let at = start; at < end; at++) if (isRare(codes[at] ?? 0)) rare++;
  return rare;
}

/** True for a stretch that so many rare characters make strange. */
export function isSuspect(rare: number, length: number): boolean {
  return rare >= 2 && rare * 3 >= length;
}

function isToned(code: number): boolean {
  if (code > 0x1dc) return code >= 0x3105 && code <= 0x3129;
  return code >= 0xe0 && (code <= 0xfc || code > 0x100);
}

/** True where an entity behind a bracket may stand for a letter with a tone; most entities are spaces (`&nbsp;`). */
function hasToneAsEntity(source: string, codes: Uint16Array): boolean {
  for (let at = source.indexOf('&'); at >= 0; at = source.indexOf('&', at + 1)) {
    if (codes[at + 1] === SMALL_N) continue;
    if (toneAsEntity.test(source.slice(Math.max(0, at - BEFORE), at + BEHIND))) return true;
  }
  return false;
}
