import { describe, expect, it } from 'vitest';
import { paragraphs, parse, report, table, tableFigures } from '../support/small-page.js';

const captions = {
  disclosure: '<p>二、主动公开政府信息情况</p>',
  applications: '<p>三、收到和处理政府信息公开申请情况</p>',
  review: '<p>四、政府信息公开行政复议、行政诉讼情况</p>',
};
const read = (...parts: readonly string[]) => parse(report(...parts));
const codesOf = (record: ReturnType<typeof parse>, code: string) =>
  record.messages.filter((message) => message.code === code);

const rules = [
  ['第二十条第（一）项', '', '', ''],
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '0', '1', '12'],
  ['行政规范性文件', '4', '7', '23'],
];
const ruleFigures = {
  'disclosure.regulations.issued': 0,
  'disclosure.regulations.repealed': 1,
  'disclosure.regulations.in_force': 12,
  'disclosure.normative_documents.issued': 4,
  'disclosure.normative_documents.repealed': 7,
  'disclosure.normative_documents.in_force': 23,
};
/** Rows of other tables, by whose labels the form is known where those of the rules are lost. */
const others = table(['行政许可', '5'], ['行政处罚', '6'], ['行政强制', '7'], ['行政事业性收费', '8']);
const rulesOnly = (figures: Record<string, number | string>) =>
  Object.fromEntries(Object.entries(figures).filter(([code]) => /regulations|normative/.test(code)));
const readRules = (rows: readonly (readonly string[])[]) => read(captions.disclosure, table(...rows), others);
/** The rules' table with its head in other words. */
const rulesUnder = (...head: readonly string[]) => [rules[0] ?? [], head, ...rules.slice(2)];

describe('the columns of the table of rules', () => {
  it.each([
    ['whole', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['broken by breaks', '本年<br/>制发件数', '本年<br/>废止件数', '现行<br/>有效件数'],
    ['broken by spaces', '本年 制发件数', '本年　废止件数', '现行有效 件数'],
    ['with their second half', '制发件数', '废止件数', '有效件数'],
  ])('are known by a head that is %s', (_, ...head) => {
    const record = readRules(rulesUnder(...head));
    expect(rulesOnly(tableFigures(record))).toEqual(ruleFigures);
    expect(codesOf(record, 'columns_by_order').filter(({ text }) => /规章|文件/.test(text))).toEqual([]);
  });

  it('are known by the head where the page has put them in another order', () => {
    const turned = rules.map(([label = '', a = '', b = '', c = '']) => [label, c, a, b]);
    expect(tableFigures(read(captions.disclosure, table(...turned)))).toEqual(ruleFigures);
  });

  it('are known by the head where one is missing', () => {
    const two = rules.map(([label = '', a = '', , c = '']) => [label, a, c]);
    const {
      'disclosure.regulations.repealed': _,
      'disclosure.normative_documents.repealed': __,
      ...rest
    } = ruleFigures;
    expect(tableFigures(read(captions.disclosure, table(...two)))).toEqual(rest);
  });

  it('are known by the head where an empty column stands between', () => {
    const wide = rules.map(([label = '', a = '', b = '', c = '']) => [label, '', a, b, '', c, '']);
    expect(tableFigures(read(captions.disclosure, table(...wide)))).toEqual(ruleFigures);
  });

  it('come in the order of the form where the head is lost, and a message says so', () => {
    const record = readRules([rules[0] ?? [], ...rules.slice(2)]);
    expect(rulesOnly(tableFigures(record))).toEqual(ruleFigures);
    const messages = codesOf(record, 'columns_by_order').filter(({ text }) => /规章|文件/.test(text));
    expect(messages.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    expect(messages[0]?.codes).toEqual([
      ...[
        'disclosure.regulations.issued',
        'disclosure.regulations.repealed',
        'disclosure.regulations.in_force',
      ],
    ]);
  });

  it('are not guessed where the head is lost and a figure with it: the row is unmapped, and a message says so', () => {
    const short = [['规章', '22', '235'], ...rules.slice(3)];
    const record = readRules([rules[0] ?? [], ...short]);
    const { messages, unmapped, values } = record;
    expect(values.filter(({ code }) => code.startsWith('disclosure.regulations'))).toEqual([]);
    expect(unmapped.map(({ value, path }) => [path.join('/'), value])).toEqual([
      ['规章', 22],
      ['规章', 235],
    ]);
    const incomplete = messages.filter(({ code }) => code === 'row_incomplete');
    expect(incomplete).toHaveLength(1);
    expect(incomplete[0]?.text).toContain('规章');
    expect(incomplete[0]?.place).not.toBe(null);
  });

  it('keep a blank cell blank and a mark a mark', () => {
    const bare = [
      rules[0] ?? [],
      rules[1] ?? [],
      ['规章', '3', '/', ''],
      ['行政规范性文件', '&nbsp;', '0', '无'],
    ];
    expect(tableFigures(read(captions.disclosure, table(...bare)))).toEqual({
      'disclosure.regulations.issued': 3,
      'disclosure.regulations.repealed': 'mark',
      'disclosure.regulations.in_force': 'blank',
      'disclosure.normative_documents.issued': 'blank',
      'disclosure.normative_documents.repealed': 0,
      'disclosure.normative_documents.in_force': 'mark',
    });
  });

  it('keep the first column blank where it is blank in every row', () => {
    const bare = rules.map((row, i) => (i < 2 ? row : [row[0] ?? '', '', row[2] ?? '', row[3] ?? '']));
    expect(tableFigures(read(captions.disclosure, table(...bare)))).toEqual({
      ...ruleFigures,
      'disclosure.regulations.issued': 'blank',
      'disclosure.normative_documents.issued': 'blank',
    });
  });

  it('give a blank cell a place inside its own tags', () => {
    const page = report(
      captions.disclosure,
      table(...rules.slice(0, 2), ['规章', '1', '', '12'], ...rules.slice(3)),
    );
    const blank = parse(page).values.find(({ state }) => state === 'blank');
    expect(page.slice(0, blank?.place.start).endsWith('<td>1</td><td>')).toBe(true);
  });

  it('keep text as text, with a message', () => {
    const record = readRules([...rules.slice(0, 2), ['规章', '见附件', '1', '12'], ...rules.slice(3)]);
    expect(tableFigures(record)['disclosure.regulations.issued']).toBe('text');
    expect(codesOf(record, 'text_in_cell')[0]?.codes).toEqual(['disclosure.regulations.issued']);
  });
});

describe('money', () => {
  const fees = (head: string, cell: string) =>
    parse(
      report(
        captions.disclosure,
        table(...rules),
        table(['第二十条第（八）项', ''], ['信息内容', head], ['行政事业性收费', cell]),
      ),
    ).values.find(({ code }) => code === 'disclosure.fees.amount');

  it.each([
    ['本年收费金额（单位：万元）', '7730.28', 7730.28, '万元'],
    ['本年收费金额（单位：元）', '251000', 25.1, '元'],
    ['本年收费金额（单位：万元）', '251000元', 25.1, '元'],
    ['本年收费金额（单位：万元）', '115800万元', 115800, '万元'],
    ['本年收费金额', '12.5', 12.5, null],
  ])('under %s, %s is %d in 万元', (head, cell, value, unit_printed) => {
    expect(fees(head, cell)).toMatchObject({ value, unit: '万元', unit_printed });
  });
});

const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const received = ['1', '2', '3', '4', '5', '6', '21'];
const carried = ['0', '1', '0', '0', '0', '0', '1'];
const keys = [
  'natural_person',
  'business',
  'research',
  'public_welfare',
  'legal_services',
  'other_organization',
  'total',
];
const applicationFigures = Object.fromEntries([
  ...keys.map((key, i) => [`applications.received:${key}`, Number(received[i])]),
  ...keys.map((key, i) => [`applications.carried_over:${key}`, Number(carried[i])]),
]);
const td = (cells: readonly string[]) => cells.map((cell) => `<td>${cell}</td>`).join('');
const rows = (...before: readonly string[]) =>
  `<tr>${before.map((b) => `<td>${b}</td>`).join('')}<td>一、本年新收政府信息公开申请数量</td>${td(received)}</tr>
   <tr>${before.map((b) => `<td>${b}</td>`).join('')}<td>二、上年结转政府信息公开申请数量</td>${td(carried)}</tr>`;

describe('the columns of the applications table', () => {
  it('are known by a head with spans', () => {
    const head = `<tr><td rowspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan="7">申请人情况</td></tr>
      <tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>
      <tr>${td(applicants.slice(1, 6))}</tr>`;
    expect(tableFigures(read(captions.applications, `<table>${head}${rows()}</table>`))).toEqual(
      applicationFigures,
    );
  });

  it('are known by a head with empty cells where spans should be', () => {
    const head = `<tr>${td(['', '申请人情况', '', '', '', '', '', ''])}</tr>
      <tr>${td(['', '自然人', '法人或其他组织', '', '', '', '', '总计'])}</tr>
      <tr>${td(['', '', ...applicants.slice(1, 6), ''])}</tr>`;
    expect(tableFigures(read(captions.applications, `<table>${head}${rows()}</table>`))).toEqual(
      applicationFigures,
    );
  });

  it('are known by a head of one row, its names split over paragraphs', () => {
    const split = ['自然人', '<p>商业</p><p>企业</p>', '科研<br>机构', '<p>社会</p><p>公益</p><p>组织</p>'];
    const head = `<tr>${td(['', ...split, ...applicants.slice(4)])}</tr>`;
    expect(tableFigures(read(captions.applications, `<table>${head}${rows()}</table>`))).toEqual(
      applicationFigures,
    );
  });

  it('are known where the labels are spread over three columns', () => {
    const head = `<tr>${td(['', '', '', ...applicants])}</tr>`;
    expect(tableFigures(read(captions.applications, `<table>${head}${rows('', '')}</table>`))).toEqual(
      applicationFigures,
    );
  });

  it('keep the blanks of organisations blank', () => {
    const head = `<tr>${td(['', ...applicants])}</tr>`;
    const row = `<tr>${td(['一、本年新收政府信息公开申请数量', '3', '', '', '', '', '', '3'])}</tr>
      <tr>${td(['二、上年结转政府信息公开申请数量', '1', '', '', '', '', '', '1'])}</tr>`;
    expect(tableFigures(read(captions.applications, `<table>${head}${row}</table>`))).toMatchObject({
      'applications.received:natural_person': 3,
      'applications.received:business': 'blank',
      'applications.received:other_organization': 'blank',
      'applications.received:total': 3,
    });
  });

  it('are not guessed where blanks have collapsed and only two of seven figures are left', () => {
    const text = [
      ...['一、总体情况', '2022年，本局认真落实各项公开要求，健全机制，明确责任，稳步推进。'],
      ...['三、收到和处理政府信息公开申请情况', ...applicants, '一、本年新收政府信息公开申请数量', '4', '3'],
      ...['二、上年结转政府信息公开申请数量', '1', '1', '四、结转下年度继续办理', '0', '0'],
    ];
    const record = parse(`宁海县水利局2022年政府信息公开工作年度报告\n\n${text.join('\n\n')}`);
    expect(tableFigures(record)).toEqual({});
    expect(record.unmapped.map(({ value }) => value)).toEqual([4, 3, 1, 1, 0, 0]);
    expect(codesOf(record, 'row_fits_no_way')).toHaveLength(1);
    expect(codesOf(record, 'row_fits_several_ways')).toHaveLength(2);
  });
});

describe('the columns of the review table', () => {
  const five = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const printed = Array.from({ length: 15 }, (_, i) => String(i + 1));
  const results = ['upheld', 'corrected', 'other', 'pending', 'total'];
  const reviewFigures = Object.fromEntries(
    ['review', 'litigation.direct', 'litigation.after_review'].flatMap((group, i) =>
      results.map((result, j) => [`${group}.${result}`, i * 5 + j + 1]),
    ),
  );
  const readReview = (head: string) =>
    tableFigures(read(captions.review, `<table>${head}<tr>${td(printed)}</tr></table>`));

  it('are known by a head of three levels', () => {
    const head = `<tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
      <tr>${five.map((name) => `<td rowspan="2">${name}</td>`).join('')}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
      <tr>${td([...five, ...five])}</tr>`;
    expect(readReview(head)).toEqual(reviewFigures);
  });

  it('are not guessed where figures are lost, and a message names the row by what stands over it', () => {
    const text = [
      ...['四、政府信息公开行政复议、行政诉讼情况', '行政复议', '行政诉讼', ...five],
      ...['未经复议直接起诉', '复议后起诉', ...five, ...five, ...printed.slice(0, 11)],
    ];
    const record = parse(`宁海县水利局2022年政府信息公开工作年度报告\n\n${text.join('\n')}`);
    expect(tableFigures(record)).toEqual({});
    expect(record.unmapped).toHaveLength(11);
    const told = codesOf(record, 'row_fits_no_way').filter(({ text }) =>
      text.includes('“行政复议 行政诉讼”'),
    );
    expect(told).toHaveLength(1);
  });

  it('are known by a head without row spans', () => {
    const blank = ['', '', '', '', ''];
    const head = `<tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
      <tr>${td(blank)}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
      <tr>${td([...five, ...five, ...five])}</tr>`;
    expect(readReview(head)).toEqual(reviewFigures);
  });

  it('are known where each letter of a name has a line of its own', () => {
    const upright = (names: readonly string[]) => names.map((name) => [...name].join('<br>'));
    const head = `<tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
      <tr>${upright(five)
        .map((name) => `<td rowspan="2">${name}</td>`)
        .join('')}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
      <tr>${td([...upright(five), ...upright(five)])}</tr>`;
    expect(readReview(head)).toEqual(reviewFigures);
  });
});

describe('a table with a column for each of two years', () => {
  it('gives no figure of a row without a word where the cell of one of the years is blank', () => {
    const record = parse(
      [
        '<h1>青禾县水务局2016年政府信息公开工作年度报告</h1>',
        table(
          ['统计指标', '单位', '2015年', '2016年'],
          ['（一）主动公开政府信息数', '条', '410', '447'],
          ['4.政务微信公开政府信息数', '条', '', '12'],
          ['5.其他方式公开政府信息数', '条', '10', ''],
          ['（一）收到申请数', '件', '3', '4'],
          ['（二）申请办结数', '件', '3', '4'],
        ),
      ].join('\n'),
    );
    const warned = record.messages.flatMap(({ severity, codes }) => (severity === 'warning' ? codes : []));
    const named = record.values.filter(({ code }) => warned.includes(code));
    expect(record.values.map(({ code }) => code)).toEqual(named.map(({ code }) => code));
    expect(warned).toEqual(expect.arrayContaining(['proactive.total', 'proactive.channel.other']));
  });
});

describe('a figure outside the form', () => {
  it('is unmapped, with its labels and its place', () => {
    const page = report(
      captions.disclosure,
      table(...rules),
      table(['平台', '发布数'], ['抖音号', '77'], ['头条号', '1,088条']),
    );
    const { unmapped, coverage } = parse(page);
    expect(
      unmapped.map(({ path, column, value, raw, unit }) => ({ path, column, value, raw, unit })),
    ).toEqual([
      { path: ['抖音号'], column: '发布数', value: 77, raw: '77', unit: null },
      { path: ['头条号'], column: '发布数', value: 1088, raw: '1,088条', unit: '条' },
    ]);
    expect(unmapped.map(({ place }) => page.slice(place.start, place.end))).toEqual(['77', '1,088条']);
    expect(coverage).toMatchObject({ tables: 2, figures: 8, mapped: 6, unmapped: 2 });
  });

  it('in a sentence is not listed as one of a table', () => {
    expect(read(captions.disclosure, paragraphs('全年接听热线77次。'), table(...rules)).unmapped).toEqual([]);
  });
});
