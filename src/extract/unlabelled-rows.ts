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
  return [...match.form.data.blocks.entries()].flatMap(([block, { rows }]) => {
    const row = rows[0];
    if (!row || row.label !== undefined || row.code === undefined) return [];
    const plain = {
      code: row.code,
      block,
      label: undefined,
      path: [],
      unit: null,
      columns: [],
      heads: new Map(),
    };
    const heads = match.links.filter((link) => link.node.block === block && link.node.kind === 'column');
    const inGrids = new Set(heads.flatMap((link) => labels[link.to]?.cell.grid ?? []));
    const found: Row[] = [...inGrids].flatMap((grid) =>
      figureRows(grids[grid], reader(grid, block)).map((figures) => ({ ...plain, figures })),
    );
    return [...found, ...rowsUnderHeads(match, labels, block).map((row) => ({ ...plain, ...row }))];
  });
}

/** In lines: each run of figures behind labels of the head, with the columns that these name. */
function rowsUnderHeads(match: FormMatch, labels: readonly Label[], block: number) {
  const data = match.form.data.blocks[block];
  const linked = new Map(
    match.links.flatMap(({ node, to }) => (node.block === block ? [[to, node] as const] : [])),
  );
  const groups = new Map(
    match.form.nodes
      .filter((node) => node.block === block && node.kind === 'column' && node.column === undefined)
      .flatMap((node) => node.keys.map((key) => [key, node] as const)),
  );
  const found: { label: Cell; figures: readonly Cell[]; columns: readonly number[] }[] = [];
  let heads: FormNode[] = [];
  for (let at = match.links[0]?.from ?? 0; at <= (match.links.at(-1)?.to ?? -1); at++) {
    const label = labels[at];
    if (!label || label.cell.grid !== null) continue;
    const group = labelKeys(label.cell.text)
      .map((key) => groups.get(key))
      .find((node) => node !== undefined);
    const node = linked.get(at) ?? group;
    if (node) heads.push(node);
    if (label.figures.length === 0 || !node) continue;
    found.push({
      label: label.cell,
      figures: label.figures,
      columns: headedBy(heads, label.figures.length, data),
    });
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
