import costs from '../data/align.json' with { type: 'json' };
import type { BlockData } from '../model/template.js';
import { wordIn } from './cell-text.js';
import type { Cell } from './cells.js';
import { findBestChain, type Link } from './chain.js';
import { type ColumnKeys, columnKeysOf } from './column-keys.js';
import type { GridView } from './grid-view.js';
import { type PrintedHead, readPrintedHead } from './printed-head.js';

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
  /** It has all that every page in the form has. */
  readonly isWhole: boolean;
  /** The printed head over a column of the grid. */
  readonly over: (column: number) => PrintedHead;
}

/** Knows, for one block of a form, which rows of a grid are its head and what each column below them holds. */
export interface ColumnReader {
  /** What the nearest head above a row says; undefined where there is no head above. */
  readonly above: (row: number) => HeadReading | undefined;
}

/** The column of the block that a cell of the page was recognised as, by what stands before and behind it. */
export type LinkedHead = (cell: Cell) => number | undefined;

export function createColumnReader(grid: GridView, block: BlockData, linked: LinkedHead): ColumnReader {
  const heads = findHeads(grid, block);
  const readings: HeadReading[] = [];
  return {
    above(row) {
      let at = heads.length - 1;
      while (at >= 0 && (heads[at]?.last ?? 0) >= row) at--;
      const head = heads[at];
      if (!head) return undefined;
      const reading = readings[at] ?? readHead(grid, block, head, linked);
      readings[at] = reading;
      return reading;
    },
  };
}

interface Head {
  first: number;
  last: number;
}

/** Rows without a number in which labels of the block's columns stand, neighbours together, with what is above them. */
function findHeads(grid: GridView, block: BlockData): Head[] {
  const keys = columnKeysOf(block);
  const wanted = Math.min(2, block.columns.length);
  const heads: Head[] = [];
  const isAbove: boolean[] = [];
  for (let row = 0; row < grid.rows; row++) {
    if (grid.hasNumber(row)) continue;
    const { columns, corner, others } = countLabels(grid.row(row), keys);
    isAbove[row] = columns > 0 && others === 0;
    if (columns < wanted && corner === 0) continue;
    const before = heads.at(-1);
    if (before?.last === row - 1) before.last = row;
    else heads.push({ first: row, last: row });
  }
  for (const head of heads) while (isAbove[head.first - 1]) head.first--;
  return heads;
}

interface LabelCount {
  readonly columns: number;
  readonly corner: number;
  /** Cells that are no label of the block. */
  readonly others: number;
}

function countLabels(cells: readonly Cell[], keys: ColumnKeys): LabelCount {
  const count = { columns: 0, corner: 0, others: 0 };
  for (const cell of cells) {
    if (cell.text === '') continue;
    const { isHead, isAnyLabel } = keys.read(wordIn(cell));
    if (isHead) count.corner++;
    else if (isAnyLabel) count.columns++;
    else count.others++;
  }
  return count;
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

function readHead(grid: GridView, block: BlockData, head: Head, linked: LinkedHead): HeadReading {
  const map = matchColumns(grid, block, head, linked);
  const { labels, columns } = printedColumns(grid, block, head);
  const isAligned = map.size === labels;
  const named = new Set(map.values());
  for (const [column, index] of [...map]) spread(grid, head, column, index, map);
  let [leftmost, rightmost] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const column of map.keys()) {
    leftmost = Math.min(leftmost, column);
    rightmost = Math.max(rightmost, column);
  }
  const heads: PrintedHead[] = [];
  return {
    map,
    printed: columns.length === labels ? columns : [],
    isAligned,
    leftmost,
    rightmost,
    named: named.size,
    isWhole: block.columns.every(({ optional }, i) => optional || named.has(i)),
    over(column) {
      const printed = heads[column] ?? readPrintedHead(joinTexts(headCells(grid, head, column)));
      heads[column] = printed;
      return printed;
    },
  };
}

/** How many cells of the head name columns of figures, and which columns of the form they may name. */
function printedColumns(
  grid: GridView,
  block: BlockData,
  head: Head,
): { labels: number; columns: readonly number[] } {
  const keys = columnKeysOf(block);
  const isNamed: boolean[] = [];
  let labels = 0;
  for (let row = head.first; row <= head.last; row++)
    for (const cell of grid.row(row)) {
      const { columns } = keys.read(wordIn(cell));
      if (columns.length > 0) labels++;
      for (const column of columns) isNamed[column] = true;
    }
  return { labels, columns: [...block.columns.keys()].filter((column) => isNamed[column]) };
}

function matchColumns(grid: GridView, block: BlockData, head: Head, linked: LinkedHead): Map<number, number> {
  const keys = columnKeysOf(block);
  const links: Link[] = [];
  let named = 0;
  for (let column = 0; column < grid.columns; column++) {
    const before = links.length;
    const cells = headCells(grid, head, column);
    const gains = keys.gains(cells.map(wordIn));
    for (let index = 0; index < gains.length; index++) {
      const gain = gains[index] ?? 0;
      if (gain <= 0) continue;
      const bonus = cells.some((cell) => linked(cell) === index) ? costs.column.recognised : 0;
      links.push({ from: column, to: column, index, gain: gain + bonus });
    }
    if (links.length > before) named++;
  }
  const { chain } = findBestChain(links, NO_COST);
  const free = chain.length < named ? matchFreely(links) : undefined;
  if (free && free.size > chain.length) return free;
  const inOrder = new Map<number, number>();
  for (const { from, index } of chain) inOrder.set(from, index);
  return inOrder;
}

const NO_COST = () => 0;

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
