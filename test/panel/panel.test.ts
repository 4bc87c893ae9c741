import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GipRecord } from '../../src/model/record.js';
import { createPanel } from '../../src/panel/panel.js';
import { cellsTable, decisionsTable, panelTable } from '../../src/panel/tables.js';
import { crosswalk } from '../../src/template/crosswalk.js';
import { threeBodies } from '../support/panel-years.js';

type Row = Record<string, unknown>;

function rowsOf(table: Iterable<readonly unknown[]>): Row[] {
  const [names = [], ...rows] = [...table];
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [String(name), row[i]])));
}

function panelOf(records: readonly GipRecord[]) {
  const { add, finish } = createPanel();
  for (const record of records) add(record);
  const { rows, decisions } = finish();
  return {
    rows: rowsOf(panelTable(rows)),
    cells: rowsOf(cellsTable(rows)),
    decisions: rowsOf(decisionsTable(decisions)),
  };
}

/** The variables of a row that hold a number. */
function numbers(row: Row | undefined): Row {
  return Object.fromEntries(
    crosswalk.flatMap(({ name }) => (row?.[name] === null ? [] : [[name, row?.[name]]])),
  );
}

/** A total and its six applicants. */
function split(name: string, total: number | null, ...parts: readonly number[]): Row {
  const suffixes = ['nat', 'biz', 'res', 'ngo', 'legal', 'oth'];
  const own = suffixes.map((suffix, i) => [`${name}_${suffix}`, parts[i] ?? 0]);
  return { [name]: total, ...Object.fromEntries(own) };
}

const records = threeBodies();
const { rows, cells, decisions } = panelOf(records);
const rowOf = (body: string, year: number) => rows.find((row) => row.body === body && row.year === year);

const BUREAU = '330226 水利局';
const DISTRICT = '320813';
const FORESTRY = '330881 林业局';

describe('the panel of three bodies from 2012 to 2023', () => {
  it('has a row for each body and year that has a report, by body and year, and none for others', () => {
    expect(rows.map(({ body, year }) => `${body} ${year}`)).toEqual([
      `${DISTRICT} 2014`,
      `${DISTRICT} 2020`,
      ...[2012, 2016, 2019, 2022].map((year) => `${BUREAU} ${year}`),
      `${FORESTRY} 2018`,
      `${FORESTRY} 2023`,
    ]);
  });

  it('reads a local table of 2012: e-mail is added to requests online', () => {
    const row = rowOf(BUREAU, 2012);
    expect(numbers(row)).toEqual({
      h_pro_tot: 310,
      h_req_recv: 9,
      h_req_person: 2,
      h_req_online: 7,
      h_req_replied: 9,
      h_req_granted: 5,
      h_req_nonexistent: 1,
      h_req_notheld: 3,
      h_req_np_repeat: 1,
      h_rev_tot: 1,
      h_lit_tot: 0,
    });
    expect(row?.nonnumbers).toBe('h_req_granted_pub=incomplete');
  });

  it('reads the statistics table of 2016: a blank cell is a gap with its reason', () => {
    const row = rowOf(BUREAU, 2016);
    expect(numbers(row)).toEqual({
      h_pro_tot: 455,
      h_req_recv: 12,
      h_req_person: 3,
      h_req_online: 8,
      h_req_letter: 1,
      h_req_done: 12,
      h_req_replied: 12,
      h_req_public: 4,
      h_req_granted: 5,
      h_req_granted_pub: 9,
      h_req_partial: 1,
      h_req_ref: 2,
      h_req_ref_secret: 0,
      h_req_ref_third: 2,
      h_rev_tot: 2,
      h_rev_upheld: 1,
      h_rev_corrected: 1,
      h_rev_other: 0,
      h_rev_decided: 2,
    });
    expect(row?.nonnumbers).toBe('h_req_fax=blank');
  });

  it('reads the form of 2019: 240 fee items less two are items, never an amount', () => {
    const row = rowOf(BUREAU, 2019);
    expect(numbers(row)).toEqual({
      ...{ h_norm_issued: 3, h_norm_disclosed: 3, h_norm_stock: 21, h_reg_issued: 0, h_reg_stock: 0 },
      h_fee_items: 238,
      ...split('h_req_recv', 15, 10, 4, 0, 0, 1, 0),
      ...split('h_req_in', 0),
      ...split('h_req_out', 0),
      ...split('h_req_done', 15, 10, 4, 0, 0, 1, 0),
      h_req_replied: 15,
      ...split('h_req_granted', 8, 6, 2),
      h_req_granted_pub: 8,
      ...split('h_req_oth', 2, 1, 0, 0, 0, 1, 0),
      ...{
        h_rev_upheld: 1,
        h_rev_corrected: 0,
        h_rev_other: 1,
        h_rev_pending: 1,
        h_rev_tot: 3,
        h_rev_decided: 2,
      },
      ...{
        h_lit_upheld: 3,
        h_lit_corrected: 0,
        h_lit_other: 0,
        h_lit_pending: 1,
        h_lit_tot: 4,
        h_lit_decided: 3,
      },
      ...{ h_lit_direct_upheld: 2, h_lit_direct_corrected: 0, h_lit_direct_other: 0 },
      ...{ h_lit_direct_pending: 1, h_lit_direct_total: 3 },
      ...{ h_lit_after_upheld: 1, h_lit_after_corrected: 0, h_lit_after_other: 0 },
      ...{ h_lit_after_pending: 0, h_lit_after_total: 1 },
    });
    expect(row?.nonnumbers).toBe('h_fee_amount=break');
  });

  it('reads the form of 2021: an amount charged, and three rows that are one group', () => {
    const row = rowOf(BUREAU, 2022);
    expect(numbers(row)).toEqual({
      ...{ h_norm_issued: 2, h_norm_stock: 19, h_reg_issued: 0, h_reg_stock: 0 },
      h_fee_amount: 36.5,
      ...split('h_req_recv', 21, 20, 1),
      ...split('h_req_done', 21, 20, 1),
      h_req_replied: 21,
      ...split('h_req_granted', 12, 11, 1),
      h_req_granted_pub: 12,
      ...split('h_req_oth', 3, 3),
      ...split('h_req_oth_nocorr', 2, 2),
      ...split('h_req_oth_nofee', 0),
      ...split('h_req_oth_other', 1, 1),
    });
    expect(row?.nonnumbers).toBe('h_fee_items=break');
  });

  it('joins a county and the district that it became, under the names of their years', () => {
    const [before, after] = [rowOf(DISTRICT, 2014), rowOf(DISTRICT, 2020)];
    expect([before?.name, before?.adcode, after?.name, after?.adcode]).toEqual([
      '洪泽县人民政府',
      '320829',
      '洪泽区人民政府',
      '320813',
    ]);
    expect(numbers(before)).toEqual({ h_req_recv: 30, h_req_granted: 17 });
    expect(before?.nonnumbers).toBe('h_req_replied=mark h_req_granted_pub=incomplete');
    expect(numbers(after)).toEqual({
      ...split('h_req_recv', 52, 50, 2),
      ...split('h_req_granted', 33, 31, 2),
      h_req_granted_pub: 33,
    });
  });

  it('takes prose where there is no table, and says so', () => {
    const row = rowOf(FORESTRY, 2018);
    expect(numbers(row)).toEqual({ h_req_recv: 6, h_req_online: 4, h_req_letter: 2 });
    expect(row?.from_prose).toBe('h_req_recv h_req_online h_req_letter');
  });

  it('takes the page with more figures of two, whole, and lists where the other differs', () => {
    const row = rowOf(FORESTRY, 2023);
    expect(numbers(row)).toEqual({ ...split('h_req_recv', 7, 7), h_pen_dec: 14, h_comp_dec: 0 });
    expect([row?.path, row?.pages]).toEqual(['js/2023-b.html', 2]);
    const told = decisions.map(({ decision, rule, path, variable, value, chosen_value }) => [
      ...[decision, rule, path, variable, value, chosen_value],
    ]);
    expect(told).toEqual([
      ['duplicate', 'more_figures', 'js/2023-a.html', null, null, null],
      ['conflict', '', 'js/2023-a.html', 'h_req_recv', 8, 7],
      ['conflict', '', 'js/2023-a.html', 'h_req_recv_nat', 8, 7],
    ]);
  });

  it('tells of each cell what it was made of, how it compares and where it was read', () => {
    const cell = (year: number, variable: string) =>
      cells.find((own) => own.body === BUREAU && own.year === year && own.variable === variable);
    expect(cell(2012, 'h_req_online')).toMatchObject({
      ...{ value: 7, state: 'number', relation: 'redefined', origin: 'table', path: 'nh/2012.html' },
      codes: 'requests.received.online + local2008.requests.received.email',
    });
    expect(cell(2019, 'h_fee_amount')).toMatchObject({ value: null, state: 'break', relation: 'break' });
    expect(cell(2016, 'h_rev_upheld')).toMatchObject({ relation: 'same', codes: 'review.upheld' });
    expect(cell(2016, 'h_req_granted')?.relation).toBe('redefined');
    expect(cell(2022, 'h_fee_amount')?.line).toBeGreaterThan(1);
  });

  it('holds in its table and in its cells the same numbers', () => {
    for (const row of rows) {
      const own = cells.filter(
        ({ body, year, value }) => body === row.body && year === row.year && value !== null,
      );
      expect(numbers(row)).toEqual(Object.fromEntries(own.map(({ variable, value }) => [variable, value])));
    }
  });
});

describe('a panel', () => {
  const [first, second] = records as [GipRecord, GipRecord];
  const say = (record: GipRecord, report: Partial<GipRecord['report']>, path = 'x.html'): GipRecord => ({
    ...record,
    source: { ...record.source, path },
    report: { ...record.report, ...report },
  });

  it('is the same in whichever order the records come', () => {
    const wanted = panelOf(records);
    const places = records.map((_, place) => place);
    const anyOrder = fc.shuffledSubarray(places, { minLength: places.length });
    const check = (order: number[]) => {
      const shuffled = order.flatMap((place) => records[place] ?? []);
      expect(panelOf(shuffled)).toEqual(wanted);
    };
    fc.assert(fc.property(anyOrder, check), { numRuns: 30 });
  });

  it('lists pages that say not what they are about', () => {
    const { rows, decisions } = panelOf([
      say(first, { report_year: null }, 'a'),
      say(first, { publisher: null }, 'b'),
      say(first, { adcode: null, level: null }, 'c'),
      say(first, { adcode: null, level: null, alternatives: [{ adcode: '330226', name: '宁海县' }] }, 'd'),
      { ...say(first, {}, 'e'), status: 'list_page' },
    ]);
    expect(rows).toEqual([]);
    expect(decisions.map(({ decision, rule, path }) => [decision, rule, path])).toEqual([
      ['left_out', 'no_year', 'a'],
      ['left_out', 'no_publisher', 'b'],
      ['left_out', 'no_place', 'c'],
      ['left_out', 'several_places', 'd'],
      ['left_out', 'list_page', 'e'],
    ]);
  });

  it('keeps areas apart that have one code today where both report in a year', () => {
    const area = (adcode: string, year: number) =>
      say(
        second,
        { adcode, adcode_current: '110101', report_year: year, kind: 'government' },
        `${adcode}/${year}`,
      );
    const both = panelOf([area('110103', 2009), area('110101', 2009), area('110103', 2008)]);
    expect(both.rows.map(({ body, year }) => `${body} ${year}`)).toEqual([
      '110101 2009',
      '110103 2008',
      '110103 2009',
    ]);
    expect(both.decisions.map(({ decision, path }) => [decision, path])).toEqual([
      ['not_joined', '110103/2008'],
      ['not_joined', '110103/2009'],
    ]);
    const one = panelOf([area('110103', 2008), area('110101', 2011)]);
    expect(one.rows.map(({ body }) => body)).toEqual(['110101', '110101']);
  });

  it('prefers a whole page, then one that does not contradict itself, then one of a government site', () => {
    const taken = (a: GipRecord, b: GipRecord) => {
      const { rows, decisions } = panelOf([a, b]);
      return [rows[0]?.path, decisions[0]?.rule];
    };
    const [a, b] = [say(second, {}, 'a'), say(second, {}, 'b')];
    expect(taken({ ...a, status: 'partial' }, b)).toEqual(['b', 'status']);
    const doubted = a.values.map((value) => ({ ...value, corroboration: 'contradicted' as const }));
    expect(taken({ ...a, values: doubted }, b)).toEqual(['b', 'fewer_contradicted']);
    const at = (record: GipRecord, url: string) => ({ ...record, source: { ...record.source, url } });
    expect(taken(at(a, 'https://mirror.example.com/gov.cn'), at(b, 'http://www.nh.gov.cn/x'))).toEqual([
      ...['b', 'government_site'],
    ]);
    expect(taken(a, b)).toEqual(['a', 'same_bytes']);
  });

  it('takes the corrected number', () => {
    const { code } = second.values[0] ?? { code: '' };
    const corrected = { value: 456, reason: 'a slip', by: 'coder-1', date: '2026-01-01' };
    const values = second.values.map((value) => (value.code === code ? { ...value, corrected } : value));
    const { rows } = panelOf([{ ...second, values }]);
    expect([rows[0]?.h_pro_tot, rows[0]?.corrected]).toEqual([456, 'h_pro_tot']);
  });
});
