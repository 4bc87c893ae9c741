import type { BlockData } from '../model/template.js';
import type { Cell } from './cells.js';
import type { Row } from './rows.js';

/** A cell of the page that holds what the form's row and column ask for. */
export interface Reading {
  readonly code: string;
  readonly cell: Cell;
  /** Labels as printed, outermost first. */
  readonly path: readonly string[];
  readonly column: string | null;
  /** The nearest unit beside the cell: in the row's own cell for it, in the row's label, in the column's head. */
  readonly unit: string | null;
}

/** Why figures of a row went to no indicator, or by what they were placed. */
export interface RowNote {
  readonly kind:
    | 'columns_by_order'
    | 'row_incomplete'
    | 'row_fits_no_way'
    | 'row_fits_several_ways'
    | 'placed_by_sums'
    | 'row_by_likeness'
    | 'figures_without_head';
  readonly label: string;
  /** What the form calls the row. */
  readonly form: string;
  readonly cell: Cell;
  readonly codes: readonly string[];
}

/** A row with another number of figures than its columns: nothing in the row tells which figure is whose. */
export interface ShortRow {
  readonly row: Row;
  readonly block: BlockData;
  /** Columns of the form that it should fill. */
  readonly columns: readonly number[];
  readonly figures: readonly Cell[];
}

export interface Assignment {
  readonly readings: readonly Reading[];
  readonly notes: readonly RowNote[];
  readonly short?: readonly ShortRow[];
}
