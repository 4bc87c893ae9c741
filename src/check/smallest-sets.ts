import { isZero, type Row, type System } from './system.js';

/** One cell that may be wrong: `known` index, and printed less true figure. */
export interface Suspect {
  readonly cell: number;
  readonly error: number;
}

type SetOfSuspects = readonly Suspect[];

/** More sets than this tell nobody anything. */
const MOST_SETS = 30;

/**
 * The smallest sets of cells whose correction makes every residual zero; an empty set where all are zero already.
 * @param isPossible whether a set's corrections can be true: no negative count, no broken one
 * @returns undefined where only more than `largest` cells together, or too many sets, would do
 */
export function findSmallestSets(
  system: System,
  isPossible: (set: SetOfSuspects) => boolean,
  largest: number,
): SetOfSuspects[] | undefined {
  const search = createSearch(system.rows);
  const residuals = system.rows.map((row) => row.residual);
  if (residuals.every(isZero)) return isPossible([]) ? [[]] : undefined;
  for (let size = 1; size <= largest; size++) {
    const found = new Map<string, SetOfSuspects>();
    for (const set of search(residuals, size)) {
      const sorted = [...set].sort((a, b) => a.cell - b.cell);
      if (isPossible(sorted)) found.set(sorted.map((suspect) => suspect.cell).join(), sorted);
      if (found.size > MOST_SETS) return undefined;
    }
    if (found.size > 0) return [...found.values()];
  }
  return undefined;
}

type Search = (residuals: readonly number[], size: number) => Generator<SetOfSuspects>;

/** In a smallest set some cell stands alone in a failing equation, whose residual gives its error; so for the rest. */
function createSearch(rows: readonly Row[]): Search {
  const cells = readColumns(rows);
  return function* search(residuals: readonly number[], size: number): Generator<SetOfSuspects> {
    const failing = residuals.flatMap((residual, row) => (isZero(residual) ? [] : [row]));
    if (failing.length === 0) return;
    const from = size < 3 ? failing.slice(0, 1) : failing;
    const suspects = new Set(from.flatMap((row) => cellsOf(rows[row])));
    for (const cell of suspects) {
      for (const error of errorsOf(cells[cell] ?? [], residuals, size)) {
        const rest = without(residuals, cells[cell] ?? [], error);
        if (size === 1 && rest.every(isZero)) yield [{ cell, error }];
        if (size === 1) continue;
        for (const others of search(rest, size - 1))
          if (others.every((other) => other.cell !== cell)) yield [{ cell, error }, ...others];
      }
    }
  };
}

interface Entry {
  readonly row: number;
  readonly coefficient: number;
}

function readColumns(rows: readonly Row[]): Entry[][] {
  const columns: Entry[][] = (rows[0]?.coefficients ?? []).map(() => []);
  for (const [row, { coefficients }] of rows.entries())
    for (const cell of cellsOf({ coefficients }))
      columns[cell]?.push({ row, coefficient: coefficients[cell] ?? 0 });
  return columns;
}

function cellsOf(row: Pick<Row, 'coefficients'> | undefined): number[] {
  const cells: number[] = [];
  const coefficients = row?.coefficients ?? [];
  for (let cell = 0; cell < coefficients.length; cell++)
    if (!isZero(coefficients[cell] ?? 0)) cells.push(cell);
  return cells;
}

/** Errors that would each make one of the cell's failing equations right; a cell alone must make all right. */
function errorsOf(column: readonly Entry[], residuals: readonly number[], size: number): number[] {
  const errors = column.map(({ row, coefficient }) => (residuals[row] ?? 0) / coefficient);
  const real = errors.filter((error) => !isZero(error));
  if (size === 1) return real.length === errors.length ? real.slice(0, 1) : [];
  return real.filter((error, i) => real.findIndex((other) => isZero(other - error)) === i);
}

function without(residuals: readonly number[], column: readonly Entry[], error: number): number[] {
  const rest = [...residuals];
  for (const { row, coefficient } of column) rest[row] = (rest[row] ?? 0) - coefficient * error;
  return rest;
}
