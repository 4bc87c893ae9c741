import type { PageText } from '../model/page.js';
import { enlarge } from './numbers.js';

/** Pieces of a page are joined in between: an array of them all may take more memory than the page. */
const MOST_PIECES = 8192;

/** Collects cleaned text piece by piece, each character with the source range that it was read from. */
export class TextWriter {
  readonly #places = new Places();
  readonly #joined: string[] = [];
  #pieces: string[] = [];
  #length = 0;

  length(): number {
    return this.#length;
  }

  /** The last character written, or nothing. */
  lastChar(): string {
    return (this.#pieces.at(-1) ?? this.#joined.at(-1))?.at(-1) ?? '';
  }

  /** Characters of the source as they are. */
  copy(source: string, start: number, end: number): void {
    if (end > start) this.#add(source.slice(start, end), start, end);
  }

  /** Characters that stand for `[start, end)` of the source: each for its own where there are as many, else for all. */
  put(text: string, start: number, end: number): void {
    if (text !== '') this.#add(text, start, end);
  }

  finish(): PageText {
    const places = this.#places;
    const text = this.#joined.join('') + this.#pieces.join('');
    return { text, from: (at) => places.read(at, 0), to: (at) => places.read(at, 1) };
  }

  #add(text: string, start: number, end: number): void {
    if (this.#pieces.length >= MOST_PIECES) {
      this.#joined.push(this.#pieces.join(''));
      this.#pieces = [];
    }
    this.#pieces.push(text);
    this.#places.add(this.#length, text.length, start, end);
    this.#length += text.length;
  }
}

/** Numbers of a run: where it stands in the text, and the range of the source that it comes from. */
const RUN = { at: 0, start: 1, end: 2, size: 3 } as const;
const FIRST_RUNS = 256;

/** Where runs of characters come from: `[at, next at)` of the text from `[start, end)` of the source. */
class Places {
  #runs: Int32Array = new Int32Array(FIRST_RUNS * RUN.size);
  #count = 0;
  /** The last run has one character for each of the source. */
  #isPlain = false;
  /** The run that was asked for last. */
  #near = 0;

  add(at: number, length: number, start: number, end: number): void {
    const isPlain = length === end - start;
    const last = (this.#count - 1) * RUN.size;
    if (isPlain && this.#isPlain && this.#runs[last + RUN.end] === start) this.#runs[last + RUN.end] = end;
    else this.#begin(at, start, end);
    this.#isPlain = isPlain;
  }

  read(at: number, side: 0 | 1): number {
    const run = this.#find(at) * RUN.size;
    if (run < 0) return 0;
    const [from, start, end] = [
      this.#runs[run] ?? 0,
      this.#runs[run + RUN.start] ?? 0,
      this.#runs[run + RUN.end] ?? 0,
    ];
    const isLast = run === (this.#count - 1) * RUN.size;
    const isOneToOne = isLast ? this.#isPlain : (this.#runs[run + RUN.size] ?? 0) - from === end - start;
    return isOneToOne ? start + at - from + side : side === 0 ? start : end;
  }

  #begin(at: number, start: number, end: number): void {
    const run = this.#count * RUN.size;
    if (run === this.#runs.length) this.#runs = enlarge(this.#runs);
    this.#runs[run] = at;
    this.#runs[run + RUN.start] = start;
    this.#runs[run + RUN.end] = end;
    this.#count++;
  }

  /** The last run that begins at a character or before it; they are mostly asked for in their order. */
  #find(at: number): number {
    if (this.#isIn(this.#near, at)) return this.#near;
    this.#near = this.#isIn(this.#near + 1, at) ? this.#near + 1 : this.#search(at);
    return this.#near;
  }

  #isIn(run: number, at: number): boolean {
    return (
      run < this.#count &&
      this.#startOf(run) <= at &&
      (run + 1 === this.#count || at < this.#startOf(run + 1))
    );
  }

  #search(at: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#startOf(middle) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #startOf(run: number): number {
    return this.#runs[run * RUN.size] ?? 0;
  }
}
