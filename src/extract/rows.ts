import costs from '../data/align.json' with { type: 'json' };
import type { Form, FormNode } from '../model/template.js';
import { findUnit, unitInBrackets } from '../text/figures.js';
import { labelKeys, likeness } from '../text/labels.js';
import { rememberWord } from '../text/word.js';
import { textOf } from './broken-labels.js';
import type { Candidate, Label } from './candidates.js';
import type { Cell } from './cells.js';
import { type ColumnReader, createColumnReader } from './columns.js';
import type { GridView } from './grid-view.js';
import { createHeadFinder, linkedHeads } from './line-heads.js';
import type { FormMatch } from './match-form.js';

/** A row of the form found on the page, with the cells behind its label. */
export interface Row {
  readonly code: string;
  /** Codes of its cells, column by column; null where a column has none. */
  readonly codes: readonly (string | null)[];
  readonly block: number;
  readonly label: Cell | undefined;
  readonly path: readonly string[];
  readonly figures: readonly Cell[];
  /** Printed beside the label, or in it. */
  readonly unit: string | null;
  /** Columns of the form whose labels the page prints, where it has lost rows and columns. */
  readonly columns: () => readonly number[];
  /** Heads of columns as the page prints them. */
  readonly heads: () => ReadonlyMap<number, string>;
  /** The form's label, where the page's is too little like it to go without a word. */
  readonly takenFor: string | undefined;
}

export type Readers = (grid: number, block: number) => ColumnReader | undefined;

export function createReaders(
  match: FormMatch,
  labels: readonly Label[],
  grids: readonly GridView[],
): Readers {
  const linked = linkedHeads(match, labels);
  const readers: ColumnReader[] = [];
  const blocks = match.form.data.blocks.length;
  return (grid, block) => {
    const known = readers[grid * blocks + block];
    const view = grids[grid];
    const data = match.form.data.blocks[block];
    if (known || !view || !data) return known;
    const reader = createColumnReader(view, data, (cell) => linked(cell, block));
    readers[grid * blocks + block] = reader;
    return reader;
  };
}

export function labelledRows(
  match: FormMatch,
  labels: readonly Label[],
  cells: readonly Cell[],
  grids: readonly GridView[],
): Row[] {
  const rows = new Map<number, Row>();
  const headOf = createHeadFinder(match, labels);
  const printedAbove = createPathReader(match, labels);
  for (const link of match.links) {
    const label = labels[link.to];
    const { node } = link;
    if (!label || node.kind !== 'row' || node.code === undefined) continue;
    const { cell } = label;
    const figures = cell.grid === null ? link.figures : cellsBehind(cell, grids[cell.grid]);
    if (isHeadingOnly(node, figures, match)) continue;
    if (node.hasRows && isItemWithoutLabel(node, match)) continue;
    const printed = textOf(labels, link.from, link.to);
    const { columns, heads } = headOf(node.block);
    const first = cell.grid === null ? cell : grids[cell.grid]?.row(cell.row)[0];
    rows.set(first?.number ?? -1, {
      code: node.code,
      codes: node.codes,
      block: node.block,
      label: cell,
      path: [...printedAbove(node), printed],
      figures,
      unit: unitNear(labels[link.from] ?? label, label, cells) ?? unitOf(link, label, printed),
      columns,
      heads,
      takenFor: link.isExact ? undefined : takenFor(printed, node),
    });
  }
  return [...rows.values()];
}

const unitOfWord = rememberWord(({ text }) => unitInBrackets(text) ?? null);

function unitOf({ from, to }: Candidate, { word }: Label, printed: string): string | null {
  return from === to ? unitOfWord(word) : (unitInBrackets(printed) ?? null);
}

function takenFor(printed: string, { keys, label }: FormNode): string | undefined {
  const likest = Math.max(...labelKeys(printed).flatMap((key) => keys.map((own) => likeness(key, own))));
  return likest < costs.doubt_below ? label : undefined;
}

/** Rows above others often only head them: a blank there is none of theirs, unless the form asks one figure a row. */
function isHeadingOnly(node: FormNode, figures: readonly Cell[], { form }: FormMatch): boolean {
  if (!node.hasRows || figures.some((cell) => cell.kind === 'figure')) return false;
  const columns = form.data.blocks[node.block]?.columns.filter((column) => !column.optional) ?? [];
  return figures.length === 0 || columns.length > 1;
}

/**
 * A group that has figures of its own only as a subtotal, and of which some rows are there and one is missing: figures
 * behind the group's label may be that row's.
 */
function isItemWithoutLabel(group: FormNode, { form, links }: FormMatch): boolean {
  const regular = rowsBelow(group, form);
  let present = 0;
  for (const row of regular) if (links.some((link) => link.node === row)) present++;
  return present > 0 && present < regular.length;
}

const below = new WeakMap<FormNode, readonly FormNode[]>();

/** The regular rows of a group that has figures of its own only as a subtotal; none of another group. */
function rowsBelow(group: FormNode, form: Form): readonly FormNode[] {
  const known = below.get(group);
  if (known) return known;
  const isOwn = (node: FormNode) => node.block === group.block && node.path.at(-1) === group.label;
  const hasSubtotal = form.nodes.some((node) => node.local && node.code === group.code && isOwn(node));
  const rows = hasSubtotal ? form.nodes.filter((node) => !node.local && isOwn(node)) : [];
  below.set(group, rows);
  return rows;
}

/** The labels above a row as the page prints them, or as the form has them where the page does not. */
function createPathReader(
  { links }: FormMatch,
  labels: readonly Label[],
): (node: FormNode) => readonly string[] {
  const groups = links.filter(({ node }) => node.hasRows);
  let last: readonly string[] | undefined;
  let printed: readonly string[] = [];
  return ({ path, index }) => {
    // Rows of one group share the list of labels above them.
    if (path !== last)
      printed = path.map((above) => {
        const link = groups.findLast(({ node }) => node.label === above && node.index < index);
        return (link && labels[link.to]?.cell.text) ?? above;
      });
    last = path;
    return printed;
  };
}

function cellsBehind(label: Cell, grid: GridView | undefined): Cell[] {
  const end = label.column + label.columnSpan;
  const row = grid?.row(label.row) ?? [];
  return row.filter((c) => c.column >= end && c.kind !== 'unit' && c.kind !== 'ordinal');
}

/** The unit behind a label, or between the lines that it is wrapped over. */
function unitNear(first: Label, last: Label, cells: readonly Cell[]): string | undefined {
  for (let at = first.at + 1; at < last.at + 3; at++) {
    const cell = cells[at];
    if (cell?.kind === 'unit') return findUnit(cell.text);
    if (at > last.at && (cell?.kind === 'label' || cell?.kind === 'prose')) return undefined;
  }
  return undefined;
}
