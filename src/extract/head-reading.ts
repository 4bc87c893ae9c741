import costs from '../data/align.json' with { type: 'json' };
import type { BlockData } from '../model/template.js';
import { createRecent } from '../text/remember.js';
import { wordIn } from './cell-text.js';
import type { Cell } from './cells.js';
import { findBestChain, type Link } from './chain.js';
import { columnKeysOf } from './column-keys.js';
import { type ColumnList, type ColumnMap, listColumns } from './complete-columns.js';
import type { GridView } from './grid-view.js';
import { NO_HEAD, type PrintedHead, readPrintedHead } from './printed-head.js';

/** The rows of a grid that are a head. */
export interface Head {
  first: number;
  last: number;
}

/** The head above a row and what it makes of the columns. */
export interface HeadReading {
  /** Which column of the form stands in a column of the grid. */
  readonly map: ColumnMap;
  readonly columns: ColumnList;
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

/** The column of the block that a cell of the page was recognised as, by what stands before and behind it. */
export type LinkedHead = (cell: Cell) => number | undefined;

function headCells(grid: GridView, head: Head, column: number): Cell[] {
  const cells: Cell[] = [];
  for (let row = head.first; row <= head.last; row++) {
    const cell = grid.at(row, column);
    if (cell && cell !== cells.at(-1) && cell.text !== '') cells.push(cell);
  }
  return cells;
}

function textOver(grid: GridView, head: Head, column: number): string {
  return headCells(grid, head, column)
    .map(({ word, text }) => word?.text ?? text)
    .join(' ');
}

const recent = new WeakMap<BlockData, ReturnType<typeof createRecent<HeadReading>>>();

/** What a head makes of the columns of a block. Most pages print the same few heads: the last readings are kept. */
export function readHead(grid: GridView, block: BlockData, head: Head, linked: LinkedHead): HeadReading {
  const signature = signatureOf(grid, head, linked);
  if (!signature) return readColumns(grid, block, head, linked);
  const known = recent.get(block) ?? createRecent<HeadReading>();
  recent.set(block, known);
  return known(signature, () => readColumns(grid, block, head, linked));
}

/** All that a reading is made from; undefined where it is too much, or nothing that recurs. */
function signatureOf(grid: GridView, head: Head, linked: LinkedHead): unknown[] | undefined {
  const signature: unknown[] = [grid.columns];
  for (let column = 0; column < grid.columns; column++)
    if ((grid.at(head.first, column)?.row ?? head.first) < head.first) return undefined;
  for (let row = head.first; row <= head.last; row++)
    for (const cell of grid.row(row)) {
      if (signature.length > MOST_SIGNS || (cell.word === null && cell.text !== '')) return undefined;
      const { word, column, columnSpan, rowSpan } = cell;
      signature.push(word, row - head.first, column, columnSpan, rowSpan, linked(cell));
    }
  return signature;
}

const MOST_SIGNS = 500;

function readColumns(grid: GridView, block: BlockData, head: Head, linked: LinkedHead): HeadReading {
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
  const heads = Array.from({ length: grid.columns }, (_, column) =>
    readPrintedHead(textOver(grid, head, column)),
  );
  return {
    map,
    columns: listColumns(map),
    printed: columns.length === labels ? columns : [],
    isAligned,
    leftmost,
    rightmost,
    named: named.size,
    isWhole: block.columns.every(({ optional }, i) => optional || named.has(i)),
    over: (column) => heads[column] ?? NO_HEAD,
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
