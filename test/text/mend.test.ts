import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageText } from '../../src/model/page.js';
import { readPage } from '../../src/page/read-page.js';
import { cleanString } from '../../src/text/clean-string.js';

const textOf = (source: string) => readPage(source).page.text;
const kinds = (source: string) => [...readPage(source).repairs.keys()];

/** Characters that mending or simplifying may change. */
const mayChange = /[^\n\t !-%'-~\u3001\u3002政府信息公开年报申请数量件条无]/u;
const pieces = fc.constantFrom(
  ...[
    '政府',
    '信息公开',
    '申请',
    '12',
    ',',
    '。',
    ' ',
    '\n',
    '\r\n',
    '\t',
    '　',
    '\u00a0',
    '\u200b',
    '（',
    '）',
  ],
  ...[
    '１２',
    '，',
    '：',
    '﹣',
    '−',
    '&nbsp;',
    '&amp;nbsp;',
    '&#160;',
    '&#xff11;',
    '&lt;',
    '&quot',
    '&',
    '&;',
  ],
  ...[
    '開(kāi)',
    '報(bào)告',
    '項(xiàng)目',
    '(kāi)',
    '?',
    '??',
    '國',
    '無',
    '\ud800',
    '𬜯',
    '\u0000',
    '公(gōng)',
  ],
);
const tags = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<br>',
    '<td>',
    '</td>',
    '<tr>',
    '</tr>',
    '<table>',
    '</table>',
    '<b>',
    '</b>',
    '</font>',
  ],
  ...[
    '<span style="a">',
    '</span>',
    '<!-- 注 -->',
    '<script>公开</script>',
    '<',
    '>',
    '<a href="x">',
    '</a>',
  ],
);

/** What `from` and `to` promise of a page text. */
function checkOffsets({ text, from, to }: PageText, source: string): void {
  for (let i = 0; i < text.length; i++) {
    const [start, end] = [from(i), to(i)] as const;
    expect(start).toBeLessThanOrEqual(end);
    expect(end).toBeLessThanOrEqual(source.length);
    const [startBefore = 0, endBefore = 0] = i === 0 ? [] : [from(i - 1), to(i - 1)];
    const isSameSource = start === startBefore && end === endBefore;
    if (i > 0 && !isSameSource) expect(start, `character ${i}`).toBeGreaterThanOrEqual(endBefore);
    const origin = source.slice(start, end);
    if (origin.length === 1 && !mayChange.test(origin)) expect(text[i]?.trim()).toBe(origin.trim());
  }
}

describe('mending', () => {
  it.each([
    ['full-width letters, digits and marks', 'ＡＢ１２３，：；！？％（）', 'AB123,:;!?%()'],
    ['small and compatibility forms', '﹣41﹪﹐﹔', '-41%,;'],
    ['the true minus sign', '−582', '-582'],
    ['the brackets of document numbers', '﹝2021﹞30号', '〔2021〕30号'],
    ['no-break and ideographic spaces', '办\u00a0理\u3000数 12', '办理数 12'],
    ['characters without width', '公\u200b开\ufeff数\u00ad', '公开数'],
    ['line ends of Windows', '公开\r\n12', '公开 12'],
    ['named and numeric entities', '甲&nbsp;乙&#21516;&#x610F;&lt;3', '甲乙同意<3'],
    ['entities escaped twice', '数&amp;nbsp;12&amp;#37;', '数 12%'],
    ['entities without a semicolon', '数&nbsp 12', '数 12'],
    ['full-width characters behind entities', '&#65297;&#xFF12;', '12'],
  ])('folds %s', (_, printed, clean) => {
    expect(cleanString(printed)).toBe(clean);
  });

  it.each([
    [
      'radical',
      '⾃然⼈、⾏政许可、⽆法提供、部⻔、⻓期、⻚码、⺠政、⻅证',
      '自然人、行政许可、无法提供、部门、长期、页码、民政、见证',
      9,
    ],
    ['compatibility_ideograph', '\uf967予公开、行\uf98e度', '不予公开、行年度', 2],
  ])('makes ordinary characters of each %s and counts them', (kind, printed, clean, count) => {
    const { page, repairs } = readPage(printed);
    expect(page.text).toBe(clean);
    expect([...repairs]).toEqual([[kind, count]]);
  });

  it('leaves an ampersand that begins no entity, and an entity that nobody knows', () => {
    expect(cleanString('R&D经费&unknownthing;')).toBe('R&D经费&unknownthing;');
  });

  it('leaves marks that only Han text has', () => {
    const text = '《条例》“公开”、〔2021〕30号。';
    expect(cleanString(text)).toBe(text);
  });

  describe('of mirror pages', () => {
    const mirror = '政府信息公開(kāi)工作年度報(bào)告，這(zhè)是第一項(xiàng)，信息發(fā)布。';

    it('takes out a reading behind a character that has it, and counts', () => {
      expect(textOf(mirror)).toBe('政府信息公开工作年度报告,这是第一项,信息发布。');
      expect(readPage(mirror).repairs.get('reading')).toBe(5);
    });

    it('keeps a bracket behind a character that is not read so', () => {
      expect(textOf(`${mirror}公開(bào)、項(a)、政(zhèng)`)).toContain('公开(bào)、项(a)、政(zhèng)');
    });

    it('keeps brackets on a page that is no mirror', () => {
      const page = '本局公開(kāi)了信息，聯系人是王(wáng)某。';
      expect(textOf(page)).toContain('(kāi)');
      expect(kinds(page)).toEqual([]);
    });

    it('keeps what an editor puts in brackets: numbers, names, Latin words', () => {
      const page = `${mirror}公開(12)件，微博(weibo)，報(a)`;
      expect(textOf(page)).toContain('公开(12)件,微博(weibo),报(a)');
    });
  });
});

describe('the page text', () => {
  it('knows for every character of a text where it came from', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
        const source = parts.join('');
        checkOffsets(readPage(source).page, source);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('knows for every character of an HTML page where it came from', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, tags), { maxLength: 40 }), (parts) => {
        const source = `<div>${parts.join('')}`;
        checkOffsets(readPage(source).page, source);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('has each untouched character where it stands in the source', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'政府信息公开申请12 、。') }), (source) => {
        const { text, from, to } = readPage(source).page;
        expect(text).toBe(source);
        expect([...source].map((_, i) => [from(i), to(i)])).toEqual([...source].map((_, i) => [i, i + 1]));
      }),
      { seed: 4 },
    );
  });

  it('gives all characters of an entity the whole entity as their source', () => {
    const source = '数&amp;nbsp;12';
    const { text, from, to } = readPage(source).page;
    expect(text).toBe('数 12');
    expect([from(1), to(1)]).toEqual([1, 11]);
    expect([from(2), to(2)]).toEqual([11, 12]);
  });
});
