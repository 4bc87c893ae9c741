import type { BlockData } from '../model/template.js';
import type { Label } from './candidates.js';
import type { Cell } from './cells.js';
import type { ColumnReader, HeadReading } from './columns.js';
import type { GridView } from './grid-view.js';
import type { FormMatch } from './match-form.js';
import { createReaders, labelledRows, type Row, unlabelledRows } from './rows.js';

/** A cell of the page that holds what the form's row and column ask for. */
export interface Reading {
  readonly code: string;
  readonly cell: Cell;
  /** Labels as printed, outermost first. */
  readonly path: readonly string[];
  readonly column: string | null;
  /** Unit printed in the row or the head. */
  readonly unit: string | null;
}

/** Why figures of a row went to no indicator, or by what they were placed. */
export interface RowNote {
  readonly kind: 'columns_by_order' | 'row_incomplete';
  readonly label: string;
  readonly cell: Cell;
  readonly codes: readonly string[];
}

export interface Assignment {
  readonly readings: readonly Reading[];
  readonly notes: readonly RowNote[];
}

const SHARE = '%';

/** Puts the figures of every recognised row under the columns of the form. */
export function assignFigures(
  match: FormMatch,
  labels: readonly Label[],
  cells: readonly Cell[],
  grids: readonly GridView[],
): Assignment {
  const readings: Reading[] = [];
  const notes: RowNote[] = [];
  const reader = createReaders(match, grids);
  const rows = [
    ...labelledRows(match, labels, cells, grids),
    ...unlabelledRows(match, labels, grids, reader),
  ];
  for (const row of rows) {
    const block = match.form.data.blocks[row.block];
    const grid = row.figures[0]?.grid ?? null;
    if (!block || row.figures.length === 0) continue;
    const placed = grid === null ? byOrder(row, block) : byHead(row, block, reader(grid, row.block));
    readings.push(...placed.readings);
    notes.push(...placed.notes);
  }
  return { readings, notes };
}

/**
 * Columns of a grid are known by the head above them. Where the rendering has lost the spans, so that head and figures
 * no longer stand over each other, or the head itself, the order decides, as it does in lines.
 */
function byHead(row: Row, block: BlockData, reader: ColumnReader | undefined): Assignment {
  const first = row.figures[0];
  const head = first && reader?.above(first.row);
  if (!reader || !head || head.map.size === 0) return byOrder(row, block);
  const printed = { ...row, figures: row.figures.filter((cell) => cell.kind === 'figure') };
  const leftmost = Math.min(...head.map.keys());
  const isUnread = row.label === undefined && printed.figures.length > new Set(head.map.values()).size;
  if (!head.isAligned || isUnread || leftmost < firstColumn(row))
    return byOrder({ ...row, columns: printedIn(head, row, block) }, block);
  if (isShifted(printed, head)) return inOrder(printed, block, printedIn(head, printed, block));
  const taken = new Set<number>();
  const readings: Reading[] = [];
  for (const cell of row.figures) {
    const column = columnOf(cell, head.map);
    const data = column === undefined ? undefined : block.columns[column];
    if (column === undefined || !data || data.code === null || taken.has(column)) continue;
    taken.add(column);
    const texts = reader.head(cell.row, cell.column);
    readings.push(build(row, cell, data.code, texts.join(' ')));
  }
  return { readings, notes: [] };
}

/** As many figures as the head has columns, and one of them under none: the row has moved against its head. */
function isShifted(row: Row, head: HeadReading): boolean {
  const astray = row.figures.some(
    (cell) => cell.figure.value !== null && columnOf(cell, head.map) === undefined,
  );
  return astray && row.figures.length === new Set(head.map.values()).size;
}

function firstColumn(row: Row): number {
  return row.label ? row.label.column + row.label.columnSpan : 0;
}

/** A head that prints all columns of the form prints them in its order, even where names repeat. */
function printedIn(head: HeadReading, row: Row, block: BlockData): readonly number[] {
  const all = regularColumns(block);
  return head.printed.length > 0 || row.figures.length !== all.length ? head.printed : all;
}

function columnOf(cell: Cell, map: ReadonlyMap<number, number>): number | undefined {
  for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
    const found = map.get(column);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Lines have no columns: the labels of the head decide, or where it is lost the order of the form, if the count agrees. */
function byOrder(row: Row, block: BlockData): Assignment {
  const all = regularColumns(block);
  const known = row.columns.length > 0 ? row.columns : all;
  const sets = [known, withoutShares(known, block, row)];
  const own = withoutPageNumber(row.figures);
  const readings = [own, own.filter((cell) => !cell.isPadding)];
  for (const figures of readings) {
    const fitting = sets.find((columns) => columns.length === figures.length);
    const isSure = fitting === row.columns && figures.length === own.length;
    if (fitting) return inOrder({ ...row, figures }, block, fitting, isSure);
  }
  return inOrder(row, block, known);
}

/** A number on a line of its own behind a row that stands on one line is the page's. */
function withoutPageNumber(figures: readonly Cell[]): readonly Cell[] {
  const last = figures.at(-1);
  const isPageNumber =
    last?.isAlone && PAGE_NUMBER.test(last.text) && figures.slice(0, -1).every((cell) => !cell.isAlone);
  return isPageNumber ? figures.slice(0, -1) : figures;
}

const PAGE_NUMBER = /^\d{1,3}$/;

function regularColumns(block: BlockData): number[] {
  return block.columns.flatMap((column, i) => (column.optional ? [] : [i]));
}

/** A row may leave its share empty, such as the total's: without a per cent sign no figure belongs there. */
function withoutShares(columns: readonly number[], block: BlockData, row: Row): readonly number[] {
  if (row.figures.some((cell) => cell.figure.unit === SHARE)) return columns;
  return columns.filter((column) => block.columns[column]?.unit !== SHARE);
}

function inOrder(row: Row, block: BlockData, columns: readonly number[], headed = false): Assignment {
  const cell = row.label ?? row.figures[0];
  const codes = columns.map((column) => `${row.code}${block.columns[column]?.code ?? ''}`);
  const note = (kind: RowNote['kind']) => (cell ? [{ kind, label: row.path.join(' '), cell, codes }] : []);
  if (row.figures.length !== columns.length) return { readings: [], notes: note('row_incomplete') };
  const readings = row.figures.flatMap((figure, i) => {
    const data = block.columns[columns[i] ?? 0];
    return data && data.code !== null ? [build(row, figure, data.code, data.labels[0] ?? '')] : [];
  });
  return { readings, notes: headed || columns.length === 1 ? [] : note('columns_by_order') };
}

function build(row: Row, cell: Cell, column: string, head: string): Reading {
  return { code: row.code + column, cell, path: row.path, column: head === '' ? null : head, unit: row.unit };
}
