import type { Format, Shape } from '../model/formats.js';
import type { GipRecord } from '../model/record.js';
import type { Indicator } from '../model/template.js';
import { createTableWriter } from './tables.js';

/** Records to the text of a file, piece by piece. */
export interface Writer {
  readonly open: () => string;
  readonly write: (record: GipRecord) => string;
  readonly close: () => string;
}

export interface WriterOptions {
  readonly format: Format;
  readonly shape: Shape;
  readonly bom: boolean;
}

export function createWriter(
  { format, shape, bom }: WriterOptions,
  indicators: ReadonlyMap<string, Indicator>,
): Writer {
  switch (format) {
    case 'json':
      return createJsonWriter();
    case 'ndjson':
      return { open: () => '', write: (record) => `${JSON.stringify(record)}\n`, close: () => '' };
    case 'csv':
      return createTableWriter({ delimiter: ',', shape, bom }, indicators);
    case 'tsv':
      return createTableWriter({ delimiter: '\t', shape, bom: false }, indicators);
  }
}

function createJsonWriter(): Writer {
  let between = '\n';
  return {
    open: () => '[',
    write(record) {
      const text = between + JSON.stringify(record);
      between = ',\n';
      return text;
    },
    close: () => '\n]\n',
  };
}
