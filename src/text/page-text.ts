import type { PageText } from '../model/page.js';

/** Collects cleaned text piece by piece, each character with the source range that it was read from. */
export interface TextWriter {
  readonly length: () => number;
  /** The last character written, or nothing. */
  readonly lastChar: () => string;
  /** Characters of the source as they are. */
  readonly copy: (source: string, start: number, end: number) => void;
  /** Characters that stand for `[start, end)` of the source: each for its own where there are as many, else for all. */
  readonly put: (text: string, start: number, end: number) => void;
  readonly finish: () => PageText;
}

/** Pieces of a page are joined in between: an array of them all may take more memory than the page. */
const MOST_PIECES = 8192;

export function createTextWriter(): TextWriter {
  const places = createPlaces();
  const joined: string[] = [];
  let pieces: string[] = [];
  let length = 0;
  const add = (text: string, start: number, end: number) => {
    if (pieces.length >= MOST_PIECES) {
      joined.push(pieces.join(''));
      pieces = [];
    }
    pieces.push(text);
    places.add(length, text.length, start, end);
    length += text.length;
  };
  return {
    length: () => length,
    lastChar: () => (pieces.at(-1) ?? joined.at(-1))?.at(-1) ?? '',
    copy(source, start, end) {
      if (end > start) add(source.slice(start, end), start, end);
    },
    put(text, start, end) {
      if (text !== '') add(text, start, end);
    },
    finish: () => ({ text: joined.join('') + pieces.join(''), from: places.from, to: places.to }),
  };
}

/** Where runs of characters come from: `[at, next at)` of the text from `[start, end)` of the source. */
function createPlaces() {
  const ats: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let isPlain = false;
  const runOf = createFinder(ats);
  const read = (at: number, side: 0 | 1) => {
    const run = runOf(at);
    const start = starts[run] ?? 0;
    const end = ends[run] ?? 0;
    const next = ats[run + 1];
    const isOneToOne = next === undefined ? isPlain : next - (ats[run] ?? 0) === end - start;
    return isOneToOne ? start + at - (ats[run] ?? 0) + side : side === 0 ? start : end;
  };
  return {
    add(at: number, length: number, start: number, end: number) {
      const plain = length === end - start;
      const last = ends.length - 1;
      if (plain && isPlain && ends[last] === start) ends[last] = end;
      else {
        ats.push(at);
        starts.push(start);
        ends.push(end);
      }
      isPlain = plain;
    },
    from: (at: number) => read(at, 0),
    to: (at: number) => read(at, 1),
  };
}

/** Finds the last of some rising numbers that is no greater than one; they are mostly asked for in their order. */
function createFinder(starts: readonly number[]): (at: number) => number {
  let near = 0;
  const isIn = (run: number, at: number) =>
    (starts[run] ?? Number.POSITIVE_INFINITY) <= at && at < (starts[run + 1] ?? Number.POSITIVE_INFINITY);
  const search = (at: number) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  return (at) => {
    if (!isIn(near, at)) near = isIn(near + 1, at) ? near + 1 : search(at);
    return near;
  };
}
