import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import sqlite from 'node-sqlite3-wasm';

export type Row = Record<string, unknown>;

export async function readParquet(path: string): Promise<Row[]> {
  const bytes = readFileSync(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  return (await parquetReadObjects({ file })).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([k, v]) => [k, typeof v === 'bigint' ? Number(v) : (v ?? null)]),
    ),
  );
}

export function query(path: string, sql: string): Row[] {
  const database = new sqlite.Database(path, { readOnly: true });
  try {
    return database.all(sql) as Row[];
  } finally {
    database.close();
  }
}

export interface SheetRead {
  readonly name: string;
  readonly rows: Row[];
  readonly xml: string;
}

/** The sheets of a workbook, the first row of each taken for the names of the others' cells; empty cells are null. */
export function readWorkbook(path: string): SheetRead[] {
  const parts = unzipSync(readFileSync(path));
  const text = (name: string) => new TextDecoder().decode(parts[name]);
  const names = [...text('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(
    (match) => match[1] ?? '',
  );
  return names.map((name, at) => {
    const xml = text(`xl/worksheets/sheet${at + 1}.xml`);
    const [head = new Map(), ...rows] = readRows(xml);
    const read = (row: Map<string, unknown>) =>
      Object.fromEntries([...head].map(([column, title]) => [title, row.get(column) ?? null]));
    return { name, rows: rows.map(read), xml };
  });
}

function readRows(xml: string): Map<string, unknown>[] {
  const $ = load(xml, { xml: true });
  return [...$('row')].map(
    (row) =>
      new Map(
        [...$(row).children('c')].map((cell): [string, unknown] => {
          const column = ($(cell).attr('r') ?? '').replace(/\d+$/, '');
          const kind = $(cell).attr('t');
          if (kind === 'inlineStr') return [column, unescapeText($(cell).find('t').text())];
          const content = $(cell).find('v').text();
          return [column, kind === 'b' ? content === '1' : Number(content)];
        }),
      ),
  );
}

function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
