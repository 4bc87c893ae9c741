import { describe, expect, it } from 'vitest';
import { makeOpening } from './support/openings/make.js';
import { createRandom } from './support/renderer/random.js';
import { parse } from './support/small-page.js';

const PAGES = 1200;
/** Share of the made openings that must be right in every fact. */
const FLOOR = 0.99;

function wrongFacts(seed: number): string[] {
  const { page, truth } = makeOpening(createRandom(seed), seed);
  const { report } = parse(page);
  const facts = Object.entries(truth) as [keyof typeof truth, unknown][];
  return facts
    .filter(([field, value]) => report[field] !== value)
    .map(([field, value]) => `${seed} ${field}: ${report[field]}, is ${value} on\n${page.slice(0, 600)}`);
}

describe('made openings of reports', () => {
  it(`say whose and which year's they are: at least ${FLOOR * 100} in 100 right`, () => {
    const wrong = Array.from({ length: PAGES }, (_, seed) => wrongFacts(seed));
    const right = wrong.filter((facts) => facts.length === 0).length;
    const share = right / PAGES;
    expect(share, wrong.flat().slice(0, 20).join('\n\n')).toBeGreaterThanOrEqual(FLOOR);
  });
});
