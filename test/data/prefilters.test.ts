import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import titles from '../../src/data/page-body.json' with { type: 'json' };
import report from '../../src/data/report.json' with { type: 'json' };
import sections from '../../src/data/sections.json' with { type: 'json' };

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
