import { fill } from './column.js';
import { withPage } from './columns.js';
import { checkColumns, OF_PAGE } from './related-columns.js';
import { BOM, printRows } from './tables.js';
import type { Writer } from './writers.js';

/** Writes the checks of records as comma-separated rows, one a check, with the page before them. */
export function createCheckWriter(): Writer {
  const columns = withPage(OF_PAGE, checkColumns);
  const print = (rows: Parameters<typeof printRows>[0]) => printRows(rows, ',');
  return {
    open: () => BOM + print([columns.map(({ name }) => name)]),
    write: (record) => print(record.checks.map((item) => fill(columns, { record, item }))),
    between: '',
    close: () => '',
  };
}
