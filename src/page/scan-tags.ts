import data from '../data/html.json' with { type: 'json' };
import { findName, markNames } from './names.js';
import type { TagListener } from './tag-listener.js';
import { endsClosingName, isLetter, isSpace } from './tag-signs.js';

const [SLASH, EQUALS, LESS, GREATER, QUESTION] = [0x2f, 0x3d, 0x3c, 0x3e, 0x3f];
const [EXCLAMATION, DOUBLE_QUOTE, SINGLE_QUOTE, DASH] = [0x21, 0x22, 0x27, 0x2d];
const COMMENT = { open: '--', close: '-->', overlap: 2 } as const;
const CDATA = { open: '[CDATA[', close: ']]>', overlap: 0 } as const;
/** What is looked for mostly is no further away: a call takes longer than to look at so many characters. */
const NEAR = 48;
const rawText = markNames(data.raw_text);

/**
 * Reads the tags of a page by the rules of htmlparser2's Tokenizer, in a third of its time.
 * @param codes the code units of the source, and one more (codes.ts)
 */
export function scanTags(source: string, codes: Uint16Array, listener: TagListener): void {
  new TagScanner(source, codes, listener).scan();
}

class TagScanner {
  readonly #source: string;
  readonly #codes: Uint16Array;
  readonly #length: number;
  readonly #listener: TagListener;
  /** Where the text begins that was not told of yet. */
  #from = 0;
  /** Of the tag that was read last. */
  #closesItself = false;

  constructor(source: string, codes: Uint16Array, listener: TagListener) {
    this.#source = source;
    this.#codes = codes;
    this.#length = source.length;
    this.#listener = listener;
  }

  scan(): void {
    for (let at = this.#find(LESS, 0); at < this.#length; at = this.#find(LESS, at)) {
      const code = this.#codes[at + 1] ?? 0;
      if (isLetter(code)) at = this.#readOpenTag(at);
      else if (code === SLASH) at = this.#readCloseTag(at);
      else if (code === EXCLAMATION) at = this.#readDeclaration(at);
      else if (code === QUESTION) at = this.#skipUnseen(at, at + 2, '>', at + 2);
      else at++;
    }
    this.#tellText(this.#length);
  }

  /** @returns where to go on, as the other methods do */
  #readOpenTag(tag: number): number {
    this.#tellText(tag);
    const end = this.#endOfName(tag + 1, GREATER);
    if (end === this.#length) return this.#goOn(end);
    const name = this.#listener.onOpenName(tag + 1, end);
    this.#goOn(this.#readAttributes(end));
    return rawText[name] && !this.#closesItself ? this.#findClosing(name, end - tag - 1) : this.#from;
  }

  /** Reads up to the end of the tag. */
  #readAttributes(from: number): number {
    this.#closesItself = false;
    for (let at = from; at < this.#length; ) {
      const code = this.#codes[at] ?? 0;
      if (code === GREATER) {
        if (this.#closesItself) this.#listener.onSelfClosing(at);
        else this.#listener.onOpenEnd(at);
        return at + 1;
      }
      if (code === SLASH) this.#closesItself = true;
      else if (!isSpace(code)) {
        this.#closesItself = false;
        at = this.#readAttribute(at);
        continue;
      }
      at++;
    }
    return this.#length;
  }

  #readAttribute(start: number): number {
    const end = this.#endOfName(start + 1, EQUALS);
    const equals = this.#skipSpace(end);
    if (this.#codes[equals] !== EQUALS) {
      this.#listener.onAttribute(start, end, 0, 0);
      return equals;
    }
    const value = this.#skipSpace(equals + 1);
    const quote = this.#codes[value] ?? 0;
    const isQuoted = quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE;
    const from = isQuoted ? value + 1 : value;
    const to = isQuoted ? this.#find(quote, from) : this.#endOfValue(from);
    if (isQuoted && to === this.#length) return to;
    this.#listener.onAttribute(start, end, from, to);
    return isQuoted ? to + 1 : to;
  }

  #readCloseTag(tag: number): number {
    const start = this.#skipSpace(tag + 2);
    const code = this.#codes[start] ?? 0;
    if (code === GREATER || start === this.#length) return start;
    if (!isLetter(code)) return this.#skipUnseen(tag, start, '>', start);
    this.#tellText(tag);
    const end = this.#endOfValue(start);
    if (end === this.#length) return this.#goOn(end);
    this.#listener.onCloseName(start, end);
    const close = this.#find(GREATER, end);
    return this.#goOn(close === this.#length ? close : close + 1);
  }

  #readDeclaration(tag: number): number {
    const start = tag + 2;
    for (const { open, close, overlap } of [COMMENT, CDATA]) {
      if (!this.#source.startsWith(open, start)) continue;
      const from = start + open.length - overlap;
      return this.#skipUnseen(tag, from, close, this.#length);
    }
    const skipped = this.#codes[start] === DASH ? 2 : 1;
    return this.#skipUnseen(tag, start + skipped, '>', start);
  }

  /** Passes over what is not shown, from `tag` to `close`; where nothing closes it, the page goes on as text at `otherwise`. */
  #skipUnseen(tag: number, from: number, close: string, otherwise: number): number {
    this.#tellText(tag);
    const end = this.#source.indexOf(close, from);
    if (end < 0) {
      this.#from = otherwise;
      return this.#length;
    }
    this.#listener.onUnseen();
    return this.#goOn(end + close.length);
  }

  /** Scripts, styles and the like hold no tags: the one that closes them, or the end of the page. */
  #findClosing(name: number, length: number): number {
    for (let at = this.#source.indexOf('</', this.#from); at >= 0; at = this.#source.indexOf('</', at + 2)) {
      const end = at + 2 + length;
      if (endsClosingName(this.#source.charCodeAt(end)) && findName(this.#codes, at + 2, end) === name)
        return at;
    }
    return this.#length;
  }

  #tellText(end: number): void {
    if (this.#from < end) this.#listener.onText(this.#from, end);
  }

  #goOn(at: number): number {
    this.#from = at;
    return at;
  }

  /** Where a character stands next; where there is none, the end of the page. */
  #find(code: number, from: number): number {
    const codes = this.#codes;
    const near = Math.min(from + NEAR, this.#length);
    for (let at = from; at < near; at++) if (codes[at] === code) return at;
    const found = this.#source.indexOf(String.fromCharCode(code), near);
    return found < 0 ? this.#length : found;
  }

  #skipSpace(from: number): number {
    let at = from;
    while (isSpace(this.#codes[at] ?? 0)) at++;
    return at;
  }

  /** All that ends a name or value is no larger than `>`; letters are. */
  #endOfName(from: number, further: number): number {
    const codes = this.#codes;
    for (let at = from; ; at++) {
      const code = codes[at] ?? 0;
      if (code > GREATER) continue;
      if (code === SLASH || code === further || endsClosingName(code) || at >= this.#length) return at;
    }
  }

  #endOfValue(from: number): number {
    const codes = this.#codes;
    for (let at = from; ; at++) {
      const code = codes[at] ?? 0;
      if (code <= GREATER && (endsClosingName(code) || at >= this.#length)) return at;
    }
  }
}
