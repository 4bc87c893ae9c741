import costs from '../data/align.json' with { type: 'json' };
import type { FormNode } from '../model/template.js';
import { labelKeys, likeness } from '../text/labels.js';
import type { Label } from './candidates.js';
import type { Found } from './like-labels.js';

/** The labels of a run, joined as printed. */
export function textOf(labels: readonly Label[], from: number, to: number): string {
  if (from === to) return labels[from]?.cell.text ?? '';
  return labels
    .slice(from, to + 1)
    .map((label) => label.cell.text)
    .join('');
}

/** Labels that may be one, from one to another, with figures between them. */
export interface BrokenRun {
  readonly labels: readonly Label[];
  readonly from: number;
  readonly to: number;
}

/** Where what stands before or round the figures is the label of a row above, the figures are not of the row below. */
export function withoutAbove(found: readonly Found[], run: BrokenRun): readonly Found[] {
  if (found.length === 0) return found;
  const { labels, from } = run;
  const above = endsOfRow(run).flatMap((end) => labelKeys(textOf(labels, from, end)));
  const isBelow = (node: FormNode) =>
    node.path.some((label) => labelKeys(label).some((own) => above.includes(own)));
  return found.filter(({ node }) => !isBelow(node));
}

/** Where what stands behind the figures is liker the row's label than all of it, the figures are not of that row. */
export function withoutBelow(found: readonly Found[], run: BrokenRun): readonly Found[] {
  if (found.length === 0) return found;
  const { labels, from, to } = run;
  const all = textOf(labels, from, to);
  const behind = endsOfRow(run).map((end) => textOf(labels, end + 1, to));
  const isBelow = (node: FormNode) => {
    const least = Math.max(likenessTo(node, all), costs.similar_from);
    return behind.some((text) => likenessTo(node, text) > least);
  };
  return found.filter(({ node }) => !isBelow(node));
}

/** Where a row may end whose figures stand in a run of labels, before the run does. */
function endsOfRow({ labels, from, to }: BrokenRun): number[] {
  let first = from;
  while (first < to && labels[first]?.figures.length === 0) first++;
  return Array.from({ length: to - first }, (_, i) => first + i);
}

/** How like a row's own label a text is, whatever labels stand above the row. */
function likenessTo({ keys }: FormNode, text: string): number {
  return Math.max(0, ...labelKeys(text).flatMap((key) => keys.map((own) => likeness(key, own))));
}
