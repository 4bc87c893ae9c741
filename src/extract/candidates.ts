import costs from '../data/align.json' with { type: 'json' };
import type { Form, FormNode } from '../model/template.js';
import { labelKeys, likeness } from '../text/labels.js';
import { remember } from '../text/remember.js';
import type { Cell } from './cells.js';

/** A run of label cells (`from` to `to`, positions in the list of labels) that may be one label of the form. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly node: FormNode;
  readonly gain: number;
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
  const fuzzy = fuzzyIndexOf(form);
  const found: Candidate[] = [];
  for (let from = 0; from < labels.length; from++) {
    let exact = false;
    for (const { to, isBroken } of joinable(labels, from)) {
      const keys = labelKeys(textOf(labels, from, to));
      const nodes = new Set(keys.flatMap((key) => [...(form.keys.get(key) ?? []), ...matchGaps(key, form)]));
      for (const node of nodes) found.push(build(labels, from, to, node, 1));
      exact ||= nodes.size > 0;
      if (nodes.size > 0 || exact || isBroken) continue;
      for (const [node, like] of fuzzy(keys)) found.push(build(labels, from, to, node, like));
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

function build(labels: readonly Label[], from: number, to: number, node: FormNode, like: number): Candidate {
  const length = Math.max(...node.keys.map((key) => key.length));
  const { least, full_from: full } = costs.weight;
  const weight = least + (1 - least) * Math.min(1, length / full);
  const figures = labels
    .slice(from, to + 1)
    .flatMap((label) => (label.cell.grid === null ? label.figures : []));
  const own = labels[to]?.cell.grid === null ? figures : (labels[to]?.figures ?? []);
  return {
    from,
    to,
    node,
    figures: own,
    gain: weight * like + (to - from) * costs.join + figureGain(node, own),
  };
}

function figureGain(node: FormNode, figures: readonly Cell[]): number {
  if (node.kind !== 'row') return 0;
  const hasNumber = figures.some((cell) => cell.kind === 'figure');
  if (node.code === undefined) return hasNumber ? costs.group_with_figures : 0;
  if (hasNumber) return costs.row_with_figures;
  const inGrid = figures.length > 0;
  return inGrid || node.hasRows ? 0 : costs.row_without_figures;
}

type FuzzyIndex = (keys: readonly string[]) => ReadonlyMap<FormNode, number>;

const fuzzyIndexes = new WeakMap<Form, FuzzyIndex>();

function fuzzyIndexOf(form: Form): FuzzyIndex {
  const index = fuzzyIndexes.get(form) ?? createFuzzyIndex(form);
  fuzzyIndexes.set(form, index);
  return index;
}

/** Finds labels that are alike but not the same: a character lost or changed, a word put in. */
function createFuzzyIndex(form: Form): FuzzyIndex {
  const byPair = new Map<string, Set<string>>();
  for (const key of form.keys.keys())
    for (const pair of pairs(key)) byPair.set(pair, (byPair.get(pair) ?? new Set()).add(key));
  const search = (key: string) => {
    const found = new Map<FormNode, number>();
    for (const known of sharing(key, byPair)) {
      const like = likeness(key, known);
      if (like < costs.similar_from) continue;
      for (const node of form.keys.get(known) ?? []) found.set(node, Math.max(like, found.get(node) ?? 0));
    }
    return found;
  };
  const recall = remember(search);
  return (keys) => keys.map(recall).find((found) => found.size > 0) ?? new Map();
}

/** Known keys that share at least half of the pairs of characters. */
function sharing(key: string, byPair: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const shared = new Map<string, number>();
  const own = pairs(key);
  for (const pair of own)
    for (const known of byPair.get(pair) ?? []) shared.set(known, (shared.get(known) ?? 0) + 1);
  return [...shared]
    .filter(([known, count]) => count * 2 >= Math.max(own.length, known.length - 1))
    .map(([known]) => known);
}

function pairs(key: string): string[] {
  return Array.from({ length: Math.max(0, key.length - 1) }, (_, i) => key.slice(i, i + 2));
}
