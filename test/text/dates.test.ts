import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, parseDate } from '../../src/text/dates.js';

describe('parseDate', () => {
  it.each([
    ['2023-01-20 10:05:32', '2023-01-20'],
    ['2017- 01- 13 09:00', '2017-01-13'],
    ['[2021-01-28]', '2021-01-28'],
    ['2016年3月31日', '2016-03-31'],
    ['2016 年 3 月 31 日', '2016-03-31'],
    ['2019/1/5', '2019-01-05'],
    ['2019.12.05', '2019-12-05'],
    ['发布于2020-02-29,更新于2020-03-01', '2020-02-29'],
    ['1999-12-31', '1999-12-31'],
  ])('reads %s as %s', (text, date) => expect(parseDate(text)).toBe(date));

  it.each([
    '',
    '2021',
    '2021年',
    '2021年3月',
    '2021-02-30',
    '2021-13-01',
    '2021-00-10',
    '2019-02-29',
    '0851-83-12',
  ])('finds no date in %j', (text) => expect(parseDate(text)).toBe(undefined));

  it('takes no piece out of a longer number', () => {
    expect(parseDate('12021-01-28')).toBe(undefined);
    expect(parseDate('2021-01-283')).toBe(undefined);
  });

  it('reads back any day in the ways that sites print it', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom('-', '/', '.'), fc.boolean(), (date, mark, padded) => {
        const iso = date.toISOString().slice(0, 10);
        const parts = iso.split('-').map((part) => (padded ? part : String(Number(part))));
        expect(parseDate(parts.join(mark))).toBe(iso);
        expect(parseDate(`${parts[0]}年${parts[1]}月${parts[2]}日`)).toBe(iso);
      }),
      { seed: 10 },
    );
  });
});

describe('isoDate', () => {
  it.each([
    [2021, 2, 29],
    [2021, 4, 31],
    [2021, 0, 1],
    [2021, 13, 1],
    [2021, 1, 0],
    [2021, 1, 32],
  ])('knows no day %i-%i-%i', (year, month, day) => expect(isoDate(year, month, day)).toBe(undefined));
});
