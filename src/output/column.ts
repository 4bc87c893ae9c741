import descriptions from '../data/columns.json' with { type: 'json' };

export type Cell = string | number | boolean | null;
export type CellType = 'text' | 'integer' | 'number' | 'boolean';

/** What is told of a column: its name, what its cells are, and its label in two languages. */
export interface Head {
  readonly name: string;
  readonly type: CellType;
  readonly zh: string;
  readonly en: string;
}

/** One column of a table, and how a row fills it. */
export interface Column<Row> extends Head {
  readonly read: (row: Row) => Cell;
}

type Descriptions = typeof descriptions;

/** A column that src/data/columns.json describes. */
export function named<Part extends keyof Descriptions, Row>(
  part: Part,
  name: keyof Descriptions[Part] & string,
  read: (row: Row) => Cell,
): Column<Row> {
  return { name, ...(descriptions[part][name] as Omit<Head, 'name'>), read };
}

/** The cells of a row, in the order of the columns. */
export function fill<Row>(columns: readonly Column<Row>[], row: Row): Cell[] {
  return columns.map((column) => column.read(row));
}
