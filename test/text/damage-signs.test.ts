import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDamageSigns } from '../../src/text/damage-signs.js';
import { repairMirror } from '../../src/text/mirror.js';
import { findMisread } from '../../src/text/misread.js';

/** Ordinary text, and what wrong encodings and mirror sites leave. */
const ordinary = ['政府信息公开', '年度报告', '2021年', '，', '。', '<p>', ' ', '?', 'F', '(1)', '/'];
const odd = [
  '鈥',
  '涓',
  '浜',
  '鏀',
  '垮',
  '簻',
  '淇℃伅',
  'å',
  '…¬',
  'é',
  '锟斤拷',
  '\ufffd',
  '\ue5e5',
  '¼',
  '«',
  'Ä',
];
/** Readings behind traditional characters: with tones of two ranges of letters, with those as entities. */
const readings = {
  'letters with accents': ['會(huì)', '計(jì)', '務(wù)', '際(jì)', '÷'],
  'letters with macrons': ['開(kāi)', '關(guān)', '東(dōng)', '車(chē)', 'ü'],
  entities: ['開(k&#257;i)', '關(gu&#257;n)', '東(d&#333;ng)', '&nbsp;'],
} as const;
const text = (...parts: readonly (readonly string[])[]) =>
  fc.array(fc.constantFrom(...parts.flat()), { maxLength: 24 }).map((pieces) => pieces.join(''));

describe('a page without a sign of damage', () => {
  it('has nothing that was read in a wrong encoding', () => {
    let without = 0;
    fc.assert(
      fc.property(text(ordinary, ordinary, odd), (source) => {
        if (findDamageSigns(source).mayBeMisread) return;
        without++;
        expect(findMisread(source)).toMatchObject({ patches: [], lost: 0, restored: 0, gone: 0 });
      }),
      { numRuns: 3000 },
    );
    expect(without).toBeGreaterThan(100);
  });

  it.each(Object.entries(readings))('has no readings of a mirror site: %s', (_, annotated) => {
    let without = 0;
    fc.assert(
      fc.property(text(ordinary, annotated), (source) => {
        if (findDamageSigns(source).hasTones) return;
        without++;
        expect(repairMirror(source).edits).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    expect(without).toBeGreaterThan(10);
  });
});
