import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/parse.js';
import { corpusPages, hasCorpus } from '../support/pages.js';

describe('the real pages (skipped where ../shared/corpus is not there)', () => {
  /** What a reader finds when adding up the tables by hand. */
  const FAILURES: Readonly<Record<string, readonly string[]>> = {
    'fengcheng-2014.txt': ['proactive.channels-reach', 'response.ways-reach'],
    'qidong-2020.txt': ['applications.row-total:received', 'applications.flow:business'],
    'taizhou-2017.txt': ['proactive.normative-issued'],
    'taizhou-services-2016.txt': [],
    'wudu-2017.txt': [],
  };

  it.skipIf(!hasCorpus)('fail what a reader finds to be wrong or odd, and nothing else', () => {
    const found = corpusPages().map(({ name, bytes }) => {
      const { checks } = parsePage(bytes, { path: name });
      return [name, checks.filter(({ status }) => status !== 'pass').map(({ id }) => id)];
    });
    expect(Object.fromEntries(found)).toEqual(FAILURES);
  });

  it.skipIf(!hasCorpus)('have one culprit, which prints 5 where 4 is right', () => {
    const culprits = corpusPages().flatMap(({ bytes }) => parsePage(bytes).culprits);
    expect(culprits).toEqual([
      {
        codes: ['applications.received:business'],
        printed: 5,
        implied: 4,
        slip: 'digit_changed',
        explains: ['applications.row-total:received', 'applications.flow:business'],
        verdict: 'page',
      },
    ]);
  });
});
