import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import data from '../../src/data/spam.json' with { type: 'json' };
import { parsePage } from '../../src/parse.js';
import { findSpam, isSpamName, maskSpam } from '../../src/text/spam.js';
import { corpusPages, fixturePages } from '../support/pages.js';

const spamIn = (text: string) => findSpam(text).map(({ start, end }) => text.slice(start, end));

describe('names of betting sites', () => {
  it.each([
    ['57365线路检测中心信息公开', '57365线路检测中心'],
    ['本报告由7788365365编制', '7788365365'],
    ['asia28365信息公开', 'asia28365'],
    ['UedBet体育城市管理', 'UedBet体育'],
    ['澳门和记娱乐场信息公开', '澳门和记娱乐场'],
    ['德赢VWIN信息公开', '德赢VWIN'],
    ['香港免费图库资料大全', '香港免费图库资料大全'],
    ['新葡京娱乐城政务公开', '新葡京娱乐城'],
  ])('are found in %s', (text, name) => {
    expect(spamIn(text)).toEqual([name]);
  });

  it.each(data.words)('have one of the signs by which they are looked for: %s', (pattern) => {
    const wider = new RegExp(`^(?:${pattern.replace(/\(\?<?[!=][^()]*\)/g, '')})$`);
    fc.assert(
      fc.property(fc.stringMatching(wider), (name) => {
        expect(data.signs.some((sign) => name.includes(sign))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '娱乐场所检查365件，娱乐场所管理条例',
    '福利彩票投注站、体育彩票公益金、彩票销售网点',
    '六合区、金沙县、永利镇、皇冠镇、亚博会',
    '12345热线受理57365件，365天，全年365日，3653条',
    '文书注册送达、燃气线路检测中心、通过www.example.gov.cn公开',
  ])('are not seen in the words of a report: %s', (text) => {
    expect(spamIn(text)).toEqual([]);
  });

  it('are not seen on any page that has none', () => {
    for (const { name, bytes } of [...fixturePages(), ...corpusPages()])
      if (!name.includes('betting')) expect(spamIn(bytes.toString('utf8')), name).toEqual([]);
  });

  it('are masked one sign for one, so that places hold and no digit is left', () => {
    const text = '由57365线路检测中心公开12条';
    const masked = maskSpam(text, findSpam(text));
    expect(masked).toHaveLength(text.length);
    expect(masked.replace(/\u25a1+/, '*')).toBe('由*公开12条');
  });

  it.each(['puroview.com溪下乡', '7788365365', '雷速体育'])('are no name of a body: %s', (name) => {
    expect(isSpamName(name)).toBe(true);
    expect(isSpamName('某县人民政府')).toBe(false);
  });

  const page = (name: string, signature: string) =>
    `<h1>${name}2021年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>本年度，主动公开政府信息12条，收到政府信息公开申请3件，按时办结。</p>` +
    `<p>二、主动公开政府信息情况</p><p>通过57365线路检测中心公开政府信息5条，制发规范性文件2件，均已公布。</p><p>${signature}</p>`;

  it('leave the figures and the publisher that the page states elsewhere, with one warning', () => {
    const record = parsePage(Buffer.from(page('德赢VWIN', '溧阳市教育局')));
    expect(record.report.publisher).toBe('溧阳市教育局');
    const warning = record.messages.filter(({ code }) => code === 'spam_words');
    expect(warning).toHaveLength(1);
    expect(warning[0]?.text).toContain('德赢VWIN, 57365线路检测中心');
    expect(warning[0]?.place?.line).toBe(1);
    const figures = record.values.map(({ value }) => value);
    expect(figures).toContain(12);
    expect(figures.filter((value) => value === 57365 || value === 365)).toEqual([]);
  });

  it('leave no publisher where the page states none', () => {
    expect(parsePage(Buffer.from(page('德赢VWIN', ''))).report.publisher).toBeNull();
  });
});
