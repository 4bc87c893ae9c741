import { closeSync, openSync } from 'node:fs';
import sqlite from 'node-sqlite3-wasm';
import type { Value } from '../model/record.js';
import { codebookColumns } from './codebook-columns.js';
import { type Cell, type CellType, type Column, fill, named } from './column.js';
import { chosenValue, type OfPage, pageColumns, valueColumns, withPage } from './columns.js';
import { checkColumns, unmappedColumns } from './related-columns.js';
import type { RecordSink, SinkOptions } from './sinks.js';

const TYPES: Readonly<Record<CellType, string>> = {
  text: 'TEXT',
  integer: 'INTEGER',
  number: 'NUMERIC',
  boolean: 'INTEGER',
};
/** Columns that SQLite gives back at once (SQLITE_MAX_COLUMN). */
const COLUMN_LIMIT = 2000;

/**
 * Records as a database: tables `pages`, `values`, `checks`, `unmapped`, `codebook`, and the view `wide` with one row a
 * page. A page is known by its number in input order.
 */
export function openSqlite(file: string, options: SinkOptions): RecordSink {
  closeSync(openSync(file, 'wx'));
  const database = new sqlite.Database(file);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN');
  const tables = createTables(database, options);
  database.exec(INDEXES);
  let page = 0;
  const release = () => {
    for (const { statement } of Object.values(tables)) statement.finalize();
    database.close();
  };
  return {
    write(record) {
      page++;
      tables.pages.add([page], record);
      for (const item of record.values) tables.values.add([null, page], { record, item });
      for (const item of record.checks) tables.checks.add([null, page], item);
      for (const item of record.unmapped) tables.unmapped.add([null, page], item);
    },
    close() {
      for (const entry of options.codebook) tables.codebook.add([], entry);
      addWideView(database, options);
      database.exec('COMMIT');
      release();
    },
    abandon: release,
  };
}

/** They are there before the rows: made behind them, they would be sorted in memory. */
const INDEXES = `
CREATE INDEX pages_body ON pages (adcode, report_year);
CREATE INDEX values_page ON "values" (page, name);
CREATE INDEX values_code ON "values" (code, page);
CREATE INDEX values_chosen ON "values" (page, name, value) WHERE chosen;
CREATE INDEX checks_page ON checks (page);
CREATE INDEX checks_id ON checks (id, status);
CREATE INDEX unmapped_page ON unmapped (page);
`;

function createTables(database: sqlite.Database, { indicators, codebook }: SinkOptions) {
  const ofPage = 'page INTEGER NOT NULL REFERENCES pages (page)';
  const keyed = (key: string) => [`${key} INTEGER PRIMARY KEY`, ofPage];
  const values: Column<OfPage<Value>>[] = [
    ...withPage([], valueColumns(indicators)),
    named('values', 'chosen', ({ record, item }) => chosenValue(record, item.code) === item),
  ];
  return {
    codebook: createTable(
      database,
      'codebook',
      [],
      codebookColumns(codebook),
      'PRIMARY KEY (code), UNIQUE (name)',
    ),
    pages: createTable(database, 'pages', ['page INTEGER PRIMARY KEY'], pageColumns(indicators)),
    values: createTable(
      database,
      'values',
      keyed('value_id'),
      values,
      'FOREIGN KEY (code) REFERENCES codebook (code)',
    ),
    checks: createTable(database, 'checks', keyed('check_id'), checkColumns),
    unmapped: createTable(database, 'unmapped', keyed('figure_id'), unmappedColumns),
  };
}

function createTable<Row>(
  database: sqlite.Database,
  name: string,
  keys: readonly string[],
  columns: readonly Column<Row>[],
  ...constraints: readonly string[]
) {
  const own = columns.map((column) => `${quote(column.name)} ${TYPES[column.type]}`);
  database.exec(`CREATE TABLE ${quote(name)} (${[...keys, ...own, ...constraints].join(', ')})`);
  const gaps = [...keys, ...own].map(() => '?').join(', ');
  const statement = database.prepare(`INSERT INTO ${quote(name)} VALUES (${gaps})`);
  return {
    statement,
    add: (numbers: readonly (number | null)[], row: Row) => {
      const cells: Cell[] = fill(columns, row);
      statement.run([...numbers, ...cells]);
    },
  };
}

/** Each indicator is looked up in an index only where it is asked for. */
function addWideView(database: sqlite.Database, { indicators, note }: SinkOptions): void {
  const own = pageColumns(indicators).map(({ name }) => `pages.${quote(name)}`);
  const figures = [...indicators.values()].map(
    ({ name }) =>
      `(SELECT value FROM "values" WHERE page = pages.page AND chosen AND name = '${name}') AS ${quote(name)}`,
  );
  const columns = ['pages.page', ...own, ...figures];
  if (columns.length > COLUMN_LIMIT)
    note(`sqlite: no view wide: SQLite shows ${COLUMN_LIMIT} columns, and there are ${columns.length}`);
  else database.exec(`CREATE VIEW wide AS SELECT ${columns.join(',\n')} FROM pages`);
}

function quote(name: string): string {
  return `"${name}"`;
}
