import type { BlockData, FormNode } from '../model/template.js';
import { textOf } from './broken-labels.js';
import type { Candidate, Label } from './candidates.js';
import type { Cell } from './cells.js';
import { columnKeysOf } from './column-keys.js';
import type { FormMatch } from './match-form.js';

/** What the head of a block says where rows and columns are lost. */
export interface LineHead {
  /** Columns of the form whose labels the page prints, in the order of the figures. */
  readonly columns: () => readonly number[];
  /** Heads of columns as the page prints them. */
  readonly heads: () => ReadonlyMap<number, string>;
}

/** The head of each block of a form, by the labels that were recognised. */
export function createHeadFinder(match: FormMatch, labels: readonly Label[]): (block: number) => LineHead {
  const found: LineHead[] = [];
  return (block) => {
    const head = found[block] ?? createHead(match, block, labels);
    found[block] = head;
    return head;
  };
}

/** Read when it is asked for: where rows and columns are not lost, nobody asks. */
function createHead(match: FormMatch, block: number, labels: readonly Label[]): LineHead {
  let columns: readonly number[] | undefined;
  let heads: ReadonlyMap<number, string> | undefined;
  return {
    columns() {
      columns ??= printedColumns(match, block, labels);
      return columns;
    },
    heads() {
      heads ??= printedHeads(match, block, labels);
      return heads;
    },
  };
}

const columnLinks = new WeakMap<FormMatch, readonly Candidate[]>();

/** The labels that name a column of a block. */
function columnLinksOf(match: FormMatch, block: number): readonly Candidate[] {
  const links = columnLinks.get(match) ?? match.links.filter(({ node }) => node.column !== undefined);
  columnLinks.set(match, links);
  return links.filter(({ node }) => node.block === block);
}

/** The columns of blocks that cells were recognised as the head of. */
export function linkedHeads(
  { links }: FormMatch,
  labels: readonly Label[],
): (cell: Cell, block: number) => number | undefined {
  const linked = new Map<number, FormNode>();
  for (const { node, from, to } of links) {
    if (node.column === undefined) continue;
    for (let at = from; at <= to; at++) {
      const label = labels[at];
      if (label) linked.set(label.cell.number, node);
    }
  }
  return (cell, block) => {
    const node = linked.get(cell.number);
    return node?.block === block ? node.column : undefined;
  };
}

function printedHeads(match: FormMatch, block: number, labels: readonly Label[]): Map<number, string> {
  const heads = new Map<number, string>();
  for (const { node, from, to } of columnLinksOf(match, block))
    heads.set(node.column ?? 0, textOf(labels, from, to));
  return heads;
}

/** In the order of the form, for a head of several levels prints its columns in another; a plain head in its own. */
function printedColumns(match: FormMatch, block: number, labels: readonly Label[]): readonly number[] {
  const data = match.form.data.blocks[block];
  const links = columnLinksOf(match, block);
  const own = [...new Set(links.flatMap(({ node }) => node.column ?? []))].sort((a, b) => a - b);
  const [first] = links;
  const isPlain =
    first && links.length < (data?.columns.length ?? 0) && data?.columns.every(({ under }) => !under);
  const inLine = isPlain && data ? headsBeside(first.from, labels, data) : [];
  return wholeSet(inLine.length > own.length ? inLine : own, data);
}

/** Columns named by the labels that stand without a break round a head that was recognised, as the page has them. */
function headsBeside(at: number, labels: readonly Label[], block: BlockData): number[] {
  const columnOf = (label: Label | undefined) => {
    const isSame = label?.cell.grid === labels[at]?.cell.grid;
    const likeness = label && isSame ? columnKeysOf(block).read(label.word).likeness : [];
    const best = likeness.indexOf(Math.max(...likeness));
    return (likeness[best] ?? 0) > 0 ? best : undefined;
  };
  const isNext = (i: number) => labels[i + 1]?.at === (labels[i]?.at ?? 0) + 1;
  let first = at;
  while (isNext(first - 1) && columnOf(labels[first - 1]) !== undefined) first--;
  let last = at;
  while (isNext(last) && columnOf(labels[last + 1]) !== undefined) last++;
  const heads = labels.slice(first, last + 1);
  const columns = [...new Set(heads.flatMap((label) => columnOf(label) ?? []))];
  return isOneRow(heads) ? columns : columns.sort((a, b) => a - b);
}

/** True for labels that stand in one line, or each alone in its own; others are set one above the other. */
function isOneRow(labels: readonly Label[]): boolean {
  return labels.every(({ cell }) => cell.isAlone) || new Set(labels.map(({ cell }) => cell.line)).size === 1;
}

/**
 * Columns whose labels were recognised count only together: all of the block, or all of one group where the block has
 * nothing but groups. Of a head of which some labels are unreadable nobody knows which figure is missing.
 */
function wholeSet(columns: readonly number[], block: BlockData | undefined): readonly number[] {
  const all = block?.columns ?? [];
  const groups = new Set(columns.map((column) => all[column]?.under?.join(' ')));
  const regular = all.flatMap((column, i) => (column.optional ? [] : [i]));
  const isMixed = regular.some((i) => all[i]?.under === undefined);
  const expected = regular.filter((i) => groups.size > 1 || isMixed || groups.has(all[i]?.under?.join(' ')));
  return [regular, expected].some((set) => set.every((i) => columns.includes(i))) ? columns : [];
}

/** Columns that the labels of a head name one by one, or all those of a group that they name, if there are `count`. */
export function headedBy(
  nodes: readonly FormNode[],
  count: number,
  block: BlockData | undefined,
): readonly number[] {
  const named = wholeSet(
    nodes.flatMap((node) => node.column ?? []),
    block,
  );
  const group = nodes.findLast((node) => node.column === undefined)?.label;
  if (named.length > 0 || group === undefined) return named;
  const under = [...(block?.columns ?? []).entries()].flatMap(([i, { under }]) =>
    under?.includes(group) ? [i] : [],
  );
  return under.length === count ? under : named;
}
