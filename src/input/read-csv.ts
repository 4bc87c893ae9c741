import { parse } from 'csv-parse';
import data from '../data/containers.json' with { type: 'json' };
import type { Entry, Settings, Source } from './container.js';
import { findFields, OWN_OUTPUT, readFields } from './fields.js';
import type { Budget } from './limits.js';
import { withoutMark } from './lines.js';
import { decodeName } from './names.js';
import { type Bytes, expand, peek, transform } from './streams.js';

const BESIDE_PAGE = 1_000_000;
const HEAD = 64_000;

/** Reads the pages of a table, one a row; its first row names the columns. Cells are bytes, as the page's may be. */
export async function* readCsv(source: Source, settings: Settings, budget: Budget): AsyncGenerator<Entry> {
  const [head, bytes] = await peek(withoutMark(expand(source.open(), budget)), HEAD);
  let columns: string[] | undefined;
  let number = 0;
  for await (const row of parseRows(bytes, findDelimiter(head), settings.maxBytes + BESIDE_PAGE)) {
    if (columns === undefined) {
      columns = row.map((cell) => decodeName(cell).trim());
      const reason = refuse(columns, settings);
      if (reason !== null) return yield { kind: 'refused', reason };
      continue;
    }
    const named = Object.fromEntries(columns.map((column, i) => [column, row[i]]));
    yield readFields(named, findFields(named, settings.csvColumns), ++number);
  }
}

function parseRows(bytes: Bytes, delimiter: string, limit: number): AsyncGenerator<readonly Buffer[]> {
  const parser = parse({
    delimiter,
    encoding: null,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limit,
  });
  return transform(bytes, parser);
}

/** The sign that stands most often in the first line. */
function findDelimiter(head: Uint8Array): string {
  const [line = ''] = decodeName(head).split(/[\r\n]/, 1);
  const count = (sign: string) => line.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Why a table of these columns holds no pages; null where it may. */
function refuse(columns: readonly string[], { csvColumns }: Settings): string | null {
  if (data.own_columns.every((column) => columns.includes(column))) return OWN_OUTPUT;
  const { body } = findFields(Object.fromEntries(columns.map((column) => [column, ''])), csvColumns);
  return body !== undefined && columns.includes(body)
    ? null
    : `has no column ${body ?? 'that holds a page'} (--csv-columns names it)`;
}
