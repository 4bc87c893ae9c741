import type { BlockData } from '../model/template.js';
import type { Assignment, Reading, RowNote, ShortRow } from './assignment.js';
import { buildReading, headOf, noteRow, placeByOrder, placeInOrder, regularColumns } from './by-order.js';
import type { Label } from './candidates.js';
import type { Cell } from './cells.js';
import type { ColumnReader } from './columns.js';
import { type ColumnList, type ColumnMap, completeColumns, listColumns } from './complete-columns.js';
import type { GridView } from './grid-view.js';
import type { HeadReading } from './head-reading.js';
import type { FormMatch } from './match-form.js';
import type { PrintedHead } from './printed-head.js';
import { createReaders, labelledRows, type Row } from './rows.js';
import { unlabelledRows } from './unlabelled-rows.js';

/** Puts the figures of every recognised row under the columns of the form. */
export function assignFigures(
  match: FormMatch,
  labels: readonly Label[],
  cells: readonly Cell[],
  grids: readonly GridView[],
): Assignment {
  const readings: Reading[] = [];
  const notes: RowNote[] = [];
  const short: ShortRow[] = [];
  const reader = createReaders(match, labels, grids);
  const rows = labelledRows(match, labels, cells, grids);
  for (const row of unlabelledRows(match, labels, grids, reader)) rows.push(row);
  const places = createPlaceFinder(rows, match.form.data.blocks.length);
  for (const row of rows) {
    const block = match.form.data.blocks[row.block];
    const grid = row.figures[0]?.grid ?? null;
    if (!block || row.figures.length === 0) continue;
    const placed =
      grid === null ? placeByOrder(row, block) : inGrid(row, block, reader(grid, row.block), places);
    for (const reading of placed.readings) readings.push(reading);
    for (const note of placed.notes) notes.push(note);
    if (row.takenFor !== undefined && placed.readings.length > 0)
      notes.push(...noteRow('row_by_likeness', row, block));
    if (placed.short) for (const one of placed.short) short.push(one);
  }
  return { readings, notes, short };
}

/**
 * Columns of a grid are known by the head above them. Where the rendering has lost the head, or parts of it, the columns
 * that hold figures are the form's, if they are as many; where it has lost the spans, so that head and figures no longer
 * stand over each other, the order decides, as it does in lines.
 */
function inGrid(
  row: Row,
  block: BlockData,
  reader: ColumnReader | undefined,
  findPlaces: PlaceFinder,
): Assignment {
  const head = row.figures[0] && reader?.above(row.figures[0].row);
  if (!head || head.map.size === 0) return byPlaceOrOrder(row, block, findPlaces(row, block, NONE));
  const isUnread = row.label === undefined && row.figures.filter(isPrinted).length > head.named;
  const isMoved = !head.isAligned || head.leftmost < firstColumn(row);
  const columns = printedIn(head, row.figures, block);
  if (isMoved || isUnread) {
    const ordered = placeByOrder({ ...row, columns: () => columns }, block);
    return ordered.readings.length > 0 ? ordered : byPlaceOrOrder(row, block, findPlaces(row, block, NONE));
  }
  const places = head.isWhole ? undefined : findPlaces(row, block, head.map);
  if (places && places.size > head.map.size)
    return byPlaceOrOrder({ ...row, columns: () => columns }, block, places);
  const readings = underHeads(row, head.columns, head.over);
  const outside = row.figures.filter((cell) => columnOf(cell, head.columns) === undefined);
  if (outside.length === 0) return { readings, notes: NO_NOTES };
  const astray = placeAstray(row, block, head, outside);
  return astray ?? { readings, notes: outside.some(isNumber) ? noteMissing(row, block, readings) : NO_NOTES };
}

const NO_NOTES: readonly RowNote[] = [];

/**
 * Where figures have moved against their head, the order decides; undefined where they have not.
 * @param outside cells of the row that stand under no head
 */
function placeAstray(
  row: Row,
  block: BlockData,
  head: HeadReading,
  outside: readonly Cell[],
): Assignment | undefined {
  const figures = row.figures.filter(isPrinted);
  if (outside.some((cell) => isPrinted(cell) && isNumber(cell)) && figures.length === head.named)
    return placeInOrder({ ...row, figures }, block, printedIn(head, figures, block));
  const bare = outside.filter((cell) => head.over(cell.column).text === null);
  const isAstray = bare.some(isNumber) || (bare.length > 0 && endsEarly(row, head));
  const columns = printedIn(head, row.figures, block);
  return isAstray ? placeByOrder({ ...row, columns: () => columns }, block) : undefined;
}

/** The row has no cell under the last head. */
function endsEarly({ figures }: Row, { rightmost }: HeadReading): boolean {
  return figures.every((cell) => cell.column + cell.columnSpan <= rightmost);
}

function isPrinted(cell: Cell): boolean {
  return cell.kind === 'figure';
}

function isNumber(cell: Cell): boolean {
  return cell.figure.value !== null;
}

function byPlaceOrOrder(row: Row, block: BlockData, places: ColumnMap | undefined): Assignment {
  const listed = listColumns(places ?? NONE);
  const columns = row.figures.map((cell) => columnOf(cell, listed));
  const isAstray = row.figures.some((cell, i) => isNumber(cell) && columns[i] === undefined);
  const isWhole = places !== undefined && [...places.values()].every((index) => columns.includes(index));
  if (!places || isAstray || !isWhole) return placeByOrder(row, block);
  const readings = underHeads(row, listed, (_, column) => headOf(row, block, column));
  const notes = places.size > 1 ? noteRow('columns_by_order', row, block, [...places.values()]) : [];
  return { readings, notes };
}

/** @param head the head over a column of the grid, which is a column of the form */
function underHeads(
  row: Row,
  list: ColumnList,
  head: (inGrid: number, column: number) => PrintedHead,
): Reading[] {
  const taken: boolean[] = [];
  const readings: Reading[] = [];
  for (const cell of row.figures) {
    const column = columnOf(cell, list);
    if (column === undefined || taken[column] === true) continue;
    const code = row.codes[column] ?? null;
    if (code === null) continue;
    taken[column] = true;
    readings.push(buildReading(row, cell, code, head(cell.column, column)));
  }
  return readings;
}

function noteMissing(row: Row, block: BlockData, readings: readonly Reading[]): RowNote[] {
  const found = new Set(readings.map((reading) => reading.code));
  const missing = regularColumns(block).filter(
    (i) => !found.has(`${row.code}${block.columns[i]?.code ?? ''}`),
  );
  return missing.length > 0 ? noteRow('figures_without_head', row, block, missing) : [];
}

type PlaceFinder = (row: Row, block: BlockData, known: ColumnMap) => ColumnMap | undefined;

const NONE: ColumnMap = new Map();

/** For a row in a grid, the columns of the form by the columns that hold figures in the block's rows there. */
function createPlaceFinder(rows: readonly Row[], blocks: number): PlaceFinder {
  const found: Map<ColumnMap, ColumnMap | undefined>[] = [];
  return (row, block, known) => {
    const grid = row.figures[0]?.grid ?? 0;
    const key = grid * blocks + row.block;
    const places = found[key] ?? new Map<ColumnMap, ColumnMap | undefined>();
    found[key] = places;
    if (!places.has(known)) {
      const own = rows.filter((other) => other.block === row.block && other.figures[0]?.grid === grid);
      places.set(known, completeColumns(known, columnsOf(own), regularColumns(block)));
    }
    return places.get(known);
  };
}

function columnsOf(rows: readonly Row[]): number[] {
  const columns = new Set<number>();
  for (const row of rows) for (const cell of row.figures) if (isPrinted(cell)) columns.add(cell.column);
  return [...columns].sort((a, b) => a - b);
}

function firstColumn(row: Row): number {
  return row.label ? row.label.column + row.label.columnSpan : 0;
}

/** A head that prints all columns of the form prints them in its order, even where names repeat. */
function printedIn(head: HeadReading, figures: readonly Cell[], block: BlockData): readonly number[] {
  const all = regularColumns(block);
  return head.printed.length > 0 || figures.length !== all.length ? head.printed : all;
}

function columnOf(cell: Cell, list: ColumnList): number | undefined {
  for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
    const found = list[column];
    if (found !== undefined) return found;
  }
  return undefined;
}
