import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanString } from '../../src/text/clean-string.js';
import { convertUnit, isSameKind, isUnit, parseFigure, unitInBrackets } from '../../src/text/figures.js';

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
    ['007', 7],
    ['+0', 0],
    ['-0', 0],
    ['1, 234', 1234],
    ['12①', 12],
    ['12*', 12],
    ['12注', 12],
    ['12注2', 12],
    ['12（注1）', 12],
    ['12[3]', 12],
    ['12²', 12],
    ['5。', 5],
    ['5；', 5],
    ['零', 0],
    ['〇', 0],
    ['999999999999999', 999999999999999],
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
    ['3千件', 3000, '件', false],
    ['￥251000', 251000, '元', false],
    ['¥1,200.50元', 1200.5, '元', false],
    ['人民币380元', 380, '元', false],
    ['2千元', 2, '千元', false],
    ['零件', 0, '件', false],
    ['100条左右', 100, '条', true],
    ['200件以上', 200, '件', true],
    ['100余万条', 1000000, '条', true],
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

  it.each(['1.3万', '3千', '2亿'])(
    '%s multiplies a count and leaves open whether money is meant',
    (printed) => {
      const figure = read(printed);
      expect(convertUnit({ ...figure, value: figure.value ?? 0 }, '条')).toBe(figure.value);
      expect(figure.bareTen).toBe(printed.at(-1));
    },
  );

  it.each([
    '/',
    '／',
    '—',
    '——',
    '－',
    '-',
    '--',
    '无',
    '空',
    '暂无',
    '不涉及',
    'N/A',
    '、',
    '……',
    '\\',
    '×',
    '//',
    '___',
  ])('%s is a sign for nothing', (printed) => {
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
    '1234567890123456',
    '1,234,567,890,123,456',
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
    '12/34',
    '十二',
    '零五',
    '零报告',
    '①',
    '③',
    'O',
    '1O',
    'l2',
    '1I',
    '1.234,5',
    '1,234,5',
    '.5',
    '5.',
    '12、',
    '3、5',
    '1、234',
    '增加36',
    '减少5',
    '36-',
    '±3',
    '12345678901234567890',
    '055162609077',
    '2012年3月',
    '12月31日',
    '3天',
    '0.3‰',
    '(12)',
    '1．某某',
  ])('%s is text and no number', (printed) => {
    expect(read(printed)).toEqual({ state: 'text', value: null, unit: null, approximate: false });
  });

  it.each([
    '3 5',
    '12 0 0',
    '27 0 0 0 0 0',
    '1 234 5',
    '12　3',
    '1 234',
    '1 234 567',
    '0 0',
    '3 -5',
    '3 5（注）',
  ])('%s is text and no number', (printed) => {
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

  it('reads any figure with unit, note, footnote and sign back', () => {
    const part = (...texts: string[]) => fc.constantFrom('', ...texts);
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999, max: 9_999_999 }),
        part('件', '条', '人次', '万元', '元'),
        part('（含续办2件）', '(注)', '[2]', '①', '*'),
        part('。', '；'),
        (value, unit, note, end) => {
          const expected = { state: 'number', value, unit: unit === '' ? null : unit, approximate: false };
          expect(read(`${value}${unit}${note}${end}`)).toEqual(expected);
        },
      ),
      { seed: 9, numRuns: 300 },
    );
  });

  it('never makes one number of two, whatever parts them', () => {
    fc.assert(
      fc.property(
        fc.nat(9999),
        fc.nat(9999),
        fc.constantFrom(' ', '  ', '\n', '/', '、', ';', '\t', '　', '~'),
        (a, b, gap) => {
          expect(read(`${a}${gap}${b}`)).toMatchObject({ state: 'text', value: null });
        },
      ),
      { seed: 10 },
    );
  });

  it('never gives a number where a letter stands for a digit', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.constantFrom(...'OolISB'), fc.nat(999), (a, letter, b) => {
        for (const printed of [`${letter}${b}`, `${a}${letter}`, `${a}${letter}${b}`])
          expect(read(printed)).toMatchObject({ state: 'text', value: null });
      }),
      { seed: 11 },
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
  it.each([
    '件',
    '（万元）',
    '人次',
    ' 条 ',
    '％',
    '万条',
    '单位：条',
    '计量单位:万元',
    '件/条',
    '(单位：元)',
    '〔件〕',
    '万',
  ])('%s alone is recognised', (text) => expect(isUnit(cleanString(text))).toBe(true));

  it.each(['件数', '', '3件', '万分', '单位', '()', '本单位', '件条'])('%j is none', (text) => {
    expect(isUnit(text)).toBe(false);
  });

  it.each([
    ['依申请公开信息收取的费用(元)', '元'],
    ['本年收费金额(单位:万元)', '万元'],
    ['人员数(不含聘用人员)(人)', '人'],
    ['经费(万元)(不含网站建设)', '万元'],
    ['公开政府信息数(不同渠道和方式公开相同信息计1条)', undefined],
    ['收费金额', undefined],
  ])('in the brackets of %s is %s', (label, unit) => {
    expect(unitInBrackets(label)).toBe(unit);
  });

  it.each([
    [251000, '元', '万元', 25.1],
    [27270, '元', '万元', 2.727],
    [1.2, '亿元', '万元', 12000],
    [0.1, '亿元', '万元', 1000],
    [5, '千元', '万元', 0.5],
    [12.5, '万元', '万元', 12.5],
    [12.5, '万', '万元', 12.5],
    [12.5, null, '万元', 12.5],
    [1.2, '万条', '条', 12000],
    [1.2, '万条', '件', 12000],
    [1.2, '万', '条', 12000],
    [3, '条', '件', 3],
    [3, '件', '万元', 3],
    [3, '万元', '件', 3],
    [0, '元', '万元', 0],
  ])('%d %s is in %s %d', (value, unit, wanted, converted) => {
    expect(convertUnit({ value, unit }, wanted)).toBe(converted);
  });

  it.each([
    ['12.5万', 12.5],
    ['3千', 0.3],
    ['1.2亿', 12000],
    ['251000元', 25.1],
    ['115800万元', 115800],
    ['¥380', 0.038],
  ])('money printed %s is %d in units of ten thousand', (printed, amount) => {
    const figure = read(printed);
    expect(convertUnit({ ...figure, value: figure.value ?? 0 }, '万元')).toBe(amount);
  });

  it('keeps any amount through the change from yuan', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (yuan) => {
        expect(convertUnit({ value: yuan, unit: '元' }, '万元')).toBe(yuan / 10000);
      }),
      { seed: 12 },
    );
  });

  it.each([
    ['件', '条', true],
    ['万条', '条', true],
    ['元', '万元', true],
    ['万', '万元', true],
    ['万', '条', true],
    ['件', '万元', false],
    ['元', '件', false],
    ['%', '件', false],
  ])('%s and %s: of one kind is %s', (printed, wanted, same) => {
    expect(isSameKind(printed, wanted)).toBe(same);
  });
});
