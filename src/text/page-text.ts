import type { PageText } from '../model/page.js';
import { type CodeSet, codesOf, hasCode } from './codes.js';
import { enlarge, unfilled } from './numbers.js';

/** What is written beside the characters of the source mostly takes no more. */
const ROOM = 256;
/** Characters that are gathered as numbers: of a longer text, as many become a string each time. */
const MOST_GATHERED = 1 << 20;
const ASCII = 0x80;

/** Collects the cleaned text of a source, each character with the range of the source that it was read from. */
export class TextWriter {
  readonly source: string;
  /** The code units of the source (codes.ts). */
  readonly codes: Uint16Array;
  readonly #places: Places;
  readonly #text: Uint16Array;
  #gathered = 0;
  #last = 0;
  /** What was gathered before, and its length. */
  readonly #pieces: string[] = [];
  #before = 0;

  constructor(source: string) {
    const most = Math.min(source.length, MOST_GATHERED) + ROOM;
    this.source = source;
    this.codes = codesOf(source);
    this.#places = new Places(most);
    this.#text = new Uint16Array(unfilled(most * 2));
  }

  length(): number {
    return this.#before + this.#gathered;
  }

  /** The code unit written last; 0 where there is none. */
  last(): number {
    return this.#gathered === 0 ? this.#last : (this.#text[this.#gathered - 1] ?? 0);
  }

  /** Characters of the source as they are, up to the first one of some, to `end`, or as many as there is room for; returns where that is. */
  copyUpTo(stops: CodeSet, start: number, end: number): number {
    const { codes } = this;
    if (end - start > this.#room()) this.#flush();
    const to = Math.min(end, start + this.#room());
    const text = this.#text;
    const shift = this.#gathered - start;
    let at = start;
    for (let code = codes[at] ?? 0; at < to && !hasCode(stops, code); code = codes[++at] ?? 0)
      text[at + shift] = code;
    if (at > start) this.#places.add(this.length(), at - start, start, at);
    this.#gathered = at + shift;
    return at;
  }

  /** One character of the source as it is. */
  copyOne(at: number): void {
    this.#places.add(this.length(), 1, at, at + 1);
    this.#write(this.codes[at] ?? 0);
  }

  /** Characters that stand for `[start, end)` of the source: each for its own where there are as many, else for all. */
  put(characters: string, start: number, end: number): void {
    if (characters === '') return;
    this.#places.add(this.length(), characters.length, start, end);
    for (let at = 0; at < characters.length; at++) this.#write(characters.charCodeAt(at));
  }

  finish(): PageText {
    const places = this.#places;
    const text = this.#pieces.length === 0 ? this.#read() : [...this.#pieces, this.#readPiece()].join('');
    return { text, from: (at) => places.read(at, 0), to: (at) => places.read(at, 1) };
  }

  #room(): number {
    return this.#text.length - this.#gathered;
  }

  #write(code: number): void {
    if (this.#room() === 0) this.#flush();
    this.#text[this.#gathered++] = code;
  }

  #flush(): void {
    if (this.#gathered === 0) return;
    this.#last = this.last();
    this.#pieces.push(this.#readPiece());
    this.#before += this.#gathered;
    this.#gathered = 0;
  }

  #read(): string {
    return Buffer.from(this.#text.buffer, 0, this.#gathered * 2).toString('utf16le');
  }

  /** A part of a long text, in half of the memory where it is ASCII. */
  #readPiece(): string {
    const codes = this.#text.subarray(0, this.#gathered);
    return codes.every((code) => code < ASCII) ? Buffer.from(codes).toString('latin1') : this.#read();
  }
}

/** Numbers of a run: where it stands in the text, and the range of the source that it comes from. */
const RUN = { at: 0, start: 1, end: 2, size: 3 } as const;
/** A page has about one run for so many of its characters. */
const CHARACTERS_A_RUN = 16;
/** Runs further on are looked for from the middle. */
const MOST_STEPS = 8;

/** Where runs of characters come from: `[at, next at)` of the text from `[start, end)` of the source. */
class Places {
  #runs: Int32Array;
  #count = 0;
  /** The last run has one character for each of the source. */
  #isPlain = false;
  /** The run that was asked for last. */
  #near = 0;

  constructor(characters: number) {
    const runs = Math.ceil(characters / CHARACTERS_A_RUN) + 2;
    this.#runs = new Int32Array(unfilled(runs * RUN.size * 4));
  }

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
    let run = this.#startOf(this.#near) > at ? this.#search(at) : this.#near;
    for (let step = 0; run + 1 < this.#count && this.#startOf(run + 1) <= at; step++)
      run = step < MOST_STEPS ? run + 1 : this.#search(at);
    if (run >= 0) this.#near = run;
    return this.#count === 0 ? -1 : run;
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
