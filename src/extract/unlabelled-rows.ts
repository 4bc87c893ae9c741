import type { FormNode } from '../model/template.js';
import { labelKeys } from '../text/labels.js';
import type { Label } from './candidates.js';
import type { Cell } from './cells.js';
import type { ColumnReader } from './columns.js';
import type { GridView } from './grid-view.js';
import { headedBy } from './line-heads.js';
import type { FormMatch } from './match-form.js';
import type { Readers, Row } from './rows.js';

/** Rows of a block that has none with a label: the head alone says what the figures are. */
export function unlabelledRows(
  match: FormMatch,
  labels: readonly Label[],
  grids: readonly GridView[],
  reader: Readers,
): Row[] {
  const found: Row[] = [];
  for (const [block, { rows }] of match.form.data.blocks.entries()) {
    const [row] = rows;
    if (!row || row.label !== undefined || row.code === undefined) continue;
    const own = match.form.nodes.find((node) => node.kind === 'row' && node.block === block);
    if (!own) continue;
    const inGrids = new Set<number>();
    for (const { node, to } of match.links) {
      const grid = labels[to]?.cell.grid ?? null;
      if (grid !== null && node.block === block && node.kind === 'column') inGrids.add(grid);
    }
    for (const grid of inGrids)
      for (const figures of figureRows(grids[grid], reader(grid, block)))
        found.push(buildRow(own, undefined, figures, noColumns));
    for (const { label, figures, columns } of rowsUnderHeads(match, labels, block))
      found.push(buildRow(own, label, figures, columns));
  }
  return found;
}

const NO_HEADS: ReadonlyMap<number, string> = new Map();
const noColumns = () => [];
const noHeads = () => NO_HEADS;

/** With the fields in the order of other rows. */
function buildRow(
  { code = '', codes, block }: FormNode,
  label: Cell | undefined,
  figures: readonly Cell[],
  columns: Row['columns'],
): Row {
  return {
    code,
    codes,
    block,
    label,
    path: [],
    figures,
    unit: null,
    columns,
    heads: noHeads,
    takenFor: undefined,
  };
}

/** In lines: each run of figures behind labels of the head, with the columns that these name. */
function rowsUnderHeads(match: FormMatch, labels: readonly Label[], block: number) {
  const found: { label: Cell; figures: readonly Cell[]; columns: () => readonly number[] }[] = [];
  const first = match.links[0]?.from ?? 0;
  const inLines = labels.slice(first, (match.links.at(-1)?.to ?? -1) + 1);
  if (!inLines.some(({ cell }) => cell.grid === null)) return found;
  const data = match.form.data.blocks[block];
  const linked = new Map(
    match.links.flatMap(({ node, to }) => (node.block === block ? [[to, node] as const] : [])),
  );
  const groups = new Map(
    match.form.nodes
      .filter((node) => node.block === block && node.kind === 'column' && node.column === undefined)
      .flatMap((node) => node.keys.map((key) => [key, node] as const)),
  );
  let heads: FormNode[] = [];
  for (const [i, label] of inLines.entries()) {
    if (label.cell.grid !== null) continue;
    const group = labelKeys(label.cell.text)
      .map((key) => groups.get(key))
      .find((node) => node !== undefined);
    const node = linked.get(first + i) ?? group;
    if (node) heads.push(node);
    if (label.figures.length === 0 || !node) continue;
    const columns = headedBy(heads, label.figures.length, data);
    found.push({ label: label.cell, figures: label.figures, columns: () => columns });
    heads = [];
  }
  return found;
}

/** Rows with a figure below a head; a cell of text under one of its columns is one that cannot be read. */
function figureRows(grid: GridView | undefined, reader: ColumnReader | undefined): Cell[][] {
  const rows: Cell[][] = [];
  for (let row = 0; grid && row < grid.rows; row++) {
    const cells = grid.row(row);
    const head = cells.some((cell) => cell.kind === 'figure') ? reader?.above(row) : undefined;
    const isOwn = ({ kind, column }: Cell) =>
      kind === 'figure' || kind === 'blank' || (kind === 'label' && head?.map.has(column) === true);
    if (head) rows.push(cells.filter(isOwn));
  }
  return rows;
}
