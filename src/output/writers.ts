import type { Shape, TextFormat } from '../model/formats.js';
import type { GipRecord } from '../model/record.js';
import type { Indicator } from '../model/template.js';
import type { TableOptions } from './tables.js';

/**
 * Records to the text of a file, piece by piece: what is before them, a piece a record, what stands between two pieces, and
 * what is behind. A piece depends on its record only, so pieces are made wherever the pages are read.
 */
export interface Writer {
  readonly open: () => string;
  /** The piece of a record, which may be empty. */
  readonly write: (record: GipRecord) => string;
  /** Between two pieces that are not empty. */
  readonly between: string;
  readonly close: () => string;
}

export interface WriterOptions {
  readonly format: TextFormat;
  readonly shape: Shape;
  readonly bom: boolean;
}

/** What prints tables is loaded only where one is asked for. */
export async function loadWriter(
  { format, shape, bom }: WriterOptions,
  indicators: ReadonlyMap<string, Indicator>,
): Promise<Writer> {
  switch (format) {
    case 'json':
      return {
        open: () => '[\n',
        write: (record) => JSON.stringify(record),
        between: ',\n',
        close: () => '\n]\n',
      };
    case 'ndjson':
      return {
        open: () => '',
        write: (record) => `${JSON.stringify(record)}\n`,
        between: '',
        close: () => '',
      };
    case 'csv':
      return loadTables({ delimiter: ',', shape, bom }, indicators);
    case 'tsv':
      return loadTables({ delimiter: '\t', shape, bom: false }, indicators);
  }
}

async function loadTables(
  options: TableOptions,
  indicators: ReadonlyMap<string, Indicator>,
): Promise<Writer> {
  const { createTableWriter } = await import('./tables.js');
  return createTableWriter(options, indicators);
}
