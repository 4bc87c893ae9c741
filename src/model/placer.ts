import type { PageText, Range } from './page.js';
import type { Place } from './record.js';

/** Turns a range of the page text into the record's place: offsets and line of the decoded page. */
export type Placer = (
  range: Range,
  cell?: { table: number; row: number | null; column: number | null },
) => Place;

export function createPlacer(source: string, page: PageText): Placer {
  const lines = findLineStarts(source);
  let line = 1;
  return (range, cell) => {
    const { start, end } = sourceRange(page, range);
    const isNear = (lines[line - 1] ?? 0) <= start && start < (lines[line] ?? Number.POSITIVE_INFINITY);
    if (!isNear) line = lineAt(lines, start);
    if (!cell) return { start, end, line };
    const { table, row, column } = cell;
    return { start, end, line, table, row, column };
  };
}

/** The source range of a range of the page text; an empty range stays empty. */
function sourceRange(page: PageText, range: Range): Range {
  const { from, to } = page;
  if (range.end > range.start) return { start: from(range.start), end: to(range.end - 1) };
  const at = range.start > 0 ? to(range.start - 1) : from(0);
  return { start: at, end: at };
}

function findLineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
