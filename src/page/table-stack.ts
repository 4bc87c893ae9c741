import type { RawBlock, RawCell, RawTable } from './outline.js';

interface OpenTable {
  readonly table: RawTable;
  cell: RawCell | undefined;
  /** Cells that come now begin a row, though no tag says so. */
  isRowClosed: boolean;
}

const MAX_COLUMN_SPAN = 100;

/** Follows tables within tables: which cell is open, and where its blocks go. */
export class TableStack {
  readonly #root: RawBlock[];
  readonly #tables: OpenTable[] = [];

  constructor(root: RawBlock[]) {
    this.#root = root;
  }

  /** Where blocks go now: into the open cell, or into the page. */
  into(): RawBlock[] {
    for (let at = this.#tables.length - 1; at >= 0; at--) {
      const cell = this.#tables[at]?.cell;
      if (cell) return cell.blocks;
    }
    return this.#root;
  }

  openTable(): void {
    const outer = this.#tables.at(-1);
    if (outer) outer.table.holdsTable = true;
    const table: RawTable = { kind: 'table', cells: [], rows: 0, holdsTable: false };
    (outer?.cell?.blocks ?? this.#root).push(table);
    this.#tables.push({ table, cell: undefined, isRowClosed: false });
  }

  closeTable(): void {
    this.#tables.pop();
  }

  openRow(at: number): void {
    const open = this.#tables.at(-1);
    if (open) beginRow(open, at);
  }

  closeRow(): void {
    const open = this.#tables.at(-1);
    if (open) open.isRowClosed = true;
  }

  /** @param rowSpan how many rows and columns the cell takes, as the page prints it */
  openCell(rowSpan: string | undefined, columnSpan: string | undefined, at: number): void {
    const open = this.#tables.at(-1);
    if (!open) return;
    endCell(open, at);
    const { table } = open;
    if (table.rows === 0 || open.isRowClosed) beginRow(open, at);
    open.cell = {
      row: table.rows - 1,
      rowSpan: readSpan(rowSpan, Number.MAX_SAFE_INTEGER),
      columnSpan: readSpan(columnSpan, MAX_COLUMN_SPAN),
      start: at,
      end: at,
      blocks: [],
    };
    table.cells.push(open.cell);
  }

  closeCell(at: number): void {
    const open = this.#tables.at(-1);
    if (open) endCell(open, at);
  }
}

function beginRow(open: OpenTable, at: number): void {
  endCell(open, at);
  open.table.rows++;
  open.isRowClosed = false;
}

/** A cell also ends where the next cell or row begins: pages leave out the closing tags. */
function endCell(open: OpenTable, at: number): void {
  if (open.cell) open.cell.end = at;
  open.cell = undefined;
}

function readSpan(printed: string | undefined, most: number): number {
  if (printed === undefined) return 1;
  const span = Number.parseInt(printed, 10);
  return Number.isFinite(span) && span > 0 ? Math.min(span, most) : 1;
}
