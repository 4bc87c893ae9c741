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
  const { length } = links;
  if (length === 0) return { chain: [], score: 0 };
  const sorted = isInOrder(links) ? links : [...links].sort(inOrder);
  const room = length <= ROOM ? kept : createRoom(length);
  const { scores, most, previous } = room;
  let best = 0;
  for (let i = 0; i < length; i++) {
    const gain = sorted[i]?.gain ?? 0;
    const at = findBefore(sorted, i, gap, room);
    const score = at < 0 ? Number.NEGATIVE_INFINITY : scoreWith(sorted, i, at, gap, scores);
    previous[i] = score > gain ? at : -1;
    const own = Math.max(score, gain);
    scores[i] = own;
    most[i] = Math.max(own, i > 0 ? (most[i - 1] ?? 0) : 0);
    if (own > (scores[best] ?? 0)) best = i;
  }
  const chain: L[] = [];
  for (let i = best; i >= 0; i = previous[i] ?? -1) {
    const link = sorted[i];
    if (link) chain.push(link);
  }
  return { chain: chain.reverse(), score: scores[best] ?? 0 };
}

/** What is known of each match, and of the chains that end with it. */
interface Room {
  readonly scores: Float64Array;
  /** The best score up to the match: where even that would not do, none before it does. */
  readonly most: Float64Array;
  /** The match before it in its chain, or -1. */
  readonly previous: Int32Array;
}

function createRoom(links: number): Room {
  return { scores: new Float64Array(links), most: new Float64Array(links), previous: new Int32Array(links) };
}

/** What most tables need, made once. */
const ROOM = 1024;
const kept = createRoom(ROOM);

function inOrder(a: Link, b: Link): number {
  return a.to - b.to || a.index - b.index;
}

function isInOrder(links: readonly Link[]): boolean {
  for (let i = 1; i < links.length; i++) {
    const [before, link] = [links[i - 1], links[i]];
    if (before && link && inOrder(before, link) > 0) return false;
  }
  return true;
}

/** The best match to come before one, the first of several; -1 for none. */
function findBefore(sorted: readonly Link[], i: number, gap: GapCost, { scores, most }: Room): number {
  const link = sorted[i];
  let found = -1;
  let best = Number.NEGATIVE_INFINITY;
  const end = Math.max(0, i - LOOK_BACK);
  for (let j = i - 1; link && j >= end; j--) {
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
