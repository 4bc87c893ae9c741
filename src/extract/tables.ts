import type { MessageSink } from '../model/messages.js';
import type { Placer } from '../model/placer.js';
import type { Form, FormNode, Template } from '../model/template.js';
import { assignFigures } from './assign.js';
import type { Reading, RowNote } from './assignment.js';
import { findLabels, type Label } from './candidates.js';
import type { Cell } from './cells.js';
import { claimLines } from './claim-lines.js';
import { createGridViews, type GridView } from './grid-view.js';
import { type FormMatch, matchForms } from './match-form.js';
import { placeShortRows } from './short-rows.js';

/** A figure in a table that no indicator takes. */
interface LooseFigure {
  readonly cell: Cell;
  readonly path: readonly string[];
  readonly column: string | null;
}

export interface TablesReading {
  readonly readings: readonly Reading[];
  readonly loose: readonly LooseFigure[];
  readonly notes: readonly RowNote[];
  readonly tables: number;
  readonly rowsMissing: readonly string[];
  /** The indicators of those rows. */
  readonly codesMissing: readonly string[];
  /** Captions of tables of the form of which the page has too little, or nothing. */
  readonly lacking: readonly string[];
  /** Lines that belong to a table, by where they start. */
  readonly claimed: ReadonlySet<number>;
}

/** Reads every table of the template that the cells hold, and lists the figures that are left over. */
export function readTables(cells: readonly Cell[], template: Template | null): TablesReading {
  const grids = createGridViews(cells);
  const labels = findLabels(cells);
  const matches = matchForms(labels, template?.forms ?? []);
  const { readings, notes } = placeShortRows(
    matches.map((match) => assignFigures(match, labels, cells, grids)),
  );
  const claimed = claimLines(matches, labels, cells);
  const seen = listSeen(matches);
  const missing = findMissing(seen);
  const isUsed: boolean[] = [];
  for (const { cell } of readings) isUsed[cell.number] = true;
  const isLoose = (cell: Cell) =>
    cell.kind === 'figure' &&
    cell.figure.value !== null &&
    (cell.grid !== null || claimed.has(cell.start)) &&
    isUsed[cell.number] !== true;
  return {
    readings,
    loose: describeLoose(cells, isLoose, grids),
    notes,
    tables: grids.length + matches.filter((match) => isInLines(match, labels)).length,
    rowsMissing: missing.map(({ node }) => node.label),
    codesMissing: missing.flatMap(({ node, form }) => codesOf(node, form)),
    lacking: (template?.forms ?? [])
      .filter((form) => isLacking(form, seen))
      .flatMap((form) => form.data.caption),
    claimed,
  };
}

function isInLines(match: FormMatch, labels: readonly Label[]): boolean {
  return match.links.some((link) => labels[link.to]?.cell.grid === null);
}

function describeLoose(
  cells: readonly Cell[],
  isLoose: (cell: Cell) => boolean,
  grids: readonly GridView[],
): LooseFigure[] {
  const found: LooseFigure[] = [];
  if (!cells.some(isLoose)) return found;
  const labelsBefore = createRowLabels(grids);
  let label: Cell | undefined;
  let heads: (Cell | undefined)[] = [];
  let grid: number | null = null;
  for (const cell of cells) {
    if (cell.grid !== grid) heads = [];
    grid = cell.grid;
    if (isLoose(cell)) {
      const path = grid === null ? (label ? [label.text] : []) : labelsBefore(cell, grid);
      found.push({ cell, path, column: grid === null ? null : (heads[cell.column]?.text ?? null) });
    }
    if (cell.kind !== 'label') continue;
    label = cell;
    for (let column = cell.column; column < cell.column + cell.columnSpan; column++) heads[column] = cell;
  }
  return found;
}

/** The labels before a cell in its row of a grid, those that span it from above included; found once for a row. */
function createRowLabels(grids: readonly GridView[]): (cell: Cell, grid: number) => readonly string[] {
  let [lastGrid, lastRow, lastColumn] = [-1, -1, -1];
  let labels: readonly Cell[] = [];
  let all: readonly string[] = [];
  return ({ row, column }, index) => {
    const grid = grids[index];
    if (grid && (index !== lastGrid || row !== lastRow)) {
      labels = findRowLabels(grid, row);
      all = textsOf(labels);
      lastColumn = labels.reduce((last, label) => Math.max(last, label.column), -1);
      [lastGrid, lastRow] = [index, row];
    }
    return lastColumn < column ? all : textsOf(labels.filter((label) => label.column < column));
  };
}

function textsOf(labels: readonly Cell[]): string[] {
  return [...new Set(labels.map(({ text }) => text))];
}

function findRowLabels(grid: GridView, row: number): Cell[] {
  const cells = new Set<Cell>();
  for (let column = 0; column < grid.columns; column++) {
    const cell = grid.at(row, column);
    if (cell?.kind === 'label') cells.add(cell);
  }
  return [...cells];
}

/** For each form with tables on the page, which of its nodes they have. */
type Seen = ReadonlyMap<Form, readonly boolean[]>;

function listSeen(matches: readonly FormMatch[]): Seen {
  const seen = new Map<Form, boolean[]>();
  for (const { form, links } of matches) {
    const own = seen.get(form) ?? form.nodes.map(() => false);
    seen.set(form, own);
    for (const { node } of links) own[node.index] = true;
  }
  return seen;
}

/** The form's own rows that none of its tables on the page has. */
function findMissing(seen: Seen): { node: FormNode; form: Form }[] {
  const missing: { node: FormNode; form: Form }[] = [];
  for (const [form, own] of seen)
    for (const node of regularRows(form)) if (own[node.index] !== true) missing.push({ node, form });
  return missing;
}

function codesOf(node: FormNode, form: Form): string[] {
  const columns = form.data.blocks[node.block]?.columns ?? [];
  return columns.flatMap(({ code, optional }) => (code === null || optional ? [] : [`${node.code}${code}`]));
}

const rowsOf = new WeakMap<Form, readonly FormNode[]>();

function regularRows(form: Form): readonly FormNode[] {
  const rows = rowsOf.get(form) ?? findRegularRows(form);
  rowsOf.set(form, rows);
  return rows;
}

/** Rows that every page in the form has; groups that have figures only where a page adds a subtotal are none. */
function findRegularRows(form: Form): FormNode[] {
  const subtotals = new Set(form.nodes.flatMap((node) => (node.local ? (node.code ?? []) : [])));
  return form.nodes.filter(
    (node) =>
      node.kind === 'row' &&
      node.code !== undefined &&
      !node.local &&
      node.label !== '' &&
      !subtotals.has(node.code),
  );
}

/** More than this share of a table's rows gone: the table was cut, or never there. */
const CUT_FROM = 0.4;

function isLacking(form: Form, seen: Seen): boolean {
  const rows = regularRows(form);
  const own = seen.get(form);
  if (rows.length === 0) return !own && form.nodes.some((node) => node.kind === 'row' && !node.local);
  const there = own ? rows.filter((node) => own[node.index]).length : 0;
  return rows.length - there > rows.length * CUT_FROM;
}

/** Says where a table's figures could not be placed, or not by its head. */
export function reportTableNotes(
  { notes, rowsMissing, codesMissing }: TablesReading,
  messages: MessageSink,
  placer: Placer,
): void {
  for (const { kind, label, form, cell, codes } of notes)
    messages.add(kind, { place: placer(cell), codes, with: { label, form } });
  if (rowsMissing.length > 0)
    messages.add('rows_missing', { codes: codesMissing, with: { labels: rowsMissing.join(', ') } });
}
