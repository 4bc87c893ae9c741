import type { FormNode } from '../model/template.js';
import { labelKeys } from '../text/labels.js';
import { textOf } from './broken-labels.js';
import type { Candidate, Label } from './candidates.js';
import type { FormMatch } from './match-form.js';

/**
 * Rows that a table prints in another order than the form: labels inside its stretch of the page that are, to the letter,
 * those of one row of the form and of no other, or stand beside rows of its group, which the table does not have elsewhere.
 */
export function findAstray(
  match: FormMatch,
  candidates: readonly Candidate[],
  labels: readonly Label[],
): Candidate[] {
  const first = match.links[0]?.from ?? 0;
  const last = match.links.at(-1)?.to ?? 0;
  const inside = candidates.filter(
    ({ from, to, node }) => from >= first && to <= last && node.kind === 'row' && node.code !== undefined,
  );
  if (inside.length === 0) return [];
  const known = new Set(match.links.map((link) => link.node));
  const found: Candidate[] = [];
  for (const link of inside) {
    const { node, to, figures } = link;
    if (known.has(node)) continue;
    const isEmpty = figures.length === 0 && labels[to]?.cell.grid === null;
    if (isEmpty || !(isItsAlone(link, match, labels) || isBesideItsGroup(link, match))) continue;
    known.add(node);
    found.push(link);
  }
  return found;
}

function isItsAlone({ node, from, to }: Candidate, { form }: FormMatch, labels: readonly Label[]): boolean {
  const nodes = labelKeys(textOf(labels, from, to)).flatMap((key) => form.keys.get(key) ?? []);
  return nodes.length > 0 && nodes.every((other) => other === node);
}

function isBesideItsGroup({ node, from, to, isExact }: Candidate, { links }: FormMatch): boolean {
  const before = links.findLast((link) => link.to < from)?.node;
  const after = links.find((link) => link.from > to)?.node;
  const isNear = (other: FormNode | undefined) =>
    other?.block === node.block && other.path.join() === node.path.join();
  return isExact && (isNear(before) || isNear(after));
}
