import data from '../data/html.json' with { type: 'json' };
import type { Block, Grid, GridCell, Line, Range } from '../model/page.js';
import { codesOf } from '../text/codes.js';
import { holdsSpace, tidy } from '../text/strings.js';
import { splitFlat } from './flat-lines.js';
import type { RawBlock, RawCell, RawLine, RawTable } from './outline.js';
import { splitRunOn } from './run-on.js';

/** Lines and grids in reading order; tables that only lay out the page are opened up. `text` is the page text. */
export function buildBlocks(raw: readonly RawBlock[], text: string): Block[] {
  const source = { text, codes: codesOf(text) };
  const found: Block[] = [];
  const pending: RawBlock[] = [];
  pushReversed(pending, raw);
  for (let block = pending.pop(); block; block = pending.pop()) {
    if (block.kind === 'line') addLines(found, block, source);
    else if (isLayout(block))
      for (let at = block.cells.length - 1; at >= 0; at--)
        pushReversed(pending, block.cells[at]?.blocks ?? []);
    else found.push(buildGrid(block, source));
  }
  return splitRunOn(found, text);
}

function pushReversed(pending: RawBlock[], blocks: readonly RawBlock[]): void {
  for (let at = blocks.length - 1; at >= 0; at--) {
    const block = blocks[at];
    if (block) pending.push(block);
  }
}

/** The text of the page, and its code units (codes.ts). */
interface Source {
  readonly text: string;
  readonly codes: Uint16Array;
}

function addLines(found: Block[], raw: RawLine, source: Source): void {
  const parts = splitFlat(raw, source.text);
  for (const part of parts ?? [raw]) {
    const line = buildLine(part, source, parts !== undefined);
    if (line.end > line.start) found.push(line);
  }
}

function buildLine(raw: RawLine, source: Source, isCut: boolean): Line {
  const { start, end, text } = cut(raw, source);
  return { kind: 'line', start, end, text, heading: raw.heading, linked: raw.linked, isCut };
}

/** A range without the white space at its ends, as trimRange's, and its text. */
function cut(range: Range, { text, codes }: Source): Range & { readonly text: string } {
  let { start, end } = range;
  while (start < end && isSpace(codes[start] ?? 0)) start++;
  if (start === end) return { start: range.start, end: range.start, text: '' };
  while (isSpace(codes[end - 1] ?? 0)) end--;
  const printed = text.slice(start, end);
  return { start, end, text: holdsSpace(codes, start, end) ? tidy(printed) : printed };
}

/** A range without the white space at its ends; one of nothing else is empty, where it began. */
export function trimRange(from: number, to: number, text: string): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  if (start === end) return { start: from, end: from };
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** A table that holds a table or long texts, and not one long note among many short cells. */
function isLayout({ holdsTable, cells }: RawTable): boolean {
  const { longest_cell: longest, fewest_cells: fewest, cells_for_a_note: many } = data.layout;
  let long = 0;
  for (const cell of cells) if (cell.end - cell.start > longest) long++;
  return holdsTable || cells.length < fewest || long * many > cells.length;
}

/** A table wider than this is no form: further cells keep their text and lose their spans. */
const MOST_COLUMNS = 400;

/** Places cells as the HTML standard does: each in the first free column of its row, spans taking those below. */
function buildGrid(table: RawTable, source: Source): Grid {
  const taken: number[] = [];
  const cells: GridCell[] = [];
  let row = -1;
  let column = 0;
  for (const raw of table.cells) {
    if (raw.row !== row) {
      row = raw.row;
      column = 0;
    }
    while ((taken[column] ?? 0) > row) column++;
    const cell = buildCell(raw, column, table.rows, source);
    cells.push(cell);
    const next = column + cell.columnSpan;
    for (; column < next && column < MOST_COLUMNS; column++) taken[column] = row + cell.rowSpan;
    column = next;
  }
  const start = cells[0]?.start ?? 0;
  return {
    kind: 'grid',
    start,
    end: cells.at(-1)?.end ?? start,
    rows: table.rows,
    columns: taken.length,
    cells,
  };
}

function buildCell(raw: RawCell, column: number, rows: number, source: Source): GridCell {
  const { start, end, text } = cut(raw, source);
  const rowSpan = Math.min(raw.rowSpan, rows - raw.row);
  return {
    start,
    end,
    text,
    row: raw.row,
    column,
    rowSpan,
    columnSpan: raw.columnSpan,
  };
}
