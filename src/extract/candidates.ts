import costs from '../data/align.json' with { type: 'json' };
import type { Form, FormNode } from '../model/template.js';
import { labelKeys } from '../text/labels.js';
import type { Cell } from './cells.js';
import { findAlike, worthOf } from './like-labels.js';

/** A run of label cells (`from` to `to`, positions in the list of labels) that may be one label of the form. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly node: FormNode;
  readonly gain: number;
  /** The same label but for numbering and marks; else one that is alike. */
  readonly isExact: boolean;
  /** The figures behind the label, or between its parts. */
  readonly figures: readonly Cell[];
}

/** A label of the page, with its position among all cells and the figures that follow it before the next label. */
export interface Label {
  readonly cell: Cell;
  readonly at: number;
  readonly figures: readonly Cell[];
}

/** The labels of a sequence of cells, each with the cells behind it: in its row of a grid, or up to the next label. */
export function findLabels(cells: readonly Cell[]): Label[] {
  const labels: Label[] = [];
  for (const [at, cell] of cells.entries()) {
    if (cell.kind !== 'label' && cell.kind !== 'prose') continue;
    labels.push({ cell, at, figures: cell.kind === 'prose' ? [] : followers(cells, at) });
  }
  return labels;
}

function followers(cells: readonly Cell[], at: number): Cell[] {
  const label = cells[at];
  const found: Cell[] = [];
  for (let next = at + 1; next < cells.length; next++) {
    const cell = cells[next];
    if (!cell || !label || cell.grid !== label.grid || cell.kind === 'label' || cell.kind === 'prose') break;
    if (label.grid !== null && cell.row !== label.row) break;
    if (cell.kind === 'figure' || cell.kind === 'blank') found.push(cell);
  }
  return found;
}

/** Every way in which labels of the page, alone or joined with their neighbours, are like labels of the form. */
export function findCandidates(labels: readonly Label[], form: Form): Candidate[] {
  const found: Candidate[] = [];
  for (let from = 0; from < labels.length; from++) {
    let exact = false;
    for (const { to, isBroken } of joinable(labels, from)) {
      const keys = labelKeys(textOf(labels, from, to));
      const above = isBroken ? keysBeforeFigures(labels, from) : NONE;
      const same = matchExactly(keys, form, above);
      for (const [node, worth] of same) found.push(build(labels, from, to, node, worth, true));
      exact ||= same.size > 0;
      if (exact) continue;
      for (const [node, worth] of findAlike(
        keys,
        form,
        isBroken ? costs.similar_round_figures : costs.similar_from,
      ))
        found.push(build(labels, from, to, node, worth, false));
    }
  }
  return found;
}

/** The labels of a run, joined as printed. */
export function textOf(labels: readonly Label[], from: number, to: number): string {
  return labels
    .slice(from, to + 1)
    .map((label) => label.cell.text)
    .join('');
}

const NONE: readonly string[] = [];

/** Keys of the part of a run of labels behind which its figures stand. */
function keysBeforeFigures(labels: readonly Label[], from: number): readonly string[] {
  const first = labels.findIndex((label, i) => i >= from && label.figures.length > 0);
  return labelKeys(textOf(labels, from, first));
}

/**
 * Labels of the form that are the same but for numbering and marks, and what each is worth.
 * @param above keys of a label before the figures: where that is a row above, the figures are not of the row below
 */
function matchExactly(keys: readonly string[], form: Form, above: readonly string[]): Map<FormNode, number> {
  const found = new Map<FormNode, number>();
  for (const key of keys)
    for (const node of [...(form.keys.get(key) ?? []), ...matchGaps(key, form)])
      if (!node.path.some((label) => labelKeys(label).some((own) => above.includes(own))))
        found.set(node, Math.max(worthOf(key), found.get(node) ?? 0));
  return found;
}

function matchGaps(key: string, form: Form): FormNode[] {
  return form.nodes.filter((node) => node.patterns.some((pattern) => pattern.test(key)));
}

interface Join {
  readonly to: number;
  /** The row's figures stand between the parts of its label. */
  readonly isBroken: boolean;
}

/**
 * Where a label that begins here may end: lines that it is wrapped over, with nothing between them or, in text taken
 * from a PDF, the figures of its row; a line before a row of a grid that is the first half of its label. In a grid a
 * label is one cell, or several in a row.
 */
function joinable(labels: readonly Label[], from: number): Join[] {
  const first = labels[from];
  if (!first || first.cell.kind === 'prose') return [];
  const ends: Join[] = [{ to: from, isBroken: false }];
  let isBroken = false;
  for (let to = from + 1; to < labels.length && ends.length < costs.join_most; to++) {
    const before = labels[to - 1];
    const label = labels[to];
    if (!before || !label || label.cell.kind === 'prose' || !followsOn(before, label)) break;
    if (label.at !== before.at + 1) isBroken = true;
    ends.push({ to, isBroken });
  }
  return ends;
}

function followsOn(before: Label, label: Label): boolean {
  const isNext = label.at === before.at + 1;
  if (before.cell.grid === null && label.cell.grid === null) return isNext || before.figures.length > 0;
  if (before.cell.grid === null) return isNext;
  return isNext && label.cell.grid === before.cell.grid && label.cell.row === before.cell.row;
}

function build(
  labels: readonly Label[],
  from: number,
  to: number,
  node: FormNode,
  worth: number,
  isExact: boolean,
): Candidate {
  const figures = labels
    .slice(from, to + 1)
    .flatMap((label) => (label.cell.grid === null ? label.figures : []));
  const own = labels[to]?.cell.grid === null ? figures : (labels[to]?.figures ?? []);
  const gain = worth + (to - from) * costs.join + figureGain(node, own);
  return { from, to, node, figures: own, gain, isExact };
}

function figureGain(node: FormNode, figures: readonly Cell[]): number {
  if (node.kind !== 'row') return 0;
  const hasNumber = figures.some((cell) => cell.kind === 'figure');
  if (node.code === undefined) return hasNumber ? costs.group_with_figures : 0;
  if (hasNumber) return costs.row_with_figures;
  const inGrid = figures.length > 0;
  return inGrid || node.hasRows ? 0 : costs.row_without_figures;
}
