import { describe, expect, it } from 'vitest';
import type { GipRecord } from '../../src/model/record.js';
import { paragraphs, parse, report, table, tableFigures } from '../support/small-page.js';

/** A report with a statistics table of these rows: label, unit where there is a column for it, figure. */
function statistics(head: readonly string[], ...rows: readonly (readonly string[])[]): GipRecord {
  return parse(
    `<h1>宁海县水利局2016年政府信息公开工作年度报告</h1>${paragraphs(
      '本报告由宁海县水利局编制，所列数据的统计期限为2016年1月1日至2016年12月31日。',
      '一、概述',
    )}${table(head, ...rows, ['收到申请数', ...head.slice(1, -1).map(() => '件'), '5'])}`,
  );
}

function codesOf(record: GipRecord, message: string): string[] {
  return record.messages.filter(({ code }) => code === message).flatMap(({ codes }) => [...codes]);
}

const plain = ['统计指标', '统计数'];
const withUnits = ['统计指标', '单位', '统计数'];
const fees = '七、依申请公开信息收取的费用';

describe('a printed unit', () => {
  it.each([
    ['in the cell', plain, [fees, '3860元']],
    ['in a column of its own', withUnits, [fees, '元', '3860']],
    ['in brackets in that column', withUnits, [fees, '（单位：元）', '3860']],
    ['in the row’s label', plain, [`${fees}（元）`, '3860']],
    ['in the column’s head', ['统计指标', '统计数（单位：元）'], [fees, '3860']],
    ['in the cell against the column', withUnits, [fees, '万元', '3860元']],
    ['as a sign of currency', plain, [fees, '￥3,860']],
  ])('is heeded %s', (_, head, row) => {
    const record = statistics(head, row);
    const value = record.values.find(({ code }) => code === 'fees.collected');
    expect(value).toMatchObject({
      value: 0.386,
      unit: '万元',
      unit_printed: '元',
      raw: row.at(-1)?.replace('￥', '¥'),
    });
    expect(codesOf(record, 'unit_differs')).not.toContain('fees.collected');
  });

  it('may be left out behind ten thousand, where money is counted', () => {
    expect(tableFigures(statistics(plain, [fees, '12.5万']))).toMatchObject({ 'fees.collected': 12.5 });
    expect(tableFigures(statistics(withUnits, [fees, '元', '12.5万']))).toMatchObject({
      'fees.collected': 12.5,
    });
  });

  it('may count in ten thousands', () => {
    const row = '2.政府网站公开政府信息数';
    for (const record of [
      statistics(plain, [row, '1.2万']),
      statistics(plain, [row, '1.2万条']),
      statistics(withUnits, [row, '万条', '1.2']),
      statistics(plain, [`${row}（万条）`, '1.2']),
    ])
      expect(tableFigures(record)).toMatchObject({ 'proactive.channel.website': 12000 });
  });

  it('of another kind keeps the figure and is a warning that names the code', () => {
    const record = statistics(
      withUnits,
      [fees, '件', '3'],
      ['1.当面申请数', '元', '2'],
      ['2.传真申请数', '份', '1'],
    );
    expect(tableFigures(record)).toMatchObject({
      'fees.collected': 3,
      'requests.received.in_person': 2,
      'requests.received.fax': 1,
    });
    expect(codesOf(record, 'unit_differs')).toEqual(['fees.collected', 'requests.received.in_person']);
  });

  it('is the form’s where the page prints none, with a warning where that changes the figure', () => {
    const local = (unit: readonly string[], fee: string) =>
      statistics(
        ['指标名称', ...(unit.length > 0 ? ['单位'] : []), '本期实际'],
        ...[
          ['主动公开信息数', '9'],
          ['其中：全文电子化的', '9'],
          ['咨询电话接听数', '4'],
          ['行政申诉数', '0'],
        ].map(([label = '', figure = '']) => [label, ...unit.map(() => '件'), figure]),
        ['收取费用总数', ...unit, fee],
      );
    const bare = local([], '386');
    expect(tableFigures(bare)).toMatchObject({ 'fees.collected': 0.0386, 'local2008.appeals.total': 0 });
    expect(codesOf(bare, 'unit_of_form')).toEqual(['fees.collected']);
    expect(codesOf(local([], '0'), 'unit_of_form')).toEqual([]);
    expect(tableFigures(local(['万元'], '386'))).toMatchObject({ 'fees.collected': 386 });
    expect(codesOf(local(['万元'], '386'), 'unit_of_form')).toEqual([]);
  });
});

describe('money without a unit', () => {
  const charged = (head: string) =>
    parse(
      report(
        '<p>二、主动公开政府信息情况</p>',
        table(['第二十条第（八）项', ''], ['信息内容', head], ['行政事业性收费', '74800']),
      ),
    );

  it('is read in the unit of the form, and a warning says so', () => {
    expect(tableFigures(charged('本年收费金额'))).toEqual({ 'disclosure.fees.amount': 74800 });
    expect(codesOf(charged('本年收费金额'), 'unit_of_form')).toEqual(['disclosure.fees.amount']);
  });

  it('needs no warning where the head prints the unit', () => {
    expect(codesOf(charged('本年收费金额（单位：万元）'), 'unit_of_form')).toEqual([]);
    expect(tableFigures(charged('本年收费金额（单位：元）'))).toEqual({ 'disclosure.fees.amount': 7.48 });
  });
});

describe('a cell', () => {
  it('does not run into the raised number of a footnote', () => {
    const record = statistics(plain, ['1.当面申请数', '1<sup>2</sup>'], ['2.传真申请数', '<sup>2</sup>']);
    expect(tableFigures(record)).toMatchObject({
      'requests.received.in_person': 1,
      'requests.received.fax': 2,
    });
  });

  it('runs on over tags within a number, not over paragraphs or breaks', () => {
    const record = statistics(
      plain,
      ['1.当面申请数', '<span>1</span><span>2</span>'],
      ['2.传真申请数', '<p>1</p><p>2</p>'],
      ['3.网络申请数', '1<br>2'],
    );
    expect(tableFigures(record)).toMatchObject({
      'requests.received.in_person': 12,
      'requests.received.fax': 'text',
      'requests.received.online': 'text',
    });
    expect(codesOf(record, 'text_in_cell')).toEqual(['requests.received.fax', 'requests.received.online']);
  });

  it.each([
    ['22（其中续办16件）', 22],
    ['15①', 15],
    ['零', 0],
    ['－', 'mark'],
    ['不涉及', 'mark'],
    ['&nbsp;', 'blank'],
    ['十二', 'text'],
    ['l2', 'text'],
    ['3/5', 'text'],
    ['2016年3月', 'text'],
  ])('with %s says %s', (printed, said) => {
    const record = statistics(plain, ['1.当面申请数', printed]);
    expect(tableFigures(record)['requests.received.in_person']).toBe(said);
    expect(codesOf(record, 'text_in_cell')).toEqual(said === 'text' ? ['requests.received.in_person'] : []);
  });
});
