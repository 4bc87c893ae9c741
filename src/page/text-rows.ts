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
  const whole = joinBrokenRows(blocks, rows, text);
  return regions(whole, rows, text).flatMap((region) =>
    region.some((block) => rows.has(block)) ? buildRegion(region, rows, text) : region,
  );
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

function toLine({ start, end, text }: GridCell): Line[] {
  return text === '' ? [] : [{ kind: 'line', start, end, text, heading: 0, linked: false, isCut: false }];
}
