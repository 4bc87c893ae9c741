import data from '../data/html.json' with { type: 'json' };
import type { Block, Grid, GridCell, Line } from '../model/page.js';
import { tidy } from '../text/strings.js';
import { splitFlat } from './flat-lines.js';
import type { RawBlock, RawCell, RawLine, RawTable } from './outline.js';
import { splitRunOn } from './run-on.js';

/** Lines and grids in reading order; tables that only lay out the page are opened up. `text` is the page text. */
export function buildBlocks(raw: readonly RawBlock[], text: string): Block[] {
  const found: Block[] = [];
  const pending = [...raw].reverse();
  for (let block = pending.pop(); block; block = pending.pop()) {
    if (block.kind === 'line') {
      for (const part of splitFlat(block, text)) {
        const line = buildLine(part, text, part !== block);
        if (line) found.push(line);
      }
    } else if (isLayout(block)) {
      for (const cell of [...block.cells].reverse())
        for (const inner of [...cell.blocks].reverse()) pending.push(inner);
    } else found.push(buildGrid(block, text));
  }
  return splitRunOn(found, text);
}

/** A line without the white space at its ends, or nothing where it holds no more than that. */
function buildLine(raw: Omit<RawLine, 'kind'>, text: string, isCut: boolean): Line | undefined {
  const { start, end } = trimRange(raw.start, raw.end, text);
  if (end <= start) return undefined;
  return {
    kind: 'line',
    start,
    end,
    text: tidy(text.slice(start, end)),
    heading: raw.heading,
    linked: raw.linked,
    isCut,
  };
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
  const long = cells.filter((cell) => cell.end - cell.start > longest).length;
  return holdsTable || cells.length < fewest || long * many > cells.length;
}

/** A table wider than this is no form: further cells keep their text and lose their spans. */
const MOST_COLUMNS = 400;

/** Places cells as the HTML standard does: each in the first free column of its row, spans taking those below. */
function buildGrid(table: RawTable, text: string): Grid {
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
    const cell = buildCell(raw, column, table.rows, text);
    cells.push(cell);
    for (let c = column; c < Math.min(column + cell.columnSpan, MOST_COLUMNS); c++)
      taken[c] = row + cell.rowSpan;
    column += cell.columnSpan;
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

function buildCell(raw: RawCell, column: number, rows: number, text: string): GridCell {
  const { start, end } = trimRange(raw.start, raw.end, text);
  const rowSpan = Math.min(raw.rowSpan, rows - raw.row);
  return {
    start,
    end,
    text: tidy(text.slice(start, end)),
    row: raw.row,
    column,
    rowSpan,
    columnSpan: raw.columnSpan,
  };
}
