import { stringify } from 'csv-stringify/sync';
import type { Shape } from '../model/formats.js';
import type { GipRecord } from '../model/record.js';
import type { Indicator } from '../model/template.js';
import { type Cell, fill } from './column.js';
import { longColumns, wideColumns } from './columns.js';
import type { Writer } from './writers.js';

/** A mark that tells Excel of UTF-8. */
export const BOM = '\ufeff';

export interface TableOptions {
  readonly delimiter: ',' | '\t';
  readonly shape: Shape;
  /** A byte-order mark first, by which Excel knows UTF-8. */
  readonly bom: boolean;
}

/** Writes records as comma- or tab-separated rows under the codebook's names. */
export function createTableWriter(options: TableOptions, indicators: ReadonlyMap<string, Indicator>): Writer {
  const { delimiter, shape, bom } = options;
  const print = (rows: Cell[][]) => printRows(rows, delimiter);
  const wide = wideColumns(indicators);
  const long = longColumns(indicators);
  const names = shape === 'wide' ? wide.map((c) => c.name) : long.map((c) => c.name);
  const rowsOf = (record: GipRecord) =>
    shape === 'wide' ? [fill(wide, record)] : record.values.map((item) => fill(long, { record, item }));
  return {
    open: () => (bom ? BOM : '') + print([names]),
    write: (record) => print(rowsOf(record)),
    between: '',
    close: () => '',
  };
}

/** Rows of separated values in which nothing runs as a formula. */
export function printRows(rows: readonly (readonly Cell[])[], delimiter: ',' | '\t'): string {
  return stringify(rows as Cell[][], { delimiter, record_delimiter: 'unix', cast });
}

const ROWS_AT_ONCE = 500;

/** A table as text in pieces, with the byte-order mark first where it is asked for. */
export function* printTable(table: Iterable<readonly Cell[]>, bom: boolean): Generator<string> {
  if (bom) yield BOM;
  let rows: (readonly Cell[])[] = [];
  for (const row of table) {
    rows.push(row);
    if (rows.length < ROWS_AT_ONCE) continue;
    yield printRows(rows, ',');
    rows = [];
  }
  yield printRows(rows, ',');
}

const cast = {
  boolean: (value: boolean) => String(value),
  string: (value: string) => guard(value),
};

/** What a spreadsheet would run as a formula, in ASCII and full width. */
const formula = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/;
/** Figures and signs for nothing as pages print them: no spreadsheet runs these. */
const harmless = /^(?:[+-]?[\d,.]+%?|[+\-\u2014\uff0d]+)$/;

function guard(text: string): string {
  return formula.test(text) && !harmless.test(text) ? `'${text}` : text;
}
