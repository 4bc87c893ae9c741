import { describe, expect, it } from 'vitest';
import { parse } from '../support/small-page.js';

const read = (sentence: string) =>
  parse(
    `<h1>江山市林业局2012年政府信息公开工作年度报告</h1><p>本报告由江山市林业局编制，${sentence}。欢迎查阅。</p><p>一、总体情况</p><p>我局认真落实条例，健全机制，严格审查，公开工作平稳有序。</p>`,
  );
const periodOf = (sentence: string) => {
  const { period_start, period_end } = read(sentence).report;
  return [period_start, period_end];
};
const year = ['2012-01-01', '2012-12-31'];

describe('a period', () => {
  it.each([
    '所列数据的统计期限自2012年1月1日起至2012年12月31日止',
    '所列数据的统计期限自2012年1月1日起至12月31日止',
    '所列数据的统计期限自2012年1月1日起至2012年12月31日',
    '所列数据的统计期限自2012年1月1日至2012年12月31日止',
    '统计期限自2012年1月1日起，至2012年12月31日止',
    '统计期限从2012年1月1日到12月31日止',
    '统计期限从2012年1月1日起至2012年12月31日止',
    '统计数据自2012年1月1日起到2012年12月31日止',
    '统计数据自2012年1月1日始至2012年12月31日止',
    '数据统计期限为2012年1月1日至12月31日',
    '数据统计期限为2012年1月1日起至2012年12月31日',
    '数据期限是2012年1月1日至2012年12月31日止',
    '数据统计期限：2012年1月1日-2012年12月31日',
    '数据统计期限：2012年1月1日——2012年12月31日',
    '数据统计期限2012年1月1日----2012年12月31日',
    '统计时限自2012年1月1日至2012年12月31日截止',
    '使用数据统计时间为2012年1月1日至2012年12月31日',
    '统计周期为2012年1月1日至2012年12月31日',
    '数据统计时段为2012年1月1日至2012年12月31日',
    '统计日期为2012年1月1日至2012年12月31日',
    '数据统计起止时间为2012年1月1日至2012年12月31日',
    '涵盖2012年1月1日至12月31日期间的数据',
    '除特别说明的外，所列数据统计期限自2012年1月1日至2012年12月31日',
    '（本报告所列数据统计期限自2012年1月1日至2012年12月31日）',
    '统计期限自 2012 年 1 月 1 日至 2012 年 12 月 31 日',
    '统计期限自２０１２年１月１日至２０１２年１２月３１日',
    '统计期限自<b>2012</b>年<span>1</span>月1日至<span>20</span>12年12月31日',
    '統計期限自2012年1月1日起至2012年12月31日止',
    '统计期限自2012年01月01日至2012年12月31日',
    '统计期限自二〇一二年1月1日至二〇一二年12月31日',
  ])('is read from: %s', (sentence) => {
    expect(periodOf(sentence)).toEqual(year);
    expect(read(sentence).messages.filter(({ code }) => code === 'period_mended')).toEqual([]);
  });

  it.each([
    '统计期限自201211日起至20121231日止',
    '统计期限为201211日至20121231日',
    '统计期限自20121120121231',
    '统计期限为11日至20121231日止',
    '统计期限自2012年月1日至12月31日',
    '统计期限自201211日至1231日止',
  ])('is mended where the words for year and month are lost, and a message says so: %s', (sentence) => {
    expect(periodOf(sentence)).toEqual(year);
    expect(read(sentence).messages.map(({ code }) => code)).toContain('period_mended');
  });

  it('need not be a whole year', () => {
    expect(periodOf('统计期限自2008年5月1日起至2008年12月31日止')).toEqual(['2008-05-01', '2008-12-31']);
    expect(periodOf('统计期限自2012年1月5日至2013年1月6日')).toEqual(['2012-01-05', '2013-01-06']);
  });

  it.each([
    '统计期限自2012年2月30日至2012年12月31日',
    '统计期限自2012年12月31日至2012年1月1日',
    '统计数据截至2012年底',
    '统计时间点为2012年12月31日',
  ])('is null where none is stated, or the calendar has none: %s', (sentence) => {
    expect(periodOf(sentence)).toEqual([null, null]);
  });

  it('is not the time of a campaign that the same paragraph speaks of', () => {
    expect(periodOf('我们于2012年3月1日至4月30日开展了公开专项整治行动')).toEqual([null, null]);
  });

  it('has its place among the candidates', () => {
    const page =
      '江山市林业局2012年政府信息公开工作年度报告\n\n一、概述\n\n统计期限自2012年1月1日起至12月31日止，工作有序。';
    const { report } = parse(page);
    const found = report.candidates.find(({ field }) => field === 'period');
    expect(found?.value).toBe('2012-01-01/2012-12-31');
    expect(page.slice(found?.place?.start, found?.place?.end)).toContain('2012年1月1日起');
  });
});
