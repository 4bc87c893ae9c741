import type { Block, Grid, GridCell, Line } from '../model/page.js';
import { tidy } from '../text/strings.js';
import { trimRange } from './blocks.js';
import {
  hasFigure,
  joinBrokenRows,
  type Mark,
  MOST_BETWEEN,
  mayBeInside,
  type Row,
  readRow,
} from './row-lines.js';

const separatorRow = /^[\s|:+-]*-[\s|:+-]*$/;

/**
 * Tables kept as text, cells parted by bars or tabs, become grids. A line that only ends or begins a cell with a bar
 * becomes the cell alone; lines inside a table that have no mark stay lines, in their place.
 */
export function joinTextRows(blocks: readonly Block[], text: string): Block[] {
  const rows = new Map(blocks.flatMap((block) => (block.kind === 'line' ? readRow(block, text) : [])));
  if (rows.size === 0) return [...blocks];
  const whole = joinBrokenRows(blocks, rows, text);
  return regions(whole, rows, text).flatMap((region) => buildRegion(region, rows, text));
}

/** Stretches of blocks that are one table, and the blocks between them one by one. */
function regions(blocks: readonly Block[], rows: ReadonlyMap<Block, Row>, text: string): Block[][] {
  const found: Block[][] = [];
  let region: Block[] = [];
  let between: Block[] = [];
  const close = () => {
    if (region.length > 0) found.push(region);
    found.push(...between.map((block) => [block]));
    region = [];
    between = [];
  };
  const opens = findOpenings(blocks, rows, text);
  for (const block of blocks) {
    const row = rows.get(block);
    if (opens.has(block)) close();
    if (row && (between.length === 0 || hasFigure.test(text.slice(row.start, row.end)))) {
      region.push(...between, block);
      between = [];
    } else if (row) {
      close();
      region = [block];
    } else if (region.length > 0 && between.length < MOST_BETWEEN && mayBeInside(block)) between.push(block);
    else {
      close();
      found.push([block]);
    }
  }
  close();
  return found;
}

/** In Markdown a line of dashes stands under the head of a table: with that head a new table begins. */
function findOpenings(blocks: readonly Block[], rows: ReadonlyMap<Block, Row>, text: string): Set<Block> {
  const isDashes = (block: Block | undefined) => {
    const row = block && rows.get(block);
    return row !== undefined && separatorRow.test(text.slice(row.start, row.end));
  };
  return new Set(blocks.filter((_, at) => isDashes(blocks[at + 1])));
}

function buildRegion(region: readonly Block[], rows: ReadonlyMap<Block, Row>, text: string): Block[] {
  const isSeparator = ({ start, end }: Row) => separatorRow.test(text.slice(start, end));
  const own = region.flatMap((block) => rows.get(block) ?? []).filter((row) => !isSeparator(row));
  const others = region.filter((block) => !rows.has(block));
  if (own.length === 0) return others;
  const edges = findEdges(own, text);
  const cells = own
    .map((row) => cutCells(row, edges, text))
    .filter((row) => row.some((cell) => cell.text !== ''));
  const isRowLike = (row: readonly GridCell[]) =>
    row.length > 2 || row.filter((cell) => cell.text !== '').length > 1;
  const isGrid =
    cells.filter(isRowLike).length * 2 > cells.length || (cells.length === 1 && cells.some(isRowLike));
  const built = isGrid ? [buildGrid(cells)] : cells.flat().flatMap(toLine);
  return [...built, ...others].sort((a, b) => a.start - b.start);
}

interface Edges {
  readonly opens: boolean;
  readonly closes: boolean;
}

/** A mark at the beginning or end of all rows opens or closes them; of some rows only, it is an empty cell's. */
function findEdges(rows: readonly Row[], text: string): Edges {
  const share = (test: (raw: string, mark: Mark) => boolean) =>
    rows.filter(({ start, end, mark }) => test(trimBlanks(text.slice(start, end)), mark)).length /
    rows.length;
  return {
    opens: share((raw, mark) => mark === '|' && raw.startsWith(mark)) > 0.9,
    closes: share((raw, mark) => mark === '|' && raw.endsWith(mark)) > 0.9,
  };
}

function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return text.slice(start, end);
}

function cutCells({ start, end, mark }: Row, edges: Edges, text: string): GridCell[] {
  const line = text.slice(start, end);
  const opening = edges.opens ? line.indexOf(mark) + 1 : 0;
  const closing = Math.max(opening, edges.closes ? line.lastIndexOf(mark) : line.length);
  let from = start + opening;
  return line
    .slice(opening, closing)
    .split(mark)
    .map((part, column) => {
      const range = trimRange(from, from + part.length, text);
      from += part.length + 1;
      return {
        ...range,
        text: tidy(text.slice(range.start, range.end)),
        row: 0,
        column,
        rowSpan: 1,
        columnSpan: 1,
      };
    });
}

function buildGrid(rows: readonly (readonly GridCell[])[]): Grid {
  const cells = rows.flatMap((row, i) => row.map((cell) => ({ ...cell, row: i })));
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + 1), 0);
  const start = cells[0]?.start ?? 0;
  return { kind: 'grid', start, end: cells.at(-1)?.end ?? start, rows: rows.length, columns, cells };
}

function toLine({ start, end, text }: GridCell): Line[] {
  return text === '' ? [] : [{ kind: 'line', start, end, text, heading: 0, linked: false, isCut: false }];
}
