import align from '../data/align.json' with { type: 'json' };
import type { FormNode, Template } from '../model/template.js';
import { labelKeys } from '../text/labels.js';
import { rememberWord, type Word } from '../text/word.js';
import { wordIn } from './cell-text.js';
import type { Cell } from './cells.js';

/** The kinds of labels of a form that a text may be. */
type Kinds = (word: Word) => ReadonlySet<FormNode['kind']>;

const kindsOf = new WeakMap<Template, Kinds>();

/**
 * Turns the cells of tables that print the form's rows side by side, as heads of columns. Their place stays the
 * page's (`isTurned`).
 */
export function turnGrids(cells: readonly Cell[], template: Template | null): readonly Cell[] {
  if (!template) return cells;
  const runs = cutRuns(cells);
  const kinds = kindsOf.get(template) ?? kindsOfLabels(template);
  kindsOf.set(template, kinds);
  const turned = new Set(runs.filter((run) => isTurned(run, kinds)));
  if (turned.size === 0) return cells;
  return runs.flatMap((run) => (turned.has(run) ? run.map(turn).sort(inRows) : run));
}

/** Cells of one table, or of none, behind each other. */
function cutRuns(cells: readonly Cell[]): Cell[][] {
  const runs: Cell[][] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    if (run?.[0]?.grid === cell.grid) run?.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

function kindsOfLabels({ forms }: Template): Kinds {
  const kinds = new Map<string, Set<FormNode['kind']>>();
  for (const [key, nodes] of forms.flatMap((form) => [...form.keys])) {
    const known = kinds.get(key) ?? new Set();
    for (const { kind } of nodes) known.add(kind);
    kinds.set(key, known);
  }
  return rememberWord(({ text }) => new Set(labelKeys(text).flatMap((key) => [...(kinds.get(key) ?? [])])));
}

/** The labels above the figures are the form's rows, and those beside them are not. */
function isTurned(run: readonly Cell[], kinds: Kinds): boolean {
  if (run[0]?.grid === null) return false;
  const first = run.reduce(
    (least, { kind, row }) => (kind === 'figure' && row < least ? row : least),
    Number.POSITIVE_INFINITY,
  );
  if (first === Number.POSITIVE_INFINITY) return false;
  const above = run.filter((cell) => cell.kind === 'label' && cell.row < first);
  if (above.length < align.turned.fewest_heads) return false;
  const count = (cells: readonly Cell[], kind: FormNode['kind']) =>
    cells.filter((cell) => kinds(wordIn(cell)).has(kind)).length;
  const rows = count(above, 'row');
  if (rows < above.length * align.turned.share_of_rows || rows <= count(above, 'column')) return false;
  const beside = run.filter((cell) => cell.kind === 'label' && cell.row >= first);
  return count(beside, 'column') >= count(beside, 'row');
}

function turn(cell: Cell): Cell {
  const { row, column, rowSpan, columnSpan } = cell;
  return { ...cell, row: column, column: row, rowSpan: columnSpan, columnSpan: rowSpan, isTurned: true };
}

function inRows(a: Cell, b: Cell): number {
  return a.row - b.row || a.column - b.column;
}
