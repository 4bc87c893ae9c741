import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanString } from '../../src/text/clean-string.js';
import { convertUnit, isUnit, parseFigure } from '../../src/text/figures.js';

const read = (printed: string) => parseFigure(cleanString(printed));

describe('a cell', () => {
  it.each([
    ['0', 0],
    ['7', 7],
    ['1,234', 1234],
    ['1，234', 1234],
    ['2,822,652', 2822652],
    ['11398889', 11398889],
    ['１２３', 123],
    ['+36', 36],
    ['＋36', 36],
    ['−582', -582],
    ['－582', -582],
    ['-582', -582],
    ['﹣41', -41],
    ['59237.2449', 59237.2449],
    ['7,730.28', 7730.28],
    [' 15 ', 15],
    ['&nbsp;15&nbsp;', 15],
    ['22（其中修订16件）', 22],
    ['29 （含自然失效 29 件）', 29],
    ['1.3万', 13000],
    ['007', 7],
  ])('%s is the number %d', (printed, value) => {
    expect(read(printed)).toEqual({ state: 'number', value, unit: null, approximate: false });
  });

  it.each([
    ['3件', 3, '件', false],
    ['3 件', 3, '件', false],
    ['251000元', 251000, '元', false],
    ['115800万元', 115800, '万元', false],
    ['12.5万元', 12.5, '万元', false],
    ['1.2亿元', 1.2, '亿元', false],
    ['0.59%', 0.59, '%', false],
    ['100％', 100, '%', false],
    ['1.3万条', 13000, '条', false],
    ['38人次', 38, '人次', false],
    ['约3件', 3, '件', true],
    ['100余条', 100, '条', true],
    ['18万余条', 180000, '条', true],
  ])('%s is %d with the unit %s', (printed, value, unit, approximate) => {
    expect(read(printed)).toEqual({ state: 'number', value, unit, approximate });
  });

  it.each(['', ' ', '　', '&nbsp;', '\u200b', ' \n\t'])('%j is blank', (printed) => {
    expect(read(printed)).toEqual({ state: 'blank', value: null, unit: null, approximate: false });
  });

  it.each(['/', '／', '—', '——', '－', '-', '--', '无'])('%s is a sign for nothing', (printed) => {
    expect(read(printed)).toEqual({ state: 'mark', value: null, unit: null, approximate: false });
  });

  it.each([
    '2017年',
    '2021年1月1日',
    '2021-01-28',
    '12-15',
    '0851-83851234',
    '1,23',
    '12,34',
    '1.2.3',
    '3件5件',
    '第3',
    '三',
    '详见附件',
    '22（',
    'NaN',
    '1e3',
    '0x10',
    'Infinity',
    '３／５',
    '1:2',
  ])('%s is text and no number', (printed) => {
    expect(read(printed)).toEqual({ state: 'text', value: null, unit: null, approximate: false });
  });

  it.each(['3 5', '12 0 0', '27 0 0 0 0 0', '1 234 5', '12　3'])('%s is text and no number', (printed) => {
    expect(read(printed)).toEqual({ state: 'text', value: null, unit: null, approximate: false });
  });

  it.each([
    ['1234567890123', 1234567890123],
    ['100000000.0001', 100000000.0001],
  ])('%s keeps all of its digits', (printed, value) => {
    expect(read(printed).value).toBe(value);
  });

  it('reads any whole number back, printed with or without commas, in half or full width', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(fc.integer(), fc.boolean(), fc.boolean(), (value, commas, isWide) => {
        const plain = commas ? value.toLocaleString('en-US') : String(value);
        expect(read(isWide ? wide(plain) : plain).value).toBe(value);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('reads any amount with decimals back', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.integer({ min: 0, max: 9999 }), (whole, part) => {
        const printed = `${whole}.${String(part).padStart(4, '0')}`;
        expect(read(printed).value).toBe(Number(printed));
      }),
      { seed: 7 },
    );
  });

  it('never gives a number for what has no digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'约余多万亿元件条+-.,%()无/— 年') }), (text) => {
        expect(parseFigure(text).value).toBe(null);
      }),
      { seed: 8 },
    );
  });
});

describe('a unit', () => {
  it.each(['件', '（万元）', '人次', ' 条 ', '％'])('%s alone is recognised', (text) => {
    expect(isUnit(cleanString(text))).toBe(true);
  });

  it.each(['件数', '', '3件', '万分', '单位'])('%j is none', (text) => {
    expect(isUnit(text)).toBe(false);
  });

  it.each([
    [251000, '元', '万元', 25.1],
    [27270, '元', '万元', 2.727],
    [1.2, '亿元', '万元', 12000],
    [0.1, '亿元', '万元', 1000],
    [12.5, '万元', '万元', 12.5],
    [12.5, null, '万元', 12.5],
    [3, '条', '件', 3],
    [3, '件', '万元', 3],
    [0, '元', '万元', 0],
  ])('%d %s is in %s %d', (value, printed, wanted, converted) => {
    expect(convertUnit(value, printed, wanted)).toBe(converted);
  });
});
