import type { BlockData, FormNode } from '../model/template.js';
import { type Label, textOf } from './candidates.js';
import type { Cell } from './cells.js';
import { type ColumnReader, createColumnReader } from './columns.js';
import type { GridView } from './grid-view.js';
import type { FormMatch } from './match-form.js';

/** A row of the form found on the page, with the cells behind its label. */
export interface Row {
  readonly code: string;
  readonly block: number;
  readonly label: Cell | undefined;
  readonly path: readonly string[];
  readonly figures: readonly Cell[];
  readonly unit: string | null;
  /** Columns of the form whose labels the page prints, where it has lost rows and columns. */
  readonly columns: readonly number[];
}

export type Readers = (grid: number, block: number) => ColumnReader | undefined;

export function createReaders(match: FormMatch, grids: readonly GridView[]): Readers {
  const readers = new Map<string, ColumnReader>();
  return (grid, block) => {
    const view = grids[grid];
    const data = match.form.data.blocks[block];
    if (!view || !data) return undefined;
    const key = `${grid}/${block}`;
    const reader = readers.get(key) ?? createColumnReader(view, data);
    readers.set(key, reader);
    return reader;
  };
}

export function labelledRows(
  match: FormMatch,
  labels: readonly Label[],
  cells: readonly Cell[],
  grids: readonly GridView[],
): Row[] {
  const rows = new Map<string, Row>();
  for (const link of match.links) {
    const label = labels[link.to];
    const { node } = link;
    if (!label || node.kind !== 'row' || node.code === undefined) continue;
    const { cell } = label;
    const figures = cell.grid === null ? link.figures : cellsBehind(cell, grids[cell.grid]);
    if (isHeadingOnly(node, figures, match)) continue;
    const printed = textOf(labels, link.from, link.to);
    const key = cell.grid === null ? `line ${label.at}` : `${cell.grid}/${cell.row}`;
    const path = [...pathAbove(node, match, labels), printed];
    const columns = printedColumns(match, node.block);
    rows.set(key, {
      code: node.code,
      block: node.block,
      label: cell,
      path,
      figures,
      unit: unitNear(label, cells),
      columns,
    });
  }
  return [...rows.values()];
}

/** Rows above others often only head them: a blank there is none of theirs, unless the form asks one figure a row. */
function isHeadingOnly(node: FormNode, figures: readonly Cell[], { form }: FormMatch): boolean {
  if (!node.hasRows || figures.some((cell) => cell.kind === 'figure')) return false;
  const columns = form.data.blocks[node.block]?.columns.filter((column) => !column.optional) ?? [];
  return figures.length === 0 || columns.length > 1;
}

/** In the order of the form: a head of several levels prints its columns in another. */
function printedColumns(match: FormMatch, block: number): readonly number[] {
  const columns = match.links.flatMap(({ node }) => (node.block === block ? (node.column ?? []) : []));
  return wholeSet(
    [...new Set(columns)].sort((a, b) => a - b),
    match.form.data.blocks[block],
  );
}

/**
 * Columns whose labels were recognised count only together: all of the block, or all of one group. Of a head of which
 * some labels are unreadable nobody knows which figure is missing.
 */
function wholeSet(columns: readonly number[], block: BlockData | undefined): readonly number[] {
  const all = block?.columns ?? [];
  const groups = new Set(columns.map((column) => all[column]?.under?.join(' ')));
  const regular = all.flatMap((column, i) => (column.optional ? [] : [i]));
  const expected = regular.filter(
    (i) => groups.size > 1 || groups.has(undefined) || groups.has(all[i]?.under?.join(' ')),
  );
  return [regular, expected].some((set) => set.every((i) => columns.includes(i))) ? columns : [];
}

/** The labels above a row as the page prints them, or as the form has them where the page does not. */
function pathAbove(node: FormNode, match: FormMatch, labels: readonly Label[]): string[] {
  return node.path.map((above) => {
    const link = match.links.findLast((l) => l.node.label === above && l.node.index < node.index);
    return (link && labels[link.to]?.cell.text) ?? above;
  });
}

function cellsBehind(label: Cell, grid: GridView | undefined): Cell[] {
  const row = grid?.row(label.row) ?? [];
  return row.filter(
    (c) => c.column >= label.column + label.columnSpan && c.kind !== 'unit' && c.kind !== 'ordinal',
  );
}

function unitNear(label: Label, cells: readonly Cell[]): string | null {
  for (const cell of cells.slice(label.at + 1, label.at + 3)) {
    if (cell.kind === 'label' || cell.kind === 'prose') break;
    if (cell.kind === 'unit') return cell.text;
  }
  return null;
}

/** Rows of a block that has none with a label: the head alone says what the figures are. */
export function unlabelledRows(
  match: FormMatch,
  labels: readonly Label[],
  grids: readonly GridView[],
  reader: Readers,
): Row[] {
  return [...match.form.data.blocks.entries()].flatMap(([block, { rows }]) => {
    const row = rows[0];
    if (!row || row.label !== undefined || row.code === undefined) return [];
    const plain = { code: row.code, block, label: undefined, path: [], unit: null, columns: [] };
    const heads = match.links.filter((link) => link.node.block === block && link.node.kind === 'column');
    const inGrids = new Set(heads.flatMap((link) => labels[link.to]?.cell.grid ?? []));
    const found: Row[] = [...inGrids].flatMap((grid) =>
      figureRows(grids[grid], reader(grid, block)).map((figures) => ({ ...plain, figures })),
    );
    let columns: number[] = [];
    for (const { node, to } of heads) {
      const label = labels[to];
      if (!label || label.cell.grid !== null) continue;
      if (node.column !== undefined) columns.push(node.column);
      if (label.figures.length === 0) continue;
      found.push({
        ...plain,
        label: label.cell,
        figures: label.figures,
        columns: wholeSet(columns, match.form.data.blocks[block]),
      });
      columns = [];
    }
    return found;
  });
}

/** Rows with a figure below a head; a cell of text under one of its columns is one that cannot be read. */
function figureRows(grid: GridView | undefined, reader: ColumnReader | undefined): Cell[][] {
  const rows: Cell[][] = [];
  for (let row = 0; grid && row < grid.rows; row++) {
    const head = reader?.above(row);
    const isOwn = ({ kind, column }: Cell) =>
      kind === 'figure' || kind === 'blank' || (kind === 'label' && head?.map.has(column) === true);
    const cells = grid.row(row).filter(isOwn);
    if (head && cells.some((cell) => cell.kind === 'figure')) rows.push(cells);
  }
  return rows;
}
