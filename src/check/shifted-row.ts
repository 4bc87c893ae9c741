import type { Assessed } from './assess.js';
import type { Correction } from './explanations.js';
import type { Figures } from './figures.js';
import { isZero } from './system.js';

/**
 * Rows of the group whose figures, moved back by one column, would make every identity true.
 * @returns the cells that would change, a list for each such row and direction
 */
export function findShiftedRows(group: readonly Assessed[], figures: Figures): Correction[][] {
  const rows = group.filter(({ check }) => check.rule.is_row === true);
  return rows.flatMap(({ stated }) =>
    [1, -1].flatMap((step) => {
      const moved = moveBack(stated.codes, step, figures);
      if (moved === undefined || moved.size === 0) return [];
      const numberOf = (code: string) => moved.get(code) ?? figures.numberOf(code) ?? 0;
      if (!group.every((identity) => isZero(differenceOf(identity, numberOf)))) return [];
      return [
        [...moved].map(([code, implied]) => ({ code, printed: figures.numberOf(code) ?? null, implied })),
      ];
    }),
  );
}

/** Cells that change where each takes the next one's figure; the one left over makes the sum right. */
function moveBack(codes: readonly string[], step: number, figures: Figures): Map<string, number> | undefined {
  const printed = codes.map((code) => figures.numberOf(code));
  const parts = printed.length - 1;
  const moved = printed.map((_, at) => printed[at + step]);
  const sumOfParts = moved.slice(step < 0 ? 1 : 0, parts).reduce((sum: number, n) => sum + (n ?? 0), 0);
  if (step > 0) moved[parts] = sumOfParts;
  else moved[0] = (moved[parts] ?? 0) - sumOfParts;
  if (printed.includes(undefined) || (moved[0] ?? 0) < 0) return undefined;
  return new Map(
    codes.flatMap((code, at) => (moved[at] === printed[at] ? [] : [[code, moved[at] ?? 0] as const])),
  );
}

/** Left less right side with these numbers. */
export function differenceOf(
  { stated }: Pick<Assessed, 'stated'>,
  numberOf: (code: string) => number,
): number {
  const left = stated.left.reduce((sum, { code, sign }) => sum + sign * numberOf(code), 0);
  return stated.right.reduce((sum, { code, sign }) => sum - sign * numberOf(code), left);
}
