import { describe, expect, it } from 'vitest';
import type { GipRecord } from '../../src/model/record.js';
import { paragraphs, parse, table } from '../support/small-page.js';

function report(year: number, head: readonly string[], labels: readonly string[]): GipRecord {
  const rows = labels.map((label, i) => [label, String(i + 1)]);
  return parse(
    `<h1>宁海县水利局${year}年政府信息公开工作年度报告</h1>${paragraphs(
      `所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
      '一、概述',
    )}${table(head, ...rows)}`,
  );
}

const of2014 = [
  ...[
    '一、主动公开情况',
    '（一）主动公开政府信息数',
    '其中：主动公开规范性文件数',
    '2.政府网站公开政府信息数',
    '3.政务微博公开政府信息数',
  ],
  ...[
    '（一）收到申请数',
    '1.当面申请数',
    '2.传真申请数',
    '3.网络申请数',
    '4.信函申请数',
    '（二）申请办结数',
    '1.按时办结数',
  ],
  ...['四、行政复议数量', '（一）维持具体行政行为数', '六、举报投诉数量'],
];
const of2008 = [
  ...[
    '主动公开信息数',
    '其中：全文电子化的',
    '网站专栏页面访问量',
    '现场接待人数',
    '咨询电话接听数',
    '网上咨询数',
  ],
  ...[
    '申请总数',
    '1.当面申请数',
    '2.传真申请数',
    '3.电子邮件申请数',
    '4.网上申请数',
    '5.信函申请数',
    '6.其它形式申请数',
  ],
  ...[
    '对申请的答复总数',
    '1.同意公开答复数',
    '“信息不存在”数',
    '“非本部门掌握”数',
    '行政复议数',
    '行政诉讼数',
    '行政申诉数',
  ],
];
const shared = ['1.当面申请数', '2.传真申请数', '网络申请数', '信函申请数', '行政复议数量', '行政诉讼数量'];

describe('the edition of a statistics table', () => {
  it.each([2012, 2014, 2016, 2019, 2020])('is told by its labels: that of 2014 also in %d', (year) => {
    expect(report(year, ['统计指标', '统计数'], of2014).template).toMatchObject({
      family: 'statistics-table',
      edition: '2014',
    });
  });

  it.each([2008, 2011, 2013, 2014, 2016])('is told by its labels: that of 2008 also in %d', (year) => {
    expect(report(year, ['指标名称', '本期实际'], of2008).template).toMatchObject({
      family: 'statistics-table',
      edition: '2008',
    });
  });

  it.each([
    [2010, '2008'],
    [2013, '2008'],
    [2014, '2014'],
    [2018, '2014'],
  ])('is told by the report year where the labels are those of both: %d', (year, edition) => {
    const { template } = report(year, ['统计指标', '统计数'], shared);
    expect(template.edition).toBe(edition);
    expect(template.reasons.join()).toContain(`edition by the report year ${year}`);
  });

  it('leaves the sentences of those years to the codes of the statistics table', () => {
    const said = parse(
      `<h1>宁海县水利局2011年政府信息公开工作年度报告</h1>${paragraphs('一、依申请公开情况', '2011年，本局共收到政府信息公开申请7件。')}${table(
        ['指标名称', '本期实际'],
        ...of2008.map((label) => [label, '7']),
      )}`,
    );
    expect(said.template.edition).toBe('2008');
    const prose = said.values.filter(({ origin }) => origin === 'prose');
    expect(prose.map(({ code, value }) => [code, value])).toEqual([['requests.received', 7]]);
  });
});
