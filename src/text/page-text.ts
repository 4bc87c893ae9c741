import type { PageText } from '../model/page.js';

/** Collects cleaned text piece by piece, each character with the source range that it was read from. */
export interface TextWriter {
  readonly length: () => number;
  readonly lastChar: () => string;
  /** Characters of the source as they are. */
  readonly copy: (source: string, start: number, end: number) => void;
  /** Characters that stand for `[start, end)` of the source. */
  readonly put: (text: string, start: number, end: number) => void;
  readonly finish: () => PageText;
}

export function createTextWriter(sourceLength: number): TextWriter {
  const from = new Uint32Array(sourceLength + 16);
  const to = new Uint32Array(sourceLength + 16);
  const parts: string[] = [];
  let length = 0;
  const mark = (index: number, start: number, end: number) => {
    from[index] = start;
    to[index] = end;
  };
  return {
    length: () => length,
    lastChar: () => parts.at(-1)?.at(-1) ?? '',
    copy(source, start, end) {
      if (end <= start) return;
      parts.push(source.slice(start, end));
      for (let at = start; at < end; at++) mark(length++, at, at + 1);
    },
    put(text, start, end) {
      if (text === '') return;
      parts.push(text);
      for (let at = 0; at < text.length; at++) mark(length++, start, end);
    },
    finish: () => ({ text: parts.join(''), from: from.subarray(0, length), to: to.subarray(0, length) }),
  };
}
