import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFittingWays } from '../../src/extract/fit-sums.js';
import { parse, tableFigures } from '../support/small-page.js';

const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const ends = [
  'natural_person',
  'business',
  'research',
  'public_welfare',
  'legal_services',
  'other_organization',
  'total',
];

/** The rows of the form of 2021: label, code, and the sign with which a row stands in the outcomes. */
const outcomes: readonly (readonly [string, string])[] = [
  ['（一）予以公开', 'granted'],
  ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 'partially_granted'],
  ['1.属于国家秘密', 'refused.state_secret'],
  ['2.其他法律行政法规禁止公开', 'refused.prohibited_by_law'],
  ['3.危及“三安全一稳定”', 'refused.security_stability'],
  ['4.保护第三方合法权益', 'refused.third_party_rights'],
  ['5.属于三类内部事务信息', 'refused.internal_affairs'],
  ['6.属于四类过程性信息', 'refused.process_information'],
  ['7.属于行政执法案卷', 'refused.enforcement_files'],
  ['8.属于行政查询事项', 'refused.administrative_query'],
  ['1.本机关不掌握相关政府信息', 'unable.not_held'],
  ['2.没有现成信息需要另行制作', 'unable.must_be_created'],
  ['3.补正后申请内容仍不明确', 'unable.unclear_after_correction'],
  ['1.信访举报投诉类申请', 'not_processed.petition'],
  ['2.重复申请', 'not_processed.repeated'],
  ['3.要求提供公开出版物', 'not_processed.publication'],
  ['4.无正当理由大量反复申请', 'not_processed.excessive'],
  ['5.要求行政机关确认或重新出具已获取信息', 'not_processed.reissue'],
  ['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', 'other.not_corrected'],
  ['2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', 'other.fee_unpaid'],
  ['3.其他', 'other.other'],
];
const groups: Readonly<Record<string, string>> = {
  'refused.state_secret': '（三）不予公开',
  'unable.not_held': '（四）无法提供',
  'not_processed.petition': '（五）不予处理',
  'other.not_corrected': '（六）其他处理',
};

type Row = readonly number[];
interface Matrix {
  readonly rows: ReadonlyMap<string, Row>;
}

const add = (...rows: readonly Row[]): number[] =>
  Array.from({ length: 6 }, (_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0));
const withTotal = (row: Row): number[] => [...row, row.reduce((sum, n) => sum + n, 0)];

/** A matrix of which all sums hold, from the outcomes and what is carried over the year's end. */
function makeMatrix(leaves: readonly Row[], over: Row, forward: Row): Matrix {
  const total = add(...leaves);
  const received = add(total, forward).map((n, i) => n - Math.min(n, over[i] ?? 0));
  const carried = add(total, forward).map((n, i) => n - (received[i] ?? 0));
  return {
    rows: new Map([
      ['received', withTotal(received)],
      ['carried_over', withTotal(carried)],
      ...outcomes.map(([, code], i): [string, Row] => [code, withTotal(leaves[i] ?? [])]),
      ['total', withTotal(total)],
      ['carried_forward', withTotal(forward)],
    ]),
  };
}

const labels = new Map([
  ['received', '一、本年新收政府信息公开申请数量'],
  ['carried_over', '二、上年结转政府信息公开申请数量'],
  ...outcomes.map(([label, code]) => [code, label] as const),
  ['total', '（七）总计'],
  ['carried_forward', '四、结转下年度继续办理'],
]);

/** One cell a line; a row that is collapsed shows no zeros, and one in which nothing else stands shows one. */
function print({ rows }: Matrix, collapsed: ReadonlySet<string>): string {
  const lines = [...rows].flatMap(([code, row]) => {
    const shown = collapsed.has(code) ? row.filter((n) => n !== 0) : row;
    const above = [
      ...(code === 'granted' ? ['三、本年度办理结果'] : []),
      ...(groups[code] ? [groups[code]] : []),
    ];
    return [...above, labels.get(code) ?? '', ...(shown.length > 0 ? shown : [0]).map(String)];
  });
  const text = [
    ...['宁海县水利局2022年政府信息公开工作年度报告', '一、总体情况'],
    '2022年，本局认真落实各项公开要求，健全机制，明确责任，稳步推进。',
    ...['三、收到和处理政府信息公开申请情况', ...applicants, ...lines],
  ];
  return text.join('\n\n');
}

const sparse = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }) },
  ),
  { minLength: 6, maxLength: 6 },
);
const matrices = fc
  .tuple(fc.array(sparse, { minLength: 21, maxLength: 21 }), sparse, sparse)
  .map(([leaves, over, forward]) => makeMatrix(leaves, over, forward));
const collapses = fc
  .subarray([...labels.keys()], { minLength: 1, maxLength: 8 })
  .map((codes) => new Set(codes));
const runs = Number(process.env.SHORT_ROWS ?? 150);

const named = (record: ReturnType<typeof parse>) => new Set(record.messages.flatMap(({ codes }) => codes));

describe('rows with fewer figures than the form has columns', () => {
  it('are placed as the page means them, or left, where its sums hold', () => {
    let placed = 0;
    fc.assert(
      fc.property(matrices, collapses, (matrix, collapsed) => {
        const record = parse(print(matrix, collapsed));
        const figures = tableFigures(record);
        placed += record.messages.filter(({ code }) => code === 'placed_by_sums').length;
        for (const [code, value] of Object.entries(figures)) {
          const [, row = '', end = ''] = /^applications\.([a-z_.]+):([a-z_]+)$/.exec(code) ?? [];
          expect(value, code).toBe(matrix.rows.get(row)?.[ends.indexOf(end)]);
        }
        const found = record.values.length + record.unmapped.length;
        expect(found).toBe(print(matrix, collapsed).match(/^\d+$/gm)?.length);
      }),
      { numRuns: runs, seed: 11 },
    );
    expect(placed).toBeGreaterThan(runs / 3);
  });

  it('are never placed without a message that names them, also where a figure of the page is wrong', () => {
    const wrong = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(matrices, collapses, wrong, (matrix, collapsed, [at, column, by]) => {
        const codes = [...matrix.rows.keys()];
        const code = codes[at % codes.length] ?? '';
        const changed = (matrix.rows.get(code) ?? []).map((n, i) => (i === column ? n + by : n));
        const page = print({ rows: new Map([...matrix.rows, [code, changed]]) }, collapsed);
        const record = parse(page);
        const isNamed = named(record);
        for (const { code: placed } of record.values) {
          const row = /^applications\.([a-z_.]+):/.exec(placed)?.[1] ?? '';
          if (collapsed.has(row) && matrix.rows.get(row)?.includes(0))
            expect(isNamed.has(placed), placed).toBe(true);
        }
      }),
      { numRuns: runs, seed: 12 },
    );
  });

  it('give no entry for the columns that the page leaves out', () => {
    const leaves = outcomes.map(([, code]) => (code === 'granted' ? [3, 1, 0, 0, 0, 0] : [0, 0, 0, 0, 0, 0]));
    const none = [0, 0, 0, 0, 0, 0];
    const record = parse(print(makeMatrix(leaves, none, none), new Set(['granted'])));
    const granted = Object.entries(tableFigures(record)).filter(([code]) =>
      code.startsWith('applications.granted'),
    );
    expect(Object.fromEntries(granted)).toEqual({
      'applications.granted:natural_person': 3,
      'applications.granted:business': 1,
      'applications.granted:total': 4,
    });
    const [message, ...others] = record.messages.filter(({ code }) => code === 'placed_by_sums');
    expect(message?.codes).toEqual(ends.map((end) => `applications.granted:${end}`));
    expect(others).toEqual([]);
  });

  it('say that no way is left where a sum of the page fails', () => {
    const leaves = outcomes.map(([, code]) => (code === 'granted' ? [3, 1, 0, 0, 0, 0] : [0, 0, 0, 0, 0, 0]));
    const none = [0, 0, 0, 0, 0, 0];
    const { rows } = makeMatrix(leaves, none, none);
    const page = print(
      { rows: new Map([...rows, ['granted', [3, 2, 0, 0, 0, 0, 5]]]) },
      new Set(['granted']),
    );
    const record = parse(page);
    expect(record.unmapped.map(({ value }) => value)).toEqual([3, 2, 5]);
    expect(record.messages.find(({ code }) => code === 'row_fits_no_way')?.codes).toContain(
      'applications.granted:total',
    );
  });
});

describe('the search for ways that fit', () => {
  const small = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 2 }), {
    minLength: 1,
    maxLength: 4,
  });
  const balance = fc.record({
    column: fc.integer({ min: 0, max: 1 }),
    fixed: fc.integer({ min: -4, max: 1 }),
    signs: fc.array(fc.constantFrom(-1 as const, 0 as const, 1 as const), { minLength: 3, maxLength: 3 }),
  });

  it('finds what trying everything finds', () => {
    fc.assert(
      fc.property(
        fc.array(small, { minLength: 1, maxLength: 3 }),
        fc.array(balance, { maxLength: 3 }),
        (ways, drawn) => {
          const balances = drawn.map(({ column, fixed, signs }) => ({
            column,
            fixed,
            rows: ways.flatMap((_, row) => {
              const sign = signs[row] ?? 0;
              return sign === 0 ? [] : [{ row, sign }];
            }),
          }));
          const all = ways.reduce<number[][]>(
            (before, own) => before.flatMap((one) => own.map((_, way) => [...one, way])),
            [[]],
          );
          const holds = (chosen: readonly number[]) =>
            balances.every(
              ({ column, fixed, rows }) =>
                rows.reduce(
                  (sum, { row, sign }) => sum + sign * (ways[row]?.[chosen[row] ?? 0]?.[column] ?? 0),
                  fixed,
                ) === 0 || rows.length === 0,
            );
          const solutions = all.filter(holds);
          const found = findFittingWays(ways, balances);
          for (const [row, own] of (found ?? []).entries()) {
            const fitting = new Set(solutions.map((chosen) => chosen[row]));
            expect(own.size > 1 ? 2 : own.size).toBe(Math.min(2, fitting.size));
            for (const way of own) expect(fitting.has(way)).toBe(true);
          }
        },
      ),
    );
  });
});
