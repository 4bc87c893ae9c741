import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import lexicon from '../../src/data/prose-lexicon.json' with { type: 'json' };
import { readHanNumber } from '../../src/extract/prose-numbers.js';
import { readTokens } from '../../src/extract/prose-tokens.js';

const numbers = (text: string) =>
  readTokens(text, []).flatMap((token) => (token.kind === 'number' ? [[token.value, token.unit]] : []));
const words = (text: string, names: readonly string[] = []) =>
  readTokens(text, names).flatMap((token) => (token.kind === 'word' ? [token.name] : []));

const DIGITS = '零一二三四五六七八九';
function inHan(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const front = hundreds > 0 ? `${DIGITS.charAt(hundreds)}百` : '';
  if (tens > 0) return `${front}${DIGITS.charAt(tens)}十${ones > 0 ? DIGITS.charAt(ones) : ''}`;
  if (hundreds === 0) return DIGITS.charAt(ones);
  return ones > 0 ? `${front}零${DIGITS.charAt(ones)}` : front;
}

describe('a sentence is cut into pieces that', () => {
  it('cover it without a gap, whatever it holds', () => {
    const piece = fc.constantFrom(
      '收到',
      '申请',
      '3件',
      '(1)',
      ',',
      '2016年',
      '占',
      '5%',
      '第3条',
      '无',
      'x',
      '十',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, end } of readTokens(text, [])) {
          expect(start).toBe(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBe(text.length);
      }),
    );
  });

  it.each([
    ['1,113条', [[1113, '条']]],
    ['1.3万条', [[13000, '条']]],
    ['18万余条', [[180000, '条']]],
    ['100余件', [[100, '件']]],
    ['0.5万元', [[0.5, '万元']]],
    ['34件', [[34, '件']]],
    ['三十四件', [[34, '件']]],
    ['54.91%', [[54.91, '%']]],
    ['15个工作日', [[15, '个工作日']]],
    ['96,', [[96, null]]],
  ])('hold numbers with their units: %s', (text, found) => expect(numbers(text)).toEqual(found));

  it.each([
    '第20条',
    '国办发〔2014〕32号',
    '711号',
    '0792-7220123',
    '3月15日',
    '2016-12-31',
    '1+4',
    '2016年3月',
  ])('hold no number where digits count nothing: %s', (text) => expect(numbers(text)).toEqual([]));

  it('hold the items of a list as no numbers, but a count in brackets as one', () => {
    expect(numbers('其中(1)网络申请2件,(2)信函申请1件')).toEqual([
      [2, '件'],
      [1, '件'],
    ]);
    expect(numbers('网络申请(12)')).toEqual([[12, null]]);
  });

  it('take the longest word', () => {
    expect(words('政府信息公开申请')).toEqual(['requests']);
    expect(words('不予公开')).toEqual(['refused']);
    expect(words('不属于本机关')).toEqual(['not_this_body']);
  });

  it('take years from one to another as more than a year', () => {
    expect(words('2014年至2016年')).toEqual(['@running']);
    expect(words('2016年1月1日至2016年12月31日')).not.toContain('@running');
  });

  it('take the body’s own name as one word, whatever words it holds', () => {
    expect(words('江山市信访局收到', ['江山市信访局'])).toEqual(['@filler', 'get']);
  });
});

describe('a number in Han numerals', () => {
  it('is read as what it says, up to 999', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (value) => {
        expect(readHanNumber(inHan(value))).toBe(value);
      }),
    );
  });

  it('is none where two digits stand side by side', () => expect(readHanNumber('三四')).toBe(undefined));
});

it('references begin with no other characters than those that they are looked for at', () => {
  const pattern = new RegExp(`^(?:${lexicon.patterns.reference})`);
  const begins = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((char) =>
    ['12', '2012号', '2012)', '2012〕号', '2012]', '2012】', '+3'].some((rest) => pattern.test(char + rest)),
  );
  expect(begins.filter((char) => !/\d/.test(char)).sort()).toEqual(
    [...lexicon.patterns.reference_opens].sort(),
  );
});
