import type { BlockData } from '../model/template.js';
import { labelKeys } from '../text/labels.js';
import type { Assignment, Reading, RowNote } from './assignment.js';
import type { Cell } from './cells.js';
import { type PrintedHead, readPrintedHead } from './printed-head.js';
import type { Row } from './rows.js';

const SHARE = '%';

/**
 * Where a rendering has lost the columns, the labels of the head decide, or where it is lost too the order of the form,
 * if there are as many cells as columns.
 */
export function placeByOrder(row: Row, block: BlockData): Assignment {
  const all = regularColumns(block);
  const printed = row.columns();
  const known = printed.length > 0 ? printed : all;
  const sets = [known, withoutShares(known, block, row), ...(all.length > known.length ? [all] : [])];
  const own = withoutPageNumber(row.figures);
  const filled = own.filter((cell) => !cell.isPadding);
  const ways = [own, row.figures, filled, own.filter((cell) => cell.kind === 'figure')];
  for (const figures of ways) {
    const fitting = sets.find((columns) => columns.length === figures.length);
    const isHeaded = fitting === printed && (figures === own || figures === row.figures);
    const isSure = isHeaded || (fitting?.length === 1 && figures.length >= filled.length);
    if (fitting) return placeInOrder({ ...row, figures }, block, fitting, isSure);
  }
  const first = firstOfTwo(row, block, all);
  if (first) return placeInOrder({ ...row, figures: first }, block, all);
  const trimmed = withoutEdges(own, known.length);
  if (trimmed) return placeInOrder({ ...row, figures: trimmed }, block, known);
  const figures = own.filter((cell) => cell.kind === 'figure');
  return { readings: [], notes: [], short: [{ row, block, columns: known, figures }] };
}

/** The row behind this one has lost its label: its figures follow, and both rows' totals say so. */
function firstOfTwo(row: Row, block: BlockData, columns: readonly number[]): readonly Cell[] | undefined {
  const count = columns.length;
  const halves = [row.figures.slice(0, count), row.figures.slice(-count)];
  const between = row.figures.slice(count, -count);
  const isTwo =
    block.sums !== undefined &&
    row.label?.grid === null &&
    row.figures.length >= count * 2 &&
    between.every((cell) => cell.kind === 'blank');
  const addsUp = (cells: readonly Cell[]) => sumsAgree(cells, columns, block);
  return isTwo && halves.every(addsUp) ? halves[0] : undefined;
}

/** The cells under these columns, taken for 0 where nothing is printed, agree with the block's sums. */
function sumsAgree(cells: readonly Cell[], columns: readonly number[], block: BlockData): boolean {
  const byCode = new Map(
    cells.map((cell, i) => [block.columns[columns[i] ?? 0]?.code, cell.figure.value ?? 0]),
  );
  const read = (code: string) => byCode.get(code) ?? 0;
  return (block.sums ?? []).every(
    ({ total, of }) => read(total) === of.reduce((sum, code) => sum + read(code), 0),
  );
}

/** Cells that were too many may be empty ones at one end of the row; where both ends have them, nobody knows which. */
function withoutEdges(cells: readonly Cell[], wanted: number): readonly Cell[] | undefined {
  const excess = cells.length - wanted;
  const first = cells.findIndex((cell) => cell.kind === 'figure');
  const behind = cells.length - 1 - cells.findLastIndex((cell) => cell.kind === 'figure');
  if (excess <= 0 || first < 0) return undefined;
  const starts = Array.from({ length: excess + 1 }, (_, i) => i).filter(
    (start) => start <= first && excess - start <= behind,
  );
  const [start] = starts;
  return starts.length === 1 && start !== undefined ? cells.slice(start, start + wanted) : undefined;
}

/** A number on a line of its own behind a row that stands on one line is the page's. */
function withoutPageNumber(figures: readonly Cell[]): readonly Cell[] {
  const last = figures.at(-1);
  const isPageNumber =
    last?.isAlone && PAGE_NUMBER.test(last.text) && figures.slice(0, -1).every((cell) => !cell.isAlone);
  return isPageNumber ? figures.slice(0, -1) : figures;
}

const PAGE_NUMBER = /^\d{1,3}$/;

const regular = new WeakMap<BlockData, readonly number[]>();

/** Columns that every page in the form has. */
export function regularColumns(block: BlockData): readonly number[] {
  const known = regular.get(block) ?? block.columns.flatMap((column, i) => (column.optional ? [] : [i]));
  regular.set(block, known);
  return known;
}

/** A row may leave its share empty, such as the total's: without a per cent sign no figure belongs there. */
function withoutShares(columns: readonly number[], block: BlockData, row: Row): readonly number[] {
  if (row.figures.some((cell) => cell.figure.unit === SHARE)) return columns;
  return columns.filter((column) => block.columns[column]?.unit !== SHARE);
}

/** The figures of a row one by one under `columns` of the form; `isSure` where the page says that these are the columns. */
export function placeInOrder(
  row: Row,
  block: BlockData,
  columns: readonly number[],
  isSure = columns.length === 1,
): Assignment {
  const readings: Reading[] = [];
  for (const [i, figure] of row.figures.entries()) {
    const column = columns[i] ?? 0;
    const code = row.codes[column] ?? null;
    if (code !== null) readings.push(buildReading(row, figure, code, headOf(row, block, column)));
  }
  return { readings, notes: isSure ? [] : noteRow('columns_by_order', row, block, columns) };
}

/** The head of a column as the page prints it, else the form's name for it without the form's unit. */
export function headOf(row: Row, block: BlockData, column: number): PrintedHead {
  const text = row.heads().get(column) ?? labelKeys(block.columns[column]?.labels[0] ?? '').at(-1);
  return readPrintedHead(text ?? '');
}

/** Says of a row how its figures were placed, or that they were not, and which indicators that concerns. */
export function noteRow(
  kind: RowNote['kind'],
  row: Row,
  block: BlockData,
  columns: readonly number[] = regularColumns(block),
): RowNote[] {
  const cell = row.label ?? row.figures[0];
  const codes = columns.map((column) => `${row.code}${block.columns[column]?.code ?? ''}`);
  return cell ? [{ kind, label: nameOf(row, block), form: row.takenFor ?? '', cell, codes }] : [];
}

/** What the page prints before the row; where the form has no label there, what stands over its columns. */
function nameOf({ path }: Row, { columns }: BlockData): string {
  if (path.length > 0) return path.join(' ');
  return [...new Set(columns.flatMap(({ under = [] }) => under.slice(0, 1)))].join(' ');
}

export function buildReading(row: Row, cell: Cell, code: string, head: PrintedHead): Reading {
  return { code, cell, path: row.path, column: head.text, unit: row.unit ?? head.unit };
}
