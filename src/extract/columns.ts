import costs from '../data/align.json' with { type: 'json' };
import type { BlockData } from '../model/template.js';
import type { Cell } from './cells.js';
import { findBestChain, type Link } from './chain.js';
import { columnKeysOf } from './column-keys.js';
import type { GridView } from './grid-view.js';

/** The head above a row and what it makes of the columns. */
export interface HeadReading {
  /** Which column of the form stands in a column of the grid. */
  readonly map: ReadonlyMap<number, number>;
  /** Columns of the form whose labels the head prints, in the order of the form; empty where that is ambiguous. */
  readonly printed: readonly number[];
  /** Each printed label stands over a column of its own: the rendering has kept the columns. */
  readonly isAligned: boolean;
  /** The first and the last column of the grid in the map. */
  readonly leftmost: number;
  readonly rightmost: number;
  /** How many columns of the form the map has. */
  readonly named: number;
}

/** Knows, for one block of a form, which rows of a grid are its head and what each column below them holds. */
export interface ColumnReader {
  /** What the nearest head above a row says; undefined where there is no head above. */
  readonly above: (row: number) => HeadReading | undefined;
  /** The printed head over a column, outermost first; empty where there is none. */
  readonly head: (row: number, column: number) => string;
}

/** Columns of the form that cells of the page were recognised as, by what stands before and behind them. */
export type LinkedHeads = ReadonlyMap<Cell, number>;

export function createColumnReader(grid: GridView, block: BlockData, linked: LinkedHeads): ColumnReader {
  const heads = findHeads(grid, block);
  const readings = new Map<Head, HeadReading>();
  const nearest = (row: number) => heads.findLast((head) => head.last < row);
  return {
    above(row) {
      const head = nearest(row);
      if (!head) return undefined;
      const reading = readings.get(head) ?? readHead(grid, block, head, linked);
      readings.set(head, reading);
      return reading;
    },
    head(row, column) {
      const head = nearest(row);
      if (!head) return '';
      const text = head.texts[column] ?? joinTexts(headCells(grid, head, column));
      head.texts[column] = text;
      return text;
    },
  };
}

interface Head {
  first: number;
  last: number;
  /** What it prints over the columns, those that were asked for. */
  readonly texts: string[];
}

/** Rows without a number in which labels of the block's columns stand, neighbours together, with what is above them. */
function findHeads(grid: GridView, block: BlockData): Head[] {
  const count = createLabelCount(block);
  const rows = Array.from({ length: grid.rows }, (_, row) => count(grid.row(row)));
  const wanted = Math.min(2, block.columns.length);
  const heads: Head[] = [];
  for (const [row, { columns, heads: corner, others }] of rows.entries()) {
    if (others === Number.POSITIVE_INFINITY || (columns < wanted && corner === 0)) continue;
    const before = heads.at(-1);
    if (before?.last === row - 1) before.last = row;
    else heads.push({ first: row, last: row, texts: [] });
  }
  const isAbove = (row: number) => (rows[row]?.columns ?? 0) > 0 && rows[row]?.others === 0;
  for (const head of heads) while (isAbove(head.first - 1)) head.first--;
  return heads;
}

interface LabelCount {
  readonly columns: number;
  readonly heads: number;
  /** Cells that are no label of the block; infinite where one is a number. */
  readonly others: number;
}

function createLabelCount(block: BlockData): (cells: readonly Cell[]) => LabelCount {
  const keys = columnKeysOf(block);
  return (cells) => {
    const count = { columns: 0, heads: 0, others: 0 };
    if (cells.some((cell) => cell.figure.value !== null)) count.others = Number.POSITIVE_INFINITY;
    for (const { text } of count.others > 0 ? [] : cells) {
      if (text === '') continue;
      const { isHead, isAnyLabel } = keys.read(text);
      if (isHead) count.heads++;
      else if (isAnyLabel) count.columns++;
      else count.others++;
    }
    return count;
  };
}

function headCells(grid: GridView, head: Head, column: number): Cell[] {
  const cells: Cell[] = [];
  for (let row = head.first; row <= head.last; row++) {
    const cell = grid.at(row, column);
    if (cell && cell !== cells.at(-1) && cell.text !== '') cells.push(cell);
  }
  return cells;
}

function joinTexts(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.text).join(' ');
}

function readHead(grid: GridView, block: BlockData, head: Head, linked: LinkedHeads): HeadReading {
  const map = matchColumns(grid, block, head, linked);
  const labels = printedLabels(grid, block, head);
  const own = [...new Set(labels.flat())].sort((x, y) => x - y);
  const isAligned = map.size === labels.length;
  for (const [column, index] of [...map]) spread(grid, head, column, index, map);
  const columns = [...map.keys()];
  return {
    map,
    printed: own.length === labels.length ? own : [],
    isAligned,
    leftmost: Math.min(...columns),
    rightmost: Math.max(...columns),
    named: new Set(map.values()).size,
  };
}

/** For each cell of the head that names columns of figures, which columns of the form it may name. */
function printedLabels(grid: GridView, block: BlockData, head: Head): (readonly number[])[] {
  const keys = columnKeysOf(block);
  const named: (readonly number[])[] = [];
  for (let row = head.first; row <= head.last; row++)
    for (const cell of grid.row(row)) {
      const { columns } = keys.read(cell.text);
      if (columns.length > 0) named.push(columns);
    }
  return named;
}

function matchColumns(
  grid: GridView,
  block: BlockData,
  head: Head,
  linked: LinkedHeads,
): Map<number, number> {
  const keys = columnKeysOf(block);
  const links: Link[] = [];
  for (let column = 0; column < grid.columns; column++) {
    const cells = headCells(grid, head, column);
    const gains = keys.gains(cells.map((cell) => cell.text));
    for (const [index, gain] of gains.entries()) {
      if (gain <= 0) continue;
      const bonus = cells.some((cell) => linked.get(cell) === index) ? costs.column.recognised : 0;
      links.push({ from: column, to: column, index, gain: gain + bonus });
    }
  }
  const inOrder = new Map(findBestChain(links, () => 0).chain.map((link) => [link.from, link.index]));
  const free = matchFreely(links);
  return free.size > inOrder.size ? free : inOrder;
}

/** Columns in another order than the form's: the best match first, each column once. */
function matchFreely(links: readonly Link[]): Map<number, number> {
  const map = new Map<number, number>();
  const taken = new Set<number>();
  for (const { from, index } of [...links].sort((a, b) => b.gain - a.gain)) {
    if (map.has(from) || taken.has(index)) continue;
    map.set(from, index);
    taken.add(index);
  }
  return map;
}

/** A head cell over several columns names all of them that have no name of their own. */
function spread(grid: GridView, head: Head, column: number, index: number, map: Map<number, number>): void {
  const cell = grid.at(head.last, column);
  if (!cell) return;
  for (let c = cell.column; c < cell.column + cell.columnSpan; c++) if (!map.has(c)) map.set(c, index);
}
