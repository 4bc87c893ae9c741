import type { Line, Range } from '../model/page.js';
import { squeeze } from '../text/strings.js';
import { isRowOfCells } from './line-cells.js';
import type { SectionReading } from './sections.js';

/** A sentence of the report, without spaces, and what stands around it. */
export interface Sentence extends Range {
  readonly text: string;
  /** The paragraph up to and with this sentence, without spaces. */
  readonly before: string;
  /** Headings above it, joined. */
  readonly section: string;
}

const marks = /[\u3002;,]/;
const numbered = /^[(]?\d{1,2}[).\u3001]/;
const ends = /[。!?;]/;

/** Cuts the paragraphs of the report into sentences; `start` and `end` are offsets in the page text. */
export function readSentences(sections: readonly SectionReading[], text: string): Sentence[] {
  let chapter = '';
  return sections.flatMap((section) => {
    if (section.level === 1) chapter = section.heading;
    const heading = section.level === 1 ? chapter : `${chapter} ${section.heading}`;
    const own = section.heading === section.line.text ? [] : [section.line];
    const lines = [...own, ...section.text].filter((line) => isSentence(line, text));
    return lines.flatMap((line) => cut(line, text, heading));
  });
}

/** Rows of tables that no form took are no sentences: a label and figures, or a numbered label alone. */
function isSentence(line: Line, text: string): boolean {
  if (marks.test(line.text)) return true;
  return !numbered.test(line.text) && !isRowOfCells(line, text);
}

function cut(line: Range, text: string, section: string): Sentence[] {
  const found: Sentence[] = [];
  let before = '';
  for (let start = line.start; start < line.end; ) {
    let end = start;
    while (end < line.end && !ends.test(text[end] ?? '')) end++;
    end = Math.min(line.end, end + 1);
    const sentence = squeeze(text.slice(start, end));
    before += sentence;
    const plain = sentence.replace(/[。!?;]$/, '');
    if (plain !== '') found.push({ start, end, text: plain, before, section });
    start = end;
  }
  return found;
}
