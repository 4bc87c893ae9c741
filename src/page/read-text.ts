import type { Block, PageText } from '../model/page.js';
import { mend, type Repairs } from '../text/mend.js';
import { TextWriter } from '../text/page-text.js';
import { buildBlocks } from './blocks.js';
import { joinDrawnTables } from './drawn-lines.js';
import type { RawLine } from './outline.js';

/** A page saved as text: the whole of it mended, line ends kept. */
export function readText(source: string, repairs: Repairs, mirrored: boolean): PageText {
  const writer = new TextWriter(source);
  mend(writer, 0, source.length, { mirrored, repairs, newline: '\n', tags: true });
  return writer.finish();
}

/** The lines of a page kept as text, and the tables that are drawn with letters; `source` is the decoded page. */
export function readTextBlocks(page: PageText, source: string): Block[] {
  return joinDrawnTables(buildBlocks(findLines(page.text), page.text), page, source);
}

/** Marks of Markdown before a heading or a bold line. */
const opening = /^[ \t]*(#{0,6})[ \t]*(?:\*\*|__)?/;

function findLines(text: string): RawLine[] {
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
  const [marks = '', level = ''] = opening.exec(text.slice(start, end)) ?? [];
  const from = start + marks.length;
  return { ...plain, start: from, end: closingStart(text, from, end), heading: level.length };
}

/** Where the marks of Markdown behind a heading or a bold line begin. */
function closingStart(text: string, from: number, end: number): number {
  let at = end;
  const skip = (chars: string) => {
    while (at > from && chars.includes(text[at - 1] ?? '')) at--;
  };
  skip(' \t');
  skip('#');
  skip(' \t');
  const bold = text.slice(Math.max(from, at - 2), at);
  return bold === '**' || bold === '__' ? at - 2 : at;
}
