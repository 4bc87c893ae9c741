import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import titles from '../../src/data/page-body.json' with { type: 'json' };
import report from '../../src/data/report.json' with { type: 'json' };
import sections from '../../src/data/sections.json' with { type: 'json' };
import { fillPattern } from '../../src/text/fill-pattern.js';
import { holdsAny } from '../../src/text/strings.js';

/** What a pattern matches, without what must follow it. */
const matching = (pattern: string) => fc.stringMatching(new RegExp(pattern.replace(/\(\?=[^)]*\)$/, '')));

describe('a sign that is looked for before a slower pattern', () => {
  const pairs = [
    ['what stands around a title', titles.title_more, titles.title_tail],
    ['what stands before a title', titles.title_more, titles.title_head],
    ['a year in Han digits', report.han_year_opens, report.han_year],
    ['the last sign of a line of contents', `${sections.contents_end}$`, sections.contents],
  ] as const;

  it.each(pairs)('is in all that the pattern matches: %s', (_, sign, pattern) => {
    fc.assert(
      fc.property(matching(pattern), (text) => {
        expect(text).toMatch(new RegExp(sign));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the first letter that is looked at before the pattern of a heading', () => {
  const letters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const rests = ['', '、总体情况', '.总体情况', '总体情况', '一部分', '十章:', ')、概述'];
  const pairs = [
    ['of the page', titles.heading_opens, [titles.heading]],
    ['of a section', sections.opens, [...sections.levels, sections.number_alone]],
  ] as const;

  it.each(pairs)('is among those it may begin with: %s', (_, opens, patterns) => {
    const all = patterns.map((pattern) => new RegExp(pattern));
    const missed = letters.filter(
      (letter) =>
        !opens.includes(letter) && rests.some((rest) => all.some((pattern) => pattern.test(letter + rest))),
    );
    expect(missed).toEqual([]);
  });
});

describe('what a pattern of the report needs', () => {
  const naming = ['由', '系', '县教育局', '江山市人民政府', ',', '。', '《', '编制', '编制了', '公布', '本'];
  const behind = ['2016年', '年度', '根据', '积极', '政府信息公开', '组织', '将', '201', '5'];
  const begins = [
    '2016年1月1日',
    '2016年1月',
    '2016-1-1',
    '2016.1.1',
    '201611',
    '11日',
    '2016年月1日',
    '2016年11日',
  ];
  const ends = [
    '2016年12月31日',
    '12月31日',
    '12月',
    '2016-12-31',
    '/12/31',
    '20161231日',
    '20161231',
    '2016-12月31日',
  ];
  const words = (all: readonly string[]) => fc.constantFrom(...all);
  const bodies = fc.array(words([...naming, ...behind]), { maxLength: 9 }).map((all) => all.join(''));
  const periods = fc
    .tuple(words(['', '期限为2016年', '时段:']), words(begins), words(['至', '起至', '-', '']), words(ends))
    .map((all) => all.join(''));

  it.each([
    ['bodies', report.publisher, bodies],
    ['periods', report.period, periods],
  ] as const)('is in all that it matches: %s', (_, patterns, arbitrary) => {
    const all = patterns.map(({ needs, pattern }) => ({
      needs,
      pattern: fillPattern(pattern, report.parts),
    }));
    const matched = new Set<RegExp>();
    const look = (text: string) => {
      for (const { needs, pattern } of all) {
        if (!pattern.test(text)) continue;
        matched.add(pattern);
        expect([pattern.source, text, holdsAny(text, needs)]).toEqual([pattern.source, text, true]);
      }
    };
    fc.assert(fc.property(arbitrary, look), { numRuns: 20_000, seed: 1 });
    expect(matched.size).toBeGreaterThan(all.length / 2);
  });
});
