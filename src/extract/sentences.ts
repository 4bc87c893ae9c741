import type { Block, Line, Range } from '../model/page.js';
import { squeeze } from '../text/strings.js';
import { isRowOfCells } from './line-cells.js';
import type { SectionReading } from './sections.js';

/** A sentence of the report, without spaces, and what stands around it. */
export interface Sentence extends Range {
  readonly text: string;
  /** Headings above it, joined. */
  readonly section: string;
}

const marks = /[\u3002;,]/;
const numberedLabel = /^[(]?\d{1,2}[).\u3001]\D*$/;
const labelled = /:\s*\d/;
const END = '。!?;';
const ends = new RegExp(`[${END}]`, 'g');

/**
 * Cuts the paragraphs of the report into sentences, those before its first heading too; `start` and `end` are offsets in
 * the page text.
 */
export function readSentences(
  body: readonly Block[],
  sections: readonly SectionReading[],
  claimed: ReadonlySet<number>,
  text: string,
): Sentence[] {
  const found: Sentence[] = [];
  const first = sections[0]?.line.start ?? Number.POSITIVE_INFINITY;
  for (const block of body)
    if (block.kind === 'line' && block.start < first && !claimed.has(block.start))
      cut(found, block, text, '');
  let chapter = '';
  for (const section of sections) {
    if (section.level === 1) chapter = section.heading;
    const heading = section.level === 1 ? chapter : `${chapter} ${section.heading}`;
    if (!isOnlyHeading(section)) cut(found, section.line, text, heading);
    for (const line of section.text) cut(found, line, text, heading);
  }
  return found;
}

/** A heading that goes on behind a colon is a sentence too. */
function isOnlyHeading({ heading, line }: SectionReading): boolean {
  const colon = heading.indexOf(':');
  return heading === line.text && (colon < 0 || colon === heading.length - 1);
}

/** Rows of tables that no form took are no sentences: a label and figures, or a numbered label alone. */
function isSentence(line: Line, text: string): boolean {
  if (marks.test(line.text) || labelled.test(line.text)) return true;
  return !numberedLabel.test(line.text) && !isRowOfCells(line, text);
}

function cut(found: Sentence[], line: Line, text: string, section: string): void {
  if (!isSentence(line, text)) return;
  const own = text.slice(line.start, line.end);
  for (let from = 0, to = 0; from < own.length; from = to) {
    ends.lastIndex = from;
    to = ends.test(own) ? ends.lastIndex : own.length;
    const sentence = squeeze(own.slice(from, to));
    const plain = END.includes(sentence.slice(-1)) ? sentence.slice(0, -1) : sentence;
    if (plain !== '') found.push({ start: line.start + from, end: line.start + to, text: plain, section });
  }
}
