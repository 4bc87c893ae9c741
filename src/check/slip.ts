/** How a printed figure may have come about from the true one. */
export type Slip =
  | 'digit_lost'
  | 'digit_added'
  | 'digit_changed'
  | 'digits_swapped'
  | 'neighbour'
  | 'blank'
  | 'shifted_row'
  | 'other';

/**
 * Names the slip that made `printed` of `implied`: of several that would do, the one that changes least.
 * @param printed null for a blank cell
 * @param neighbours figures printed in the cells around
 */
export function findSlip(
  printed: number | null,
  implied: number,
  neighbours: readonly (number | null)[],
): Slip {
  if (printed === null) return 'blank';
  const [was, is] = [String(implied), String(printed)];
  if (isSwapped(was, is)) return 'digits_swapped';
  if (isOneLess(is, was)) return 'digit_lost';
  if (isOneLess(was, is)) return 'digit_added';
  if (isOneChanged(was, is)) return 'digit_changed';
  return neighbours.includes(printed) ? 'neighbour' : 'other';
}

/** True where `short` is `long` without one of its characters. */
function isOneLess(short: string, long: string): boolean {
  if (short.length !== long.length - 1) return false;
  const at = firstDifference(short, long);
  return short.slice(at) === long.slice(at + 1);
}

function isSwapped(a: string, b: string): boolean {
  const at = firstDifference(a, b);
  return (
    a.length === b.length &&
    a !== b &&
    a[at] === b[at + 1] &&
    a[at + 1] === b[at] &&
    a.slice(at + 2) === b.slice(at + 2)
  );
}

function isOneChanged(a: string, b: string): boolean {
  const at = firstDifference(a, b);
  return a.length === b.length && a.slice(at + 1) === b.slice(at + 1);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
