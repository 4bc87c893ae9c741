import align from '../data/align.json' with { type: 'json' };
import type { Template } from '../model/template.js';
import { labelKeys } from '../text/labels.js';
import { rememberWord, type Word } from '../text/word.js';
import { wordIn } from './cell-text.js';
import type { Cell } from './cells.js';

/** Which labels of a form a text may be, as bits. */
type KindReader = (word: Word) => number;

const ROW = 1;
const COLUMN = 2;

const readers = new WeakMap<Template, KindReader>();

/**
 * Turns the cells of tables that print the form's rows side by side, as heads of columns. Their place stays the
 * page's (`isTurned`).
 */
export function turnGrids(cells: readonly Cell[], template: Template | null): readonly Cell[] {
  if (!template) return cells;
  const read = readers.get(template) ?? createKindReader(template);
  readers.set(template, read);
  let turned: Cell[] | undefined;
  for (let from = 0, to = 0; from < cells.length; from = to) {
    const grid = cells[from]?.grid;
    while (to < cells.length && cells[to]?.grid === grid) to++;
    const isToTurn = grid !== null && isTurned(cells, from, to, read);
    if (isToTurn) turned ??= cells.slice(0, from);
    if (!turned) continue;
    const run = cells.slice(from, to);
    for (const cell of isToTurn ? run.map(turn).sort(inRows) : run) turned.push(cell);
  }
  return turned ?? cells;
}

function createKindReader({ forms }: Template): KindReader {
  const rows = new Set<string>();
  const columns = new Set<string>();
  for (const [key, nodes] of forms.flatMap((form) => [...form.keys]))
    for (const { kind } of nodes) {
      if (kind === 'row') rows.add(key);
      if (kind === 'column') columns.add(key);
    }
  return rememberWord(({ text }) => {
    const keys = labelKeys(text);
    const isRow = keys.some((key) => rows.has(key));
    const isColumn = keys.some((key) => columns.has(key));
    return (isRow ? ROW : 0) + (isColumn ? COLUMN : 0);
  });
}

/** The labels above the figures are the form's rows, and those beside them are not. */
function isTurned(cells: readonly Cell[], from: number, to: number, read: KindReader): boolean {
  let first = Number.POSITIVE_INFINITY;
  for (let i = from; i < to; i++) {
    const cell = cells[i];
    if (cell?.kind === 'figure' && cell.row < first) first = cell.row;
  }
  if (first === Number.POSITIVE_INFINITY) return false;
  const above = countLabels(cells, from, to, read, (row) => row < first);
  if (above.labels < align.turned.fewest_heads) return false;
  if (above.rows < above.labels * align.turned.share_of_rows || above.rows <= above.columns) return false;
  const beside = countLabels(cells, from, to, read, (row) => row >= first);
  return beside.columns >= beside.rows;
}

function countLabels(
  cells: readonly Cell[],
  from: number,
  to: number,
  read: KindReader,
  isMeant: (row: number) => boolean,
): { labels: number; rows: number; columns: number } {
  const count = { labels: 0, rows: 0, columns: 0 };
  for (let i = from; i < to; i++) {
    const cell = cells[i];
    if (cell?.kind !== 'label' || !isMeant(cell.row)) continue;
    const kinds = read(wordIn(cell));
    count.labels++;
    if ((kinds & ROW) !== 0) count.rows++;
    if ((kinds & COLUMN) !== 0) count.columns++;
  }
  return count;
}

function turn(cell: Cell): Cell {
  const { row, column, rowSpan, columnSpan } = cell;
  return { ...cell, row: column, column: row, rowSpan: columnSpan, columnSpan: rowSpan, isTurned: true };
}

function inRows(a: Cell, b: Cell): number {
  return a.row - b.row || a.column - b.column;
}
