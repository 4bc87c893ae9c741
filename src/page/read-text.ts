import type { PageText } from '../model/page.js';
import { mend, type Repairs } from '../text/mend.js';
import { createTextWriter } from '../text/page-text.js';
import type { RawLine } from './outline.js';

/** A page saved as text: the whole of it mended, line ends kept. */
export function readText(source: string, repairs: Repairs, mirrored: boolean): PageText {
  const writer = createTextWriter(source.length);
  mend(writer, source, 0, source.length, { mirrored, repairs, newline: '\n', tags: true });
  return writer.finish();
}

/** Marks of Markdown round a heading or a bold line. */
const marks = /^[ \t]*(#{0,6})[ \t]*(?:\*\*|__)?|(?:\*\*|__)?[ \t]*#*[ \t]*$/g;

export function findLines(text: string): RawLine[] {
  const lines: RawLine[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push(findLine(text, start, end));
    start = end + 1;
  }
  return lines;
}

function findLine(text: string, start: number, end: number): RawLine {
  const plain = { kind: 'line', start, end, heading: 0, linked: false } as const;
  const first = text[start] ?? '';
  if (first !== '#' && first !== '*' && first !== '_') return plain;
  const [opening, closing] = [...text.slice(start, end).matchAll(marks)];
  const from = start + (opening?.[0].length ?? 0);
  return {
    ...plain,
    start: from,
    end: Math.max(from, end - (closing?.[0].length ?? 0)),
    heading: opening?.[1]?.length ?? 0,
  };
}
