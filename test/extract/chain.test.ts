import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBestChain, type GapCost, type Link } from '../../src/extract/chain.js';

const link = fc
  .record({
    from: fc.nat(8),
    length: fc.nat(2),
    index: fc.nat(8),
    gain: fc.integer({ min: 1, max: 20 }).map((tenths) => tenths / 10),
  })
  .map(({ from, length, index, gain }): Link => ({ from, to: from + length, index, gain }));
const links = fc.array(link, { maxLength: 9 });
const costly: GapCost = (before, after) =>
  -0.25 * (after.from - before.to - 1) - 0.125 * (after.index - before.index - 1);
const free: GapCost = () => 0;

const follows = (before: Link, after: Link) => before.to < after.from && before.index < after.index;

/** The score of a chain, undefined where it does not rise. */
function scoreOf(chain: readonly Link[], gap: GapCost): number | undefined {
  let score = 0;
  for (const [i, link] of chain.entries()) {
    const before = chain[i - 1];
    if (before && !follows(before, link)) return undefined;
    score += link.gain + (before ? gap(before, link) : 0);
  }
  return score;
}

/** The best score of all subsets, in order. */
function bruteForce(all: readonly Link[], gap: GapCost): number {
  const sorted = [...all].sort((a, b) => a.from - b.from || a.index - b.index);
  let best = 0;
  for (let mask = 1; mask < 2 ** sorted.length; mask++) {
    const chosen = sorted.filter((_, i) => mask & (1 << i));
    best = Math.max(best, scoreOf(chosen, gap) ?? 0);
  }
  return best;
}

describe('the best chain', () => {
  it('of no links is empty', () => {
    expect(findBestChain([], free)).toEqual({ chain: [], score: 0 });
  });

  it.each([
    ['free', free],
    ['costly', costly],
  ])('rises on both sides, whatever the links, where gaps are %s', (_, gap) => {
    fc.assert(
      fc.property(links, (all) => {
        const { chain, score } = findBestChain(all, gap);
        for (const link of chain) expect(all).toContain(link);
        expect(scoreOf(chain, gap)).toBeCloseTo(score, 9);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it.each([
    ['free', free],
    ['costly', costly],
  ])('scores as much as the best of all subsets where gaps are %s', (_, gap) => {
    fc.assert(
      fc.property(links, (all) => {
        expect(findBestChain(all, gap).score).toBeCloseTo(bruteForce(all, gap), 9);
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  it('does not depend on the order of the links', () => {
    fc.assert(
      fc.property(links, fc.nat(), (all, turn) => {
        const cut = turn % (all.length + 1);
        const turned = [...all.slice(cut), ...all.slice(0, cut)];
        expect(findBestChain(turned, costly).score).toBeCloseTo(findBestChain(all, costly).score, 9);
      }),
      { seed: 13 },
    );
  });

  it('passes over a row that the page does not have', () => {
    const at = (from: number, index: number): Link => ({ from, to: from, index, gain: 1 });
    const all = [at(0, 0), at(1, 1), at(2, 3), at(3, 4)];
    expect(findBestChain(all, costly).chain).toEqual(all);
  });

  it('passes over a row of the page that nothing expects', () => {
    const at = (from: number, index: number): Link => ({ from, to: from, index, gain: 1 });
    const all = [at(0, 0), at(2, 1), at(3, 2)];
    expect(findBestChain([...all, { ...at(1, 7), gain: 0.5 }], costly).chain).toEqual(all);
  });

  it('stays fast where a page repeats a label thousands of times', () => {
    const all = Array.from({ length: 20_000 }, (_, i): Link => ({ from: i, to: i, index: i % 5, gain: 1 }));
    const started = performance.now();
    expect(findBestChain(all, free).score).toBe(5);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
