import { codebookColumns } from './codebook-columns.js';
import { type Column, fill } from './column.js';
import { longColumns, wideColumns, withPage } from './columns.js';
import { checkColumns, OF_PAGE, unmappedColumns } from './related-columns.js';
import type { RecordSink, SinkOptions } from './sinks.js';
import { ROW_LIMIT, SheetSeries, zipWorkbook } from './xlsx/workbook.js';

/**
 * Records as a workbook: sheets `values` with one row a value, `pages` with one row a page, `checks`, `unmapped` and
 * `codebook`. Rows go to files beside it, compressed, until it is made whole.
 * @param rowLimit rows of a sheet, its head included
 */
export function openXlsx(file: string, options: SinkOptions, rowLimit = ROW_LIMIT): RecordSink {
  const { indicators, codebook, note } = options;
  const sheet = <Row>(name: string, columns: readonly Column<Row>[]) => {
    const series = new SheetSeries(name, columns, file, rowLimit);
    return { series, add: (row: Row) => series.add(fill(columns, row)) };
  };
  const values = sheet('values', longColumns(indicators));
  const pages = sheet('pages', wideColumns(indicators));
  const checks = sheet('checks', withPage(OF_PAGE, checkColumns));
  const unmapped = sheet('unmapped', withPage(OF_PAGE, unmappedColumns));
  const entries = sheet('codebook', codebookColumns(codebook));
  const all = [values, pages, checks, unmapped, entries].map(({ series }) => series);
  const abandon = () => {
    for (const series of all) series.destroy();
  };
  return {
    async write(record) {
      for (const item of record.values) await values.add({ record, item });
      await pages.add(record);
      for (const item of record.checks) await checks.add({ record, item });
      for (const item of record.unmapped) await unmapped.add({ record, item });
    },
    async close() {
      for (const entry of codebook) await entries.add(entry);
      for (const series of all) await series.end();
      zipWorkbook(file, all);
      for (const series of all) tellLimits(series, note);
      abandon();
    },
    abandon,
  };
}

function tellLimits({ name, sheets, cut }: SheetSeries, note: (text: string) => void): void {
  if (sheets.length > 1)
    note(`xlsx: ${name} fills ${sheets.length} sheets, as Excel holds ${ROW_LIMIT} rows in one`);
  if (cut > 0)
    note(`xlsx: ${name}: the ends of ${cut} cells are left out, as Excel holds 32767 characters in one`);
}
