/** A possible match of `[from, to]` on the page with position `node` of what is expected. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly index: number;
  readonly gain: number;
}

/** What it costs to pass over what stands between two matches, on either side (0 or less). */
export type GapCost = (before: Link, after: Link) => number;

/** How many matches back a chain may jump; pages that repeat a label thousands of times stay linear. */
const LOOK_BACK = 250;

/**
 * The one aligner: the chain of matches, rising on both sides, with the greatest sum of gains and gap costs.
 * Rows of a form and columns of a table are matched by it alike.
 */
export function findBestChain<L extends Link>(
  links: readonly L[],
  gap: GapCost,
): { chain: L[]; score: number } {
  const sorted = [...links].sort((a, b) => a.to - b.to || a.index - b.index);
  const scores: number[] = [];
  const previous: number[] = [];
  let best = -1;
  for (const [i, link] of sorted.entries()) {
    scores[i] = link.gain;
    previous[i] = -1;
    for (let j = Math.max(0, i - LOOK_BACK); j < i; j++) {
      const before = sorted[j];
      if (!before || before.to >= link.from || before.index >= link.index) continue;
      const score = (scores[j] ?? 0) + link.gain + gap(before, link);
      if (score > (scores[i] ?? 0)) {
        scores[i] = score;
        previous[i] = j;
      }
    }
    if (best < 0 || (scores[i] ?? 0) > (scores[best] ?? 0)) best = i;
  }
  const chain: L[] = [];
  for (let i = best; i >= 0; i = previous[i] ?? -1) {
    const link = sorted[i];
    if (link) chain.unshift(link);
  }
  return { chain, score: best < 0 ? 0 : (scores[best] ?? 0) };
}
