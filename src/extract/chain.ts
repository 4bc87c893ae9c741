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
  const scores = new Float64Array(sorted.length);
  const most = new Float64Array(sorted.length);
  const previous = new Int32Array(sorted.length).fill(-1);
  let best = -1;
  for (const [i, { gain }] of sorted.entries()) {
    const at = findBefore(sorted, i, gap, scores, most);
    const score = at < 0 ? Number.NEGATIVE_INFINITY : scoreWith(sorted, i, at, gap, scores);
    if (score > gain) previous[i] = at;
    scores[i] = Math.max(score, gain);
    most[i] = Math.max(scores[i] ?? 0, most[i - 1] ?? 0);
    if (best < 0 || (scores[i] ?? 0) > (scores[best] ?? 0)) best = i;
  }
  const chain: L[] = [];
  for (let i = best; i >= 0; i = previous[i] ?? -1) {
    const link = sorted[i];
    if (link) chain.push(link);
  }
  return { chain: chain.reverse(), score: scores[best] ?? 0 };
}

/**
 * The best match to come before one, the first of several; -1 for none.
 * @param most the best score up to each match: where even that would not do, none before it does
 */
function findBefore(
  sorted: readonly Link[],
  i: number,
  gap: GapCost,
  scores: Float64Array,
  most: Float64Array,
): number {
  const link = sorted[i];
  let found = -1;
  let best = Number.NEGATIVE_INFINITY;
  for (let j = i - 1; link && j >= Math.max(0, i - LOOK_BACK); j--) {
    if ((most[j] ?? 0) + link.gain < best) break;
    const before = sorted[j];
    if (!before || before.to >= link.from || before.index >= link.index) continue;
    const score = scoreWith(sorted, i, j, gap, scores);
    if (score < best) continue;
    found = j;
    best = score;
  }
  return found;
}

/** The score of the chain that goes up to match `j` and on to match `i`. */
function scoreWith(
  sorted: readonly Link[],
  i: number,
  j: number,
  gap: GapCost,
  scores: Float64Array,
): number {
  const [before, link] = [sorted[j], sorted[i]];
  return before && link ? (scores[j] ?? 0) + link.gain + gap(before, link) : Number.NEGATIVE_INFINITY;
}
