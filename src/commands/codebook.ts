import { stringify } from 'csv-stringify/sync';
import type { Format } from '../model/formats.js';
import type { Indicator } from '../model/template.js';
import { INDICATOR_COLUMNS } from '../template/indicators.js';

/** The codebook as text in one of the formats of output. */
export function printCodebook(format: Format, codebook: readonly Indicator[]): string {
  if (format === 'json') return `${JSON.stringify(codebook, null, 1)}\n`;
  if (format === 'ndjson') return codebook.map((indicator) => `${JSON.stringify(indicator)}\n`).join('');
  const delimiter = format === 'csv' ? ',' : '\t';
  return stringify([...codebook], {
    header: true,
    columns: [...INDICATOR_COLUMNS],
    delimiter,
    bom: format === 'csv',
    record_delimiter: 'unix',
  });
}
