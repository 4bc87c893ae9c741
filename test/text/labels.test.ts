import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelKeys, likeness } from '../../src/text/labels.js';

const shareKey = (a: string, b: string) => labelKeys(a).some((key) => labelKeys(b).includes(key));

describe('two labels are the same', () => {
  it.each([
    ['another numbering', '一、本年新收政府信息公开申请数量', '(一)本年新收政府信息公开申请数量'],
    ['no numbering', '1.属于国家秘密', '属于国家秘密'],
    ['numbering with a comma', '3、危及“三安全一稳定”', '3.危及三安全一稳定'],
    ['circled numbers', '②重复申请', '2.重复申请'],
    ['brackets around digits', '(2)重复申请', '2.重复申请'],
    ['both kinds of numbering', '(一)、予以公开', '(一)予以公开'],
    ['spaces inside', '总 计', '总计'],
    ['a line break inside', '社会公益\n组织', '社会公益组织'],
    ['a note in brackets', '(二)部分公开(区分处理的,只计这一情形)', '(二)部分公开'],
    ['其中 before it', '其中:主动公开规范性文件数', '主动公开规范性文件数'],
    ['其中 behind the numbering', '(1)其中:涉及国家秘密', '涉及国家秘密'],
    ['other quotes', '不是《条例》所指政府信息', '不是条例所指政府信息'],
    ['another punctuation', '本年增/减', '本年增减'],
    ['a colon at its end', '收到申请数:', '收到申请数'],
  ])('with %s', (_, a, b) => expect(shareKey(a, b)).toBe(true));
});

describe('two labels differ', () => {
  it.each([
    ['予以公开', '不予公开'],
    ['按时办结数', '延期办结数'],
    ['行政处罚', '行政强制'],
    ['第二十条第(五)项', '第二十条第(六)项'],
    ['专职人员数', '兼职人员数'],
  ])('%s and %s', (a, b) => expect(shareKey(a, b)).toBe(false));
});

it('numbers that belong to a label stay in it', () => {
  expect(labelKeys('12345热线办理数')).toEqual(['12345热线办理数']);
  expect(labelKeys('三安全一稳定')).toEqual(['三安全一稳定']);
  expect(labelKeys('2.5G网络')).toContain('25G网络');
});

it('a label of nothing but numbering or marks has no key', () => {
  for (const label of ['', ' ', '(一)', '1.', '——', '()']) expect(labelKeys(label), label).toEqual([]);
});

describe('likeness', () => {
  const key = fc.string({ unit: fc.constantFrom(...'政府信息公开申请数量'), maxLength: 12 });

  it('is one for the same key only, never below zero, and the same both ways round', () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        const like = likeness(a, b);
        expect(like).toBe(likeness(b, a));
        expect(like).toBeGreaterThanOrEqual(0);
        expect(like).toBeLessThanOrEqual(1);
        expect(like === 1).toBe(a === b);
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  it.each([
    ['本机关不掌握相关政府信息', '本机关不掌握相政府信息', 11 / 12],
    ['其他法律行政法规禁止公开', '其他法律行政止公开', 9 / 12],
    ['属于行政查询事项', '属于行政査询事项', 7 / 8],
  ])('counts the letters that must change from %s to %s', (a, b, like) => {
    expect(likeness(a, b)).toBeCloseTo(like, 10);
  });

  it('says nothing of labels of two letters', () => {
    expect(likeness('维持', '维特')).toBe(0);
  });
});
