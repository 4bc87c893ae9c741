import type { Cell } from './cells.js';

/** The cells of one grid by row, and which cell covers a column of a row. */
export interface GridView {
  readonly rows: number;
  readonly columns: number;
  /** Cells that begin in a row, left to right. */
  readonly row: (row: number) => readonly Cell[];
  /** The cell whose span covers a place. */
  readonly at: (row: number, column: number) => Cell | undefined;
}

const MAX_COLUMNS = 400;
/** Spans that cover more than this are no table's; from there on cells cover their own row only. */
const MOST_PLACES = 1_000_000;

export function createGridViews(cells: readonly Cell[]): GridView[] {
  return groupBy(
    cells.filter((cell) => cell.grid !== null),
    (cell) => cell.grid ?? 0,
  ).map(createGridView);
}

function createGridView(cells: readonly Cell[]): GridView {
  const byRow = groupBy(cells, (cell) => cell.row);
  const covers: Cell[][] = [];
  let columns = 0;
  let area = 0;
  for (const cell of cells) {
    area += cell.rowSpan * cell.columnSpan;
    const last = Math.min(cell.column + cell.columnSpan, MAX_COLUMNS);
    columns = Math.max(columns, last);
    const rowSpan = area > MOST_PLACES ? 1 : cell.rowSpan;
    for (let row = cell.row; row < cell.row + rowSpan; row++) {
      covers[row] ??= [];
      const line = covers[row];
      for (let column = cell.column; line && column < last; column++) line[column] ??= cell;
    }
  }
  return {
    rows: byRow.length,
    columns,
    row: (row) => byRow[row] ?? [],
    at: (row, column) => covers[row]?.[column],
  };
}

/** Items by a small whole number; numbers without items have an empty list. */
function groupBy<T>(items: readonly T[], key: (item: T) => number): T[][] {
  const last = items.reduce((most, item) => Math.max(most, key(item)), -1);
  const groups: T[][] = Array.from({ length: last + 1 }, () => []);
  for (const item of items) groups[key(item)]?.push(item);
  return groups;
}
