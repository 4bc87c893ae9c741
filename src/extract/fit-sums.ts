/** Numbers of a row, one a column of the form; a column without a figure counts 0. */
export type Numbers = readonly number[];

/** In one column, the numbers of these rows, each with its sign, and `fixed` come to 0. */
export interface Balance {
  readonly column: number;
  readonly fixed: number;
  /** Positions in the list of rows. */
  readonly rows: readonly { readonly row: number; readonly sign: 1 | -1 }[];
}

/** So many rows are tried in all; a table that needs more says nothing. */
const MOST_STEPS = 20_000;
const TOLERANCE = 1e-6;

/**
 * For each row the ways to fill it that are part of a solution, up to two, for two are as good as many; by a bounded
 * search: depth first, a way taken only while every balance can still come to 0.
 * @param ways for each row, the ways to fill it
 * @returns for each row positions in its ways; none where nothing solves the balances; undefined where the search was
 *   given up
 */
export function findFittingWays(
  ways: readonly (readonly Numbers[])[],
  balances: readonly Balance[],
): readonly ReadonlySet<number>[] | undefined {
  const fitting = ways.map(() => new Set<number>());
  const search = createSearch(ways, balances);
  for (const [row, own] of ways.entries()) {
    for (const way of own.keys()) {
      if (fitting[row]?.has(way)) continue;
      if ((fitting[row]?.size ?? 0) > 1) break;
      const found = search(row, way);
      if (found === 'given up') return undefined;
      for (const [at, chosen] of found?.entries() ?? []) fitting[at]?.add(chosen);
    }
  }
  return fitting;
}

type Solution = readonly number[];

function createSearch(ways: readonly (readonly Numbers[])[], balances: readonly Balance[]) {
  const touching = ways.map((_, row) => balances.filter(({ rows }) => rows.some((term) => term.row === row)));
  const bounds = ways.map(boundsOf);
  const chosen: (number | undefined)[] = ways.map(() => undefined);
  let steps = 0;
  const canHold = ({ column, fixed, rows }: Balance): boolean => {
    let [least, most] = [fixed, fixed];
    for (const { row, sign } of rows) {
      const way = chosen[row];
      const own = way === undefined ? undefined : (ways[row]?.[way]?.[column] ?? 0);
      const low = own ?? bounds[row]?.low[column] ?? 0;
      const high = own ?? bounds[row]?.high[column] ?? 0;
      least += sign === 1 ? low : -high;
      most += sign === 1 ? high : -low;
    }
    return least <= TOLERANCE && most >= -TOLERANCE;
  };
  const solve = (): Solution | 'given up' | undefined => {
    const open = mostBound(ways, chosen);
    if (open === undefined) return chosen.map((way) => way ?? 0);
    for (const way of ways[open]?.keys() ?? []) {
      const found = take(open, way);
      if (found) return found;
    }
    return undefined;
  };
  const take = (row: number, way: number): Solution | 'given up' | undefined => {
    if (steps++ >= MOST_STEPS) return 'given up';
    chosen[row] = way;
    const found = touching[row]?.every(canHold) ? solve() : undefined;
    chosen[row] = undefined;
    return found;
  };
  return take;
}

/** The row without a choice that has the fewest ways. */
function mostBound(ways: readonly (readonly Numbers[])[], chosen: readonly (number | undefined)[]) {
  let best: number | undefined;
  for (const [row, own] of ways.entries())
    if (chosen[row] === undefined && (best === undefined || own.length < (ways[best]?.length ?? 0)))
      best = row;
  return best;
}

function boundsOf(ways: readonly Numbers[]): { low: number[]; high: number[] } {
  const [low, high]: [number[], number[]] = [[], []];
  for (const numbers of ways)
    for (const [column, number] of numbers.entries()) {
      low[column] = Math.min(low[column] ?? number, number);
      high[column] = Math.max(high[column] ?? number, number);
    }
  return { low, high };
}
