import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openXlsx } from '../../src/output/xlsx.js';
import { loadIndicators } from '../../src/template/load.js';
import { keptRecords, ODD } from '../support/kept-records.js';
import { writeSink } from '../support/open-sink.js';
import { query, type Row, readParquet, readWorkbook } from '../support/read-formats.js';

const records = keptRecords();
const indicators = loadIndicators();

/** What every format must say of the values, straight from the records. */
const expected = records.flatMap(({ source, report, values }) =>
  values.map((value) => ({
    path: source.path,
    report_year: report.report_year,
    name: indicators.get(value.code)?.name,
    code: value.code,
    origin: value.origin,
    value: value.value,
    state: value.state,
    raw: value.raw || null,
    label: value.label,
    start: value.place.start,
    row: value.place.row ?? null,
    approximate: value.approximate,
  })),
);
const pick = (rows: readonly Row[]) =>
  rows.map((row) => Object.fromEntries(Object.keys(expected[0] ?? {}).map((key) => [key, filled(row[key])])));
const filled = (cell: unknown) => (cell === '' ? null : (cell ?? null));

const noted = async (write: ReturnType<typeof writeSink>) => {
  const { file, notes } = await write;
  expect(notes).toEqual([]);
  return file;
};

describe('the records that are put in other formats', () => {
  it('have cells of every kind, or nothing would be shown', () => {
    expect(new Set(expected.map(({ state }) => state))).toEqual(new Set(['number', 'blank', 'mark', 'text']));
    expect(new Set(expected.map(({ origin }) => origin))).toEqual(new Set(['table', 'prose']));
    expect(expected.some(({ value }) => value === 1.25)).toBe(true);
    expect(expected.some(({ value }) => value === 0)).toBe(true);
    expect(expected.some(({ approximate }) => approximate)).toBe(true);
    expect(records.flatMap(({ unmapped }) => unmapped).map(({ value }) => value)).toEqual([17]);
  });
});

describe('parquet', () => {
  it('has every value as it is in the record, one row a value', async () => {
    const file = await noted(writeSink('parquet', records, { shape: 'long' }));
    expect(pick(await readParquet(file))).toEqual(expected);
  });

  it('has one row a page, numbers as numbers and nothing where there is none', async () => {
    const [first, empty, second] = await readParquet(await noted(writeSink('parquet', records)));
    expect(first).toMatchObject({
      path: 'a/first.html',
      report_year: 2022,
      pro_tot: 35,
      disc_fees_amount: 1.25,
    });
    expect(first?.nonnumbers).toBe('disc_reg_repealed=mark disc_reg_in_force=blank disc_norm_repealed=text');
    expect(first?.disc_reg_in_force).toBeNull();
    expect(empty).toMatchObject({ path: 'a/empty.html', status: 'empty', report_year: null, pro_tot: null });
    expect(second).toMatchObject({ pro_tot: 7, disc_lic_dec: 3, from_prose: 'pro_tot' });
  });

  it('holds groups of rows without losing any', async () => {
    const many = Array.from({ length: 1300 }, () => records[0] ?? []).flat();
    const rows = await readParquet(await noted(writeSink('parquet', many)));
    expect(rows.length).toBe(1300);
    expect(new Set(rows.map((row) => row.pro_tot))).toEqual(new Set([35]));
  });

  it('is a table without rows where there are no records', async () => {
    expect(await readParquet(await noted(writeSink('parquet', [])))).toEqual([]);
  });
});

describe('sqlite', () => {
  const database = noted(writeSink('sqlite', records));

  it('has every value as it is in the record', async () => {
    const rows = query(await database, 'SELECT * FROM pages JOIN "values" USING (page) ORDER BY value_id');
    expect(pick(rows.map((row) => ({ ...row, approximate: row.approximate === 1 })))).toEqual(expected);
  });

  it('has checks, unmapped figures and pages that hold together by keys', async () => {
    const file = await database;
    expect(query(file, 'PRAGMA foreign_key_check')).toEqual([]);
    expect(query(file, 'SELECT count(*) AS n FROM checks')).toEqual([
      { n: records.flatMap(({ checks }) => checks).length },
    ]);
    expect(query(file, 'SELECT path, labels, value FROM unmapped JOIN pages USING (page)')).toEqual([
      { path: 'a/first.html', labels: '受理来信', value: 17 },
    ]);
    expect(query(file, "SELECT label_zh, unit FROM codebook WHERE name = 'pro_tot'")[0]?.unit).toBe('条');
  });

  it('has a view with one row a page, each indicator the table’s number or else the prose’s', async () => {
    const rows = query(await database, 'SELECT * FROM wide ORDER BY page');
    expect(rows.length).toBe(3);
    expect(rows[0]).toMatchObject({
      path: 'a/first.html',
      pro_tot: 35,
      disc_fees_amount: 1.25,
      disc_reg_in_force: null,
    });
    expect(Object.keys(rows[0] ?? {}).length).toBeGreaterThan(indicators.size);
  });

  it('finds an indicator of a page in an index', async () => {
    const plan = query(await database, 'EXPLAIN QUERY PLAN SELECT pro_tot FROM wide');
    expect(plan.map(({ detail }) => detail).join('\n')).toContain('values_chosen (page=? AND name=?)');
  });
});

describe('xlsx', () => {
  const workbook = noted(writeSink('xlsx', records)).then(readWorkbook);
  const sheet = async (name: string) => (await workbook).find((own) => own.name === name);

  it('has a sheet each for values, pages, checks, unmapped figures and the codebook', async () => {
    expect((await workbook).map(({ name }) => name)).toEqual([
      'values',
      'pages',
      'checks',
      'unmapped',
      'codebook',
    ]);
  });

  it('has every value as it is in the record, numbers as numbers and texts never as formulas', async () => {
    expect(pick((await sheet('values'))?.rows ?? [])).toEqual(expected);
    expect((await sheet('values'))?.xml).not.toContain('<f>');
    expect(expected.some(({ label }) => label === ODD)).toBe(true);
  });

  it('has one row a page', async () => {
    const rows = (await sheet('pages'))?.rows ?? [];
    expect(rows[0]).toMatchObject({
      path: 'a/first.html',
      pro_tot: 35,
      disc_fees_amount: 1.25,
      disc_reg_in_force: null,
    });
    expect(rows.length).toBe(3);
  });

  it('has heads that stay in sight, widths, and a filter over all rows', async () => {
    for (const { xml, rows } of await workbook) {
      expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
      expect(xml).toMatch(/<col min="1" max="1" width="\d+" customWidth="1"\/>/);
      expect(xml).toMatch(new RegExp(`<autoFilter ref="A1:[A-Z]+${rows.length + 1}"/>`));
    }
  });

  it('goes on in another sheet where one is full, and says so', async () => {
    const { file, notes } = await writeSink('xlsx', records, {
      open: (path, options) => openXlsx(path, options, 5),
    });
    const sheets = readWorkbook(file).filter(({ name }) => name.startsWith('values'));
    expect(sheets.map(({ name }) => name).slice(0, 2)).toEqual(['values', 'values (2)']);
    expect(Math.max(...sheets.map(({ rows }) => rows.length))).toBe(4);
    expect(pick(sheets.flatMap(({ rows }) => rows))).toEqual(expected);
    expect(notes.join('\n')).toContain(`values fills ${sheets.length} sheets`);
  });

  it('cuts a text that is too long for a cell, and says so', async () => {
    const [first] = records;
    if (!first) throw new Error('no record');
    const long = { ...first, report: { ...first.report, title: '长'.repeat(40_000) } };
    const { file, notes } = await writeSink('xlsx', [long]);
    const pages = readWorkbook(file).find(({ name }) => name === 'pages');
    expect(pages?.rows[0]?.title).toBe('长'.repeat(32_767));
    expect(notes).toContain(
      'xlsx: pages: the ends of 1 cells are left out, as Excel holds 32767 characters in one',
    );
  });

  it('leaves nothing beside it', async () => {
    const { file } = await writeSink('xlsx', records);
    expect(existsSync(file)).toBe(true);
    expect(readdirSync(dirname(file))).toEqual(['data.xlsx']);
  });
});
