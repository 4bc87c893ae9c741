import type { Block, Grid, GridCell, Line } from '../model/page.js';
import { tidy } from '../text/strings.js';
import { trimRange } from './blocks.js';
import {
  hasFigure,
  joinBrokenRows,
  type Mark,
  MOST_BETWEEN,
  mayBeInside,
  mayHaveRows,
  type Row,
  readRow,
} from './row-lines.js';

/** Fewer dashes are a sign for nothing. */
const separatorRow = /^[\s|:+-]*-{3}[\s|:+-]*$/;

/**
 * Tables kept as text, cells parted by bars or tabs, become grids. A line that only ends or begins a cell with a bar
 * becomes the cell alone; lines inside a table that have no mark stay lines, in their place.
 */
export function joinTextRows(blocks: readonly Block[], text: string): Block[] {
  if (!mayHaveRows(text)) return [...blocks];
  const rows = new Map<Block, Row>();
  for (const block of blocks) {
    const row = block.kind === 'line' ? readRow(block, text) : undefined;
    if (row) rows.set(block, row);
  }
  if (rows.size === 0) return [...blocks];
  return buildTables(joinBrokenRows(blocks, rows, text), rows, text);
}

/** The stretch of blocks that is one table, as far as it goes, and the blocks behind it that may yet be in it. */
interface Table {
  readonly built: Block[];
  readonly rows: ReadonlyMap<Block, Row>;
  readonly text: string;
  region: Block[];
  between: Block[];
}

/** Stretches of blocks that are one table as its grid, and the blocks between them as they are. */
function buildTables(blocks: readonly Block[], rows: ReadonlyMap<Block, Row>, text: string): Block[] {
  const table: Table = { built: [], rows, text, region: [], between: [] };
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    const row = rows.get(block);
    if (opensTable(blocks[at + 1], table)) close(table);
    const { region, between } = table;
    if (row && (between.length === 0 || hasFigure.test(text.slice(row.start, row.end)))) {
      region.push(...between, block);
      table.between = [];
    } else if (row) {
      close(table);
      table.region = [block];
    } else if (region.length > 0 && between.length < MOST_BETWEEN && mayBeInside(block)) between.push(block);
    else {
      close(table);
      table.built.push(block);
    }
  }
  close(table);
  return table.built;
}

/** In Markdown a line of dashes stands under the head of a table: with that head a new table begins. */
function opensTable(next: Block | undefined, { rows, text }: Table): boolean {
  const row = next && rows.get(next);
  return row !== undefined && isSeparator(row, text);
}

function isSeparator({ start, end }: Row, text: string): boolean {
  return separatorRow.test(text.slice(start, end));
}

function close(table: Table): void {
  const { built, region, between } = table;
  if (region.length > 0) {
    buildRegion(table);
    table.region = [];
  }
  if (between.length === 0) return;
  built.push(...between);
  table.between = [];
}

function buildRegion({ built, region, rows, text }: Table): void {
  const own: Row[] = [];
  const others: Block[] = [];
  for (const block of region) {
    const row = rows.get(block);
    if (!row) others.push(block);
    else if (!isSeparator(row, text)) own.push(row);
  }
  const parts = own.length > 0 ? [...joinRows(own, text), ...others] : others;
  for (const part of parts.sort(byStart)) built.push(part);
}

function byStart(a: Block, b: Block): number {
  return a.start - b.start;
}

/** Rows as one grid, or where they are none, their cells as lines. */
function joinRows(rows: readonly Row[], text: string): Block[] {
  const edges = findEdges(rows, text);
  const cells: GridCell[][] = [];
  let rowLike = 0;
  for (const row of rows) {
    const own = cutCells(row, edges, text);
    const filled = own.filter(hasText).length;
    if (filled === 0) continue;
    cells.push(own);
    if (own.length > 2 || filled > 1) rowLike++;
  }
  const isGrid = rowLike * 2 > cells.length || (cells.length === 1 && rowLike === 1);
  return isGrid ? [buildGrid(cells)] : cells.flat().filter(hasText).map(toLine);
}

function hasText({ text }: GridCell): boolean {
  return text !== '';
}

interface Edges {
  readonly opens: boolean;
  readonly closes: boolean;
}

/**
 * A mark at the beginning or end of all rows opens or closes them; of some rows only, it is an empty cell's. A row that
 * has fewer marks than the others may have lost it.
 */
function findEdges(rows: readonly Row[], text: string): Edges {
  const raws = rows.map(({ start, end, mark }) => ({
    raw: trimBlanks(text.slice(start, end)),
    mark,
  }));
  const counts = raws.map(({ raw, mark }) => raw.split(mark).length);
  const most = Math.max(...counts);
  const all = (test: (raw: string, mark: Mark) => boolean) => {
    const having = raws.filter(({ raw, mark }) => mark === '|' && test(raw, mark)).length;
    return (
      having > rows.length * MARKED_FROM &&
      raws.every(({ raw, mark }, i) => (counts[i] ?? 0) < most || test(raw, mark))
    );
  };
  return {
    opens: all((raw, mark) => raw.startsWith(mark)),
    closes: all((raw, mark) => raw.endsWith(mark)),
  };
}

const MARKED_FROM = 0.8;

function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return text.slice(start, end);
}

function cutCells({ start, end, mark }: Row, edges: Edges, text: string): GridCell[] {
  const line = text.slice(start, end);
  const opening = edges.opens && line.trimStart().startsWith(mark) ? line.indexOf(mark) + 1 : 0;
  const isClosed = edges.closes && line.trimEnd().endsWith(mark);
  const closing = Math.max(opening, isClosed ? line.lastIndexOf(mark) : line.length);
  let from = start + opening;
  return line
    .slice(opening, closing)
    .split(mark)
    .map((part, column) => {
      const own = trimRange(from, from + part.length, text);
      from += part.length + 1;
      const printed = tidy(text.slice(own.start, own.end));
      return { start: own.start, end: own.end, text: printed, row: 0, column, rowSpan: 1, columnSpan: 1 };
    });
}

function buildGrid(rows: readonly (readonly GridCell[])[]): Grid {
  const cells = rows.flatMap((row, i) => row.map((cell) => ({ ...cell, row: i })));
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + 1), 0);
  const start = cells[0]?.start ?? 0;
  return { kind: 'grid', start, end: cells.at(-1)?.end ?? start, rows: rows.length, columns, cells };
}

function toLine({ start, end, text }: GridCell): Line {
  return { kind: 'line', start, end, text, heading: 0, linked: false, isCut: false };
}
