import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { printRows } from '../output/tables.js';
import { type InputRow, warningsOf } from './input-row.js';
import { isReplaceable } from './open-target.js';

/** The table that accounts for every input. */
export interface StatusFile {
  readonly add: (row: InputRow) => void;
  readonly finish: () => void;
  readonly abandon: () => void;
}

/** What is said of an input, by column. */
function columnsOf(row: InputRow) {
  const { path, container, status, reason, template, figures, checksFailed, milliseconds } = row;
  return {
    ...{ path, container, status, reason, template, figures },
    checks_failed: checksFailed,
    warnings: warningsOf(row),
    milliseconds,
  };
}

const COLUMNS = [
  'path',
  'container',
  'status',
  'reason',
  'template',
  'figures',
  'checks_failed',
  'warnings',
  'milliseconds',
] as const satisfies readonly (keyof ReturnType<typeof columnsOf>)[];

/** Writes one row an input, as CSV or by its ending NDJSON, beside the file's name, which it takes when the run is whole. */
export function openStatusFile(file: string): StatusFile {
  const isCsv = /\.csv$/i.test(file);
  const part = isReplaceable(file) ? `${file}.part` : file;
  const handle = openSync(part, 'w');
  const put = (text: string) => writeFileSync(handle, text);
  if (isCsv) put(`\ufeff${printRows([[...COLUMNS]], ',')}`);
  return {
    add(row) {
      const columns = columnsOf(row);
      put(isCsv ? printRows([COLUMNS.map((name) => columns[name])], ',') : `${JSON.stringify(columns)}\n`);
    },
    finish() {
      closeSync(handle);
      if (part !== file) renameSync(part, file);
    },
    abandon() {
      closeSync(handle);
      if (part !== file) rmSync(part, { force: true });
    },
  };
}
