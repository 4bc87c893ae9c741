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
  const gap = createGapCost(labels);
  const taken = new Set<number>();
  const pending = forms.map((form) => ({ form, links: toLinks(findCandidates(labels, form)) }));
  const matches: FormMatch[] = [];
  while (matches.length < costs.most_tables) {
    const found = pending.flatMap((p) => {
      const { chain, score } = findBestChain(p.links, gap);
      return isAcceptable(chain, score, labels) ? [{ form: p.form, links: chain, score }] : [];
    });
    const best = found.sort((x, y) => y.score - x.score)[0];
    if (!best) break;
    matches.push(best);
    for (const link of best.links) for (let i = link.from; i <= link.to; i++) taken.add(i);
    for (const p of pending) p.links = p.links.filter((link) => isFree(link, taken));
  }
  return matches
    .map((match) => withAstray(match, pending.find((p) => p.form === match.form)?.links ?? [], labels))
    .sort((x, y) => (x.links[0]?.from ?? 0) - (y.links[0]?.from ?? 0));
}

function withAstray(match: FormMatch, left: readonly Candidate[], labels: readonly Label[]): FormMatch {
  const astray = findAstray(match, left, labels);
  return astray.length === 0
    ? match
    : { ...match, links: [...match.links, ...astray].sort((a, b) => a.from - b.from) };
}

type IndexedCandidate = Candidate & Link;

function toLinks(candidates: readonly Candidate[]): IndexedCandidate[] {
  return candidates.map((candidate) => ({ ...candidate, index: candidate.node.index }));
}

function isFree({ from, to }: Candidate, taken: ReadonlySet<number>): boolean {
  for (let i = from; i <= to; i++) if (taken.has(i)) return false;
  return true;
}

function createGapCost(labels: readonly Label[]): GapCost {
  const sums = [0];
  for (const label of labels)
    sums.push((sums.at(-1) ?? 0) + (label.cell.kind === 'prose' ? costs.skip_prose : costs.skip_label));
  return (before: Link, after: Link) => {
    const passed = (sums[after.from] ?? 0) - (sums[before.to + 1] ?? 0);
    const rows = (after.index - before.index - 1) * costs.skip_row;
    return Math.max(passed, costs.skip_most) + Math.max(rows, costs.skip_rows_most);
  };
}

/** A few labels alone are no table: some must be rows with figures, or the head of a table without row labels. */
function isAcceptable(chain: readonly Candidate[], score: number, labels: readonly Label[]): boolean {
  if (score < costs.accept.score) return false;
  const hasFigures = (link: Candidate) =>
    link.figures.length > 0 || (labels[link.to]?.figures.length ?? 0) > 0;
  const rows = chain.filter(
    (link) => link.node.kind === 'row' && link.node.code !== undefined && hasFigures(link),
  );
  const others = chain.length - chain.filter((link) => link.node.kind === 'row').length;
  const columns = chain.filter((link) => link.node.kind === 'column');
  return (
    rows.length >= costs.accept.rows ||
    (rows.length > 0 && others > 0) ||
    columns.length >= costs.accept.columns
  );
}
