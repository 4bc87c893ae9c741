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
