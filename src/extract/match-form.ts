import costs from '../data/align.json' with { type: 'json' };
import type { Form } from '../model/template.js';
import { findAstray } from './astray.js';
import { type Candidate, findCandidates, type Label } from './candidates.js';
import { findBestChain, type GapCost, type Link } from './chain.js';

/** One stretch of the page that prints a table of the form, with the labels that were recognised in it. */
export interface FormMatch {
  readonly form: Form;
  readonly links: readonly Candidate[];
  readonly score: number;
}

/**
 * Finds the tables of all forms on the page, as often as they are there (continued, repeated, in parts): the best
 * match first, whose labels then belong to no other.
 */
export function matchForms(labels: readonly Label[], forms: readonly Form[]): FormMatch[] {
  if (forms.length === 0) return [];
  const gap = createGapCost(labels);
  const candidates = findCandidates(labels, forms);
  const taken = new Uint8Array(labels.length);
  const pending = forms.map((form, i) => findMatch(form, candidates[i] ?? [], labels, gap));
  const matches: FormMatch[] = [];
  while (matches.length < costs.most_tables) {
    const best = bestOf(pending);
    if (!best) break;
    matches.push(best);
    for (const link of best.links) taken.fill(1, link.from, link.to + 1);
    for (const [i, one] of pending.entries()) {
      const free = one.links.filter((link) => isFree(link, taken));
      if (free.length === one.links.length) continue;
      const isWhole = one.match.links.every((link) => isFree(link, taken));
      pending[i] = isWhole ? { ...one, links: free } : findMatch(one.match.form, free, labels, gap);
    }
  }
  return matches
    .map((match) => withAstray(match, pending.find((p) => p.match.form === match.form)?.links ?? [], labels))
    .sort((x, y) => (x.links[0]?.from ?? 0) - (y.links[0]?.from ?? 0));
}

interface PendingForm {
  readonly match: FormMatch;
  /** The candidates that are left. */
  readonly links: readonly Candidate[];
  readonly isAcceptable: boolean;
}

/** The acceptable match with the best score, the first of several. */
function bestOf(pending: readonly PendingForm[]): FormMatch | undefined {
  let best: FormMatch | undefined;
  for (const { match, isAcceptable } of pending)
    if (isAcceptable && (!best || match.score > best.score)) best = match;
  return best;
}

/** The best match of a form among the candidates that are left. */
function findMatch(
  form: Form,
  links: readonly Candidate[],
  labels: readonly Label[],
  gap: GapCost,
): PendingForm {
  const { chain, score } = findBestChain(links, gap);
  return { match: { form, links: chain, score }, links, isAcceptable: isAcceptable(chain, score, labels) };
}

function withAstray(match: FormMatch, left: readonly Candidate[], labels: readonly Label[]): FormMatch {
  const astray = findAstray(match, left, labels);
  return astray.length === 0
    ? match
    : { ...match, links: [...match.links, ...astray].sort((a, b) => a.from - b.from) };
}

function isFree({ from, to }: Candidate, taken: Uint8Array): boolean {
  for (let i = from; i <= to; i++) if (taken[i] !== 0) return false;
  return true;
}

function createGapCost(labels: readonly Label[]): GapCost {
  const sums = [0];
  let sum = 0;
  for (const { cell } of labels) {
    sum += cell.kind === 'prose' ? costs.skip_prose : costs.skip_label;
    sums.push(sum);
  }
  return (before: Link, after: Link) => {
    const passed = (sums[after.from] ?? 0) - (sums[before.to + 1] ?? 0);
    const rows = (after.index - before.index - 1) * costs.skip_row;
    return Math.max(passed, costs.skip_most) + Math.max(rows, costs.skip_rows_most);
  };
}

/** A few labels alone are no table: some must be rows with figures, or the head of a table without row labels. */
function isAcceptable(chain: readonly Candidate[], score: number, labels: readonly Label[]): boolean {
  if (score < costs.accept.score) return false;
  let rows = 0;
  let others = 0;
  let columns = 0;
  for (const { node, figures, to } of chain) {
    const hasFigures = figures.length > 0 || (labels[to]?.figures.length ?? 0) > 0;
    if (node.kind !== 'row') others++;
    else if (node.code !== undefined && hasFigures) rows++;
    if (node.kind === 'column') columns++;
  }
  return rows >= costs.accept.rows || (rows > 0 && others > 0) || columns >= costs.accept.columns;
}
