import { describe, expect, it } from 'vitest';
import { pageOf } from '../support/chapters.js';
import { parse } from '../support/small-page.js';

const complaints = (text: string) =>
  parse(pageOf(2016, { '三、依申请公开政府信息情况': text })).messages.filter(({ code }) =>
    code.endsWith('_does_not_fit'),
  );

describe('a share stated next to a count', () => {
  it.each([
    '收到申请1191件，其中网络申请654件，占54.91%，信函申请373件（31.32%）。',
    '收到申请34件，其中网络申请17件，占申请总数的50%。',
    '收到申请1191件，其中网络申请654件，占54.92%。',
    '收到申请3件，其中网络申请3件，占100%。',
    '收到申请3件，其中网络申请0件，占0.00%。',
    '网络申请654件，占54.91%。共收到申请1191件。',
  ])('fits some total of the section, one unit of its last digit allowed: %s', (text) => {
    expect(complaints(text)).toEqual([]);
  });

  it('that fits no total is a warning with the code, the place and what it is of the likeliest total', () => {
    const text = '收到申请1191件，其中网络申请654件，占45.91%。';
    const page = pageOf(2016, { '三、依申请公开政府信息情况': text });
    const found = parse(page).messages.filter(({ code }) => code === 'share_does_not_fit');
    expect(found).toMatchObject([{ severity: 'warning', codes: ['requests.received.online'] }]);
    expect(found[0]?.text).toContain('of 1191 it is 54.91 %');
    expect(page.slice(found[0]?.place?.start, found[0]?.place?.end)).toBe(text);
  });

  it.each([
    '收到申请34件，办结率100%，满意率95%。',
    '收到申请34件，其中网络申请和信函申请共30件，共占24.72%。',
    '网络申请12件，占45%。',
    '收到申请34件，征地类占55%、规划类占12%。',
  ])('is not doubted where it is a rate, another noun’s, or no total is known: %s', (text) => {
    expect(complaints(text)).toEqual([]);
  });
});

describe('digits without end behind a point', () => {
  it('are no share, and the page is read', () => {
    const text = `收到申请1191件，其中网络申请654件，占45.${'9'.repeat(400)}%。`;
    const record = parse(pageOf(2016, { '三、依申请公开政府信息情况': text }));
    expect(record.status).toBe('parsed');
    expect(complaints(text)).toEqual([]);
  });
});

describe('a growth rate stated next to a count', () => {
  it.each([
    '收到申请34件，比上年增加3件，增长9.7%。',
    '收到申请31件，较2015年减少3件，下降8.8%。',
    '收到的申请由2015年的31件增加到34件，增长9.7%。',
    '收到申请34件，同比增长12.5%。',
  ])('fits what the count has changed by, or cannot be reckoned: %s', (text) => {
    expect(complaints(text)).toEqual([]);
  });

  it('that does not fit is a warning with the code and the rate that would', () => {
    const found = complaints('收到申请34件，比上年增加3件，增长19.7%。');
    expect(found).toMatchObject([{ code: 'growth_does_not_fit', codes: ['requests.received'] }]);
    expect(found[0]?.text).toContain('from 31 it is 9.7 %');
  });
});
