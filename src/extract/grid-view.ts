import type { Cell } from './cells.js';

/** The cells of one grid by row, and which cell covers a column of a row. */
export interface GridView {
  readonly rows: number;
  readonly columns: number;
  /** Cells that begin in a row, left to right. */
  readonly row: (row: number) => readonly Cell[];
  /** Whether a cell that begins in a row is a number. */
  readonly hasNumber: (row: number) => boolean;
  /** The cell whose span covers a place. */
  readonly at: (row: number, column: number) => Cell | undefined;
}

const MAX_COLUMNS = 400;
/** Spans that cover more than this are no table's; from there on cells cover their own row only. */
const MOST_PLACES = 1_000_000;

export function createGridViews(cells: readonly Cell[]): GridView[] {
  const grids: Cell[][] = [];
  for (const cell of cells) if (cell.grid !== null) addTo(grids, cell.grid, cell);
  return grids.map(createGridView);
}

/** Adds an item to the list of a small whole number; numbers before it without items have an empty list. */
function addTo<T>(lists: T[][], at: number, item: T): void {
  while (lists.length <= at) lists.push([]);
  lists[at]?.push(item);
}

const NO_CELLS: readonly Cell[] = [];

function createGridView(cells: readonly Cell[]): GridView {
  const byRow: Cell[][] = [];
  const covers: Cell[][] = [];
  const withNumber: boolean[] = [];
  let columns = 0;
  let area = 0;
  for (const cell of cells) {
    addTo(byRow, cell.row, cell);
    if (cell.figure.value !== null) withNumber[cell.row] = true;
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
    row: (row) => byRow[row] ?? NO_CELLS,
    hasNumber: (row) => withNumber[row] === true,
    at: (row, column) => covers[row]?.[column],
  };
}
