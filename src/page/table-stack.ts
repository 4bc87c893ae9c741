import type { RawBlock, RawCell, RawTable } from './outline.js';

/** How many rows and columns a cell takes, as the page prints it. */
interface PrintedSpans {
  readonly rowSpan: string | undefined;
  readonly columnSpan: string | undefined;
}

/** Follows tables within tables: which cell is open, and where its blocks go. */
export interface TableStack {
  /** Where blocks go now: into the open cell, or into the page. */
  readonly into: () => RawBlock[];
  readonly openTable: () => void;
  readonly closeTable: () => void;
  readonly openRow: (at: number) => void;
  readonly closeRow: () => void;
  readonly openCell: (spans: PrintedSpans, at: number) => void;
  readonly closeCell: (at: number) => void;
}

interface OpenTable {
  readonly table: RawTable;
  cell: RawCell | undefined;
  /** Cells that come now begin a row, though no tag says so. */
  isRowClosed: boolean;
}

const MAX_COLUMN_SPAN = 100;

export function createTableStack(root: RawBlock[]): TableStack {
  const tables: OpenTable[] = [];
  const withOpen = (act: (open: OpenTable) => void) => {
    const open = tables.at(-1);
    if (open) act(open);
  };
  return {
    into: () => tables.findLast(({ cell }) => cell !== undefined)?.cell?.blocks ?? root,
    openTable() {
      const outer = tables.at(-1);
      if (outer) outer.table.holdsTable = true;
      const table: RawTable = { kind: 'table', cells: [], rows: 0, holdsTable: false };
      (outer?.cell?.blocks ?? root).push(table);
      tables.push({ table, cell: undefined, isRowClosed: false });
    },
    closeTable: () => void tables.pop(),
    openRow: (at) => withOpen((open) => beginRow(open, at)),
    closeRow: () =>
      withOpen((open) => {
        open.isRowClosed = true;
      }),
    openCell: (spans, at) => withOpen((open) => beginCell(open, spans, at)),
    closeCell: (at) => withOpen((open) => endCell(open, at)),
  };
}

function beginRow(open: OpenTable, at: number): void {
  endCell(open, at);
  open.table.rows++;
  open.isRowClosed = false;
}

function beginCell(open: OpenTable, spans: PrintedSpans, at: number): void {
  endCell(open, at);
  const { table } = open;
  if (table.rows === 0 || open.isRowClosed) beginRow(open, at);
  open.cell = {
    row: table.rows - 1,
    rowSpan: readSpan(spans.rowSpan, Number.MAX_SAFE_INTEGER),
    columnSpan: readSpan(spans.columnSpan, MAX_COLUMN_SPAN),
    start: at,
    end: at,
    blocks: [],
  };
  table.cells.push(open.cell);
}

/** A cell also ends where the next cell or row begins: pages leave out the closing tags. */
function endCell(open: OpenTable, at: number): void {
  if (open.cell) open.cell.end = at;
  open.cell = undefined;
}

function readSpan(printed: string | undefined, most: number): number {
  const span = Number.parseInt(printed ?? '1', 10);
  return Number.isFinite(span) && span > 0 ? Math.min(span, most) : 1;
}
