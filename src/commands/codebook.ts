import { stringify } from 'csv-stringify/sync';
import type { Format } from '../model/formats.js';
import { codebook } from '../template/catalogue.js';

const columns = ['code', 'name', 'family', 'edition', 'label_zh', 'unit', 'parent', 'meaning'];

/** The codebook as text in one of the formats of output. */
export function printCodebook(format: Format): string {
  if (format === 'json') return `${JSON.stringify(codebook, null, 1)}\n`;
  if (format === 'ndjson') return codebook.map((indicator) => `${JSON.stringify(indicator)}\n`).join('');
  const delimiter = format === 'csv' ? ',' : '\t';
  return stringify([...codebook], {
    header: true,
    columns,
    delimiter,
    bom: format === 'csv',
    record_delimiter: 'unix',
  });
}
