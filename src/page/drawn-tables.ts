import data from '../data/html.json' with { type: 'json' };
import type { PageTree } from './tree.js';

export type TableRole = 'table' | 'row' | 'cell';

const rules = data.drawn_tables;
const containers = new Set(rules.containers);
const rowTags = new Set(rules.rows);
const cellTags = new Set(rules.cells);
const inlineCells = new Set(rules.inline_cells);
const saysTable = /\b(?:table|tbody|grid)\b/i;
/** A figure as a page may print it, with its unit. */
const number =
  /^(?:\s|&nbsp;)*[+-]?[\d\uff10-\uff19][\d\uff10-\uff19,.\uff0c\uff0e]*\s*\S{0,2}(?:\s|&nbsp;)*$/;
const blank = /^(?:\s|&nbsp;|&#160;|<br>)*$/;

/**
 * Finds tables that a page draws with other elements than a table's: a container whose children are rows and whose
 * grandchildren are cells, many of them numbers. Each element is looked at from at most two levels above.
 */
export function createTableFinder(tree: PageTree): (element: number) => TableRole | undefined {
  const roles = new Map<number, TableRole | undefined>();
  return (element) => {
    if (roles.has(element)) return roles.get(element);
    if (!containers.has(tree.name(element))) return undefined;
    const rows = findRows(tree, element);
    roles.set(element, rows && 'table');
    for (const [row, cells] of rows ?? []) {
      if (row !== element) roles.set(row, 'row');
      for (const cell of cells) roles.set(cell, 'cell');
    }
    return rows && 'table';
  };
}

type Rows = readonly (readonly [number, readonly number[]])[];

function findRows(tree: PageTree, element: number): Rows | undefined {
  const rows = onlyElements(tree, element, rowTags);
  if (!rows || rows.length < rules.fewest_rows) return undefined;
  const name = tree.name(rows[0] ?? 0);
  if (rows.some((row) => tree.name(row) !== name)) return undefined;
  const found = rows.map((row) => [row, onlyElements(tree, row) ?? []] as const);
  const wide = found.filter(([, cells]) => cells.length > 1).length;
  if (wide < rows.length * rules.wide_rows) return undefined;
  const isEven = found.every(([, cells]) => cells.length === found[0]?.[1].length);
  const says = `${tree.attribute(element, 'class')} ${tree.attribute(element, 'style')}`;
  return areCells(tree, found, isEven || saysTable.test(says) ? 1 : rules.fewest_numbers) ? found : undefined;
}

/** The elements in an element, where all are of these names and no text stands beside them. */
function onlyElements(
  tree: PageTree,
  element: number,
  names?: ReadonlySet<string>,
): readonly number[] | undefined {
  const found: number[] = [];
  const end = tree.after(element);
  for (let node = element + 1; node < end; node = tree.after(node)) {
    const name = tree.name(node);
    if (name !== '') found.push(node);
    if (name === '' ? !blank.test(tree.text(node)) : names?.has(name) === false) return undefined;
  }
  return found;
}

function areCells(tree: PageTree, rows: Rows, fewest: number): boolean {
  const cells = rows.flatMap(([, own]) => own);
  const names = cells.map(tree.name);
  if (names.some((name) => !cellTags.has(name) && !inlineCells.has(name))) return false;
  const isInline = names.some((name) => inlineCells.has(name));
  if (isInline && new Set(rows.map(([, own]) => own.length)).size > rules.inline_widths) return false;
  const texts = cells.map((cell) => shortText(tree, cell));
  if (texts.includes(undefined)) return false;
  const numbers = texts.filter((text) => text !== undefined && number.test(text)).length;
  const blanks = texts.filter((text) => text !== undefined && blank.test(text)).length;
  return numbers >= fewest && numbers + blanks >= cells.length * rules.share_of_numbers;
}

/** A cell has fewer elements and texts, even if each of its letters has an element of its own. */
const MOST_NODES = 500;

/** The text of a cell; undefined where it is too long for one. */
function shortText(tree: PageTree, cell: number): string | undefined {
  let text = '';
  const end = tree.after(cell);
  if (end - cell > MOST_NODES) return undefined;
  for (let node = cell + 1; node < end; node++) {
    if (tree.name(node) === '') text += tree.text(node);
    if (text.length > rules.longest_cell) return undefined;
  }
  return text;
}
