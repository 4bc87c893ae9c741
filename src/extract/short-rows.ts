import type { BlockData } from '../model/template.js';
import type { Assignment, Reading, RowNote, ShortRow } from './assignment.js';
import { noteRow, placeInOrder, regularColumns } from './by-order.js';
import { type Balance, findFittingWays, type Numbers } from './fit-sums.js';

/** More ways than this to put a row's figures under the columns are not looked through. */
const MOST_WAYS = 10_000;
const TOLERANCE = 1e-6;

/**
 * Rows with fewer figures than the form has columns, in all tables of the page together: where the sums of rows and
 * columns leave one way to put the figures of a row under the columns, they belong there. What the page leaves out counts
 * 0 in these sums and has no entry.
 */
export function placeShortRows(assigned: readonly Assignment[]): Assignment {
  const readings: Reading[] = [];
  const notes: RowNote[] = [];
  const short: ShortRow[] = [];
  for (const one of assigned) {
    for (const reading of one.readings) readings.push(reading);
    for (const note of one.notes) notes.push(note);
    for (const row of one.short ?? []) short.push(row);
  }
  if (short.length === 0) return { readings, notes };
  const placed = [...new Set(short.map(({ block }) => block))].map((block) =>
    placeInBlock(
      short.filter((row) => row.block === block),
      block,
      readings,
    ),
  );
  return {
    readings: [...readings, ...placed.flatMap((assignment) => assignment.readings)],
    notes: [...notes, ...placed.flatMap((assignment) => assignment.notes)],
  };
}

/** The columns under which the figures of a row may stand, one a figure. */
type Columns = readonly number[];

function placeInBlock(rows: readonly ShortRow[], block: BlockData, readings: readonly Reading[]): Assignment {
  const known = rows.filter((row) => isCheckable(row, block) && isAlone(row, rows, readings));
  const open = known.map((row) => ({ row, ways: waysOf(row, block) })).filter(({ ways }) => ways.length > 0);
  const numbers = open.map(({ row, ways }) => ways.map((columns) => numbersOf(row, columns, block)));
  const codes = open.map(({ row }) => row.row.code);
  const fitting = findFittingWays(numbers, readBalances(block, codes, readings));
  const placed = rows.map((row): Assignment => {
    if (!isCheckable(row, block)) return nothing('row_incomplete', row, block);
    if (!known.includes(row)) return nothing('row_fits_several_ways', row, block);
    const at = open.findIndex((one) => one.row === row);
    if (at < 0) return nothing('row_fits_no_way', row, block);
    const [only, other] = fitting?.[at] ?? [];
    if (!fitting || other !== undefined) return nothing('row_fits_several_ways', row, block);
    const columns = only === undefined ? undefined : open[at]?.ways[only];
    return columns ? placeUnder(row, block, columns) : nothing('row_fits_no_way', row, block);
  });
  return { readings: placed.flatMap((one) => one.readings), notes: placed.flatMap((one) => one.notes) };
}

/** It has fewer figures than the form has columns, and not too many ways, and the form says what adds up. */
function isCheckable({ figures }: ShortRow, block: BlockData): boolean {
  const columns = regularColumns(block).length;
  const isShort = figures.length > 0 && figures.length < columns;
  return block.sums !== undefined && isShort && countWays(columns, figures.length) <= MOST_WAYS;
}

/** A row that the page has twice says nothing of which is which. */
function isAlone({ row, block }: ShortRow, rows: readonly ShortRow[], readings: readonly Reading[]): boolean {
  const same = rows.filter((other) => other.row.code === row.code);
  const own = new Set(block.columns.map(({ code }) => `${row.code}${code}`));
  return same.length === 1 && !readings.some(({ code }) => own.has(code));
}

function nothing(kind: RowNote['kind'], { row, columns }: ShortRow, block: BlockData): Assignment {
  return { readings: [], notes: noteRow(kind, row, block, columns) };
}

/** All ways to put the figures under columns, in their order, in which the sums of the row hold. */
function waysOf(row: ShortRow, block: BlockData): Columns[] {
  const columns = regularColumns(block);
  let ways: Columns[] = [[]];
  for (const at of row.figures.keys()) {
    const last = columns.length - (row.figures.length - at);
    ways = ways.flatMap((way) =>
      columns.slice(0, last + 1).flatMap((column) => (column > (way.at(-1) ?? -1) ? [[...way, column]] : [])),
    );
  }
  return ways.filter((way) => rowAddsUp(numbersOf(row, way, block), block));
}

function countWays(columns: number, figures: number): number {
  let ways = 1;
  for (let i = 1; i <= figures; i++) ways = (ways * (columns - figures + i)) / i;
  return ways;
}

function numbersOf({ figures }: ShortRow, columns: Columns, block: BlockData): Numbers {
  const numbers = block.columns.map(() => 0);
  for (const [i, column] of columns.entries()) numbers[column] = figures[i]?.figure.value ?? 0;
  return numbers;
}

function rowAddsUp(numbers: Numbers, block: BlockData): boolean {
  const read = (code: string) => numbers[block.columns.findIndex((column) => column.code === code)] ?? 0;
  return (block.sums ?? []).every(
    ({ total, of }) => Math.abs(read(total) - of.reduce((sum, code) => sum + read(code), 0)) < TOLERANCE,
  );
}

/** The balances of the form, column by column, that short rows are part of and whose other rows the page has. */
function readBalances(block: BlockData, short: readonly string[], readings: readonly Reading[]): Balance[] {
  const numberOf = createNumbers(block, readings);
  return (block.balances ?? []).flatMap(({ left, right }) => {
    const terms = [
      ...left.map((code) => ({ code, sign: 1 as const })),
      ...right.map((code) => ({ code, sign: -1 as const })),
    ];
    const rows = terms.flatMap(({ code, sign }) =>
      short.includes(code) ? [{ row: short.indexOf(code), sign }] : [],
    );
    if (rows.length === 0) return [];
    const others = terms.filter(({ code }) => !short.includes(code));
    return regularColumns(block).flatMap((column) => {
      const numbers = others.map(({ code, sign }) => sign * numberOf(code, column));
      const fixed = numbers.reduce((sum, number) => sum + number, 0);
      return Number.isNaN(fixed) ? [] : [{ column, fixed, rows }];
    });
  });
}

/** The number in a row and column, 0 for a blank; NaN where the page does not tell it. */
function createNumbers(block: BlockData, readings: readonly Reading[]) {
  const found = new Map<string, number>();
  for (const { code, cell } of readings) {
    const number = cell.figure.state === 'text' ? Number.NaN : (cell.figure.value ?? 0);
    found.set(code, found.has(code) && found.get(code) !== number ? Number.NaN : number);
  }
  const at = (row: string, code: string | null | undefined) => found.get(`${row}${code ?? ''}`) ?? Number.NaN;
  return (row: string, column: number): number => {
    const code = block.columns[column]?.code;
    const number = at(row, code);
    const parts = block.sums?.find(({ total }) => total === code)?.of ?? [];
    return number === 0 && parts.some((part) => at(row, part) !== 0) ? Number.NaN : number;
  };
}

function placeUnder({ row, figures }: ShortRow, block: BlockData, columns: Columns): Assignment {
  return {
    ...placeInOrder({ ...row, figures }, block, columns, true),
    notes: noteRow('placed_by_sums', row, block),
  };
}
