import data from '../data/html.json' with { type: 'json' };
import { idOf, markNames } from './names.js';
import type { PageTree } from './tree.js';

export type TableRole = 'table' | 'row' | 'cell';

const rules = data.drawn_tables;
const containers = markNames(rules.containers);
const rowNames = markNames(rules.rows);
const cellNames = markNames([...rules.cells, ...rules.inline_cells]);
const inlineCells = markNames(rules.inline_cells);
const CLASS = idOf('class');
const STYLE = idOf('style');
const saysTable = /\b(?:table|tbody|grid)\b/i;
/** A figure as a page may print it, with its unit. */
const number =
  /^(?:\s|&nbsp;)*[+-]?[\d\uff10-\uff19][\d\uff10-\uff19,.\uff0c\uff0e]*\s*\S{0,2}(?:\s|&nbsp;)*$/;
const blank = /^(?:\s|&nbsp;|&#160;|<br>)*$/;

/**
 * Finds tables that a page draws with other elements than a table's: a container whose children are rows and whose
 * grandchildren are cells, many of them numbers. Each element is looked at from at most two levels above.
 */
export class TableFinder {
  readonly #tree: PageTree;
  readonly #roles = new Map<number, TableRole>();

  constructor(tree: PageTree) {
    this.#tree = tree;
  }

  /** Looks at an element before those in it; `id` is the number of its name. */
  enter(element: number, id: number): TableRole | undefined {
    const known = this.roleOf(element);
    if (known !== undefined || containers[id] !== 1) return known;
    const rows = findRows(this.#tree, element);
    if (!rows) return undefined;
    this.#roles.set(element, 'table');
    for (const [row, cells] of rows) {
      this.#roles.set(row, 'row');
      for (const cell of cells) this.#roles.set(cell, 'cell');
    }
    return 'table';
  }

  /** The role of an element that was entered. */
  roleOf(element: number): TableRole | undefined {
    return this.#roles.size === 0 ? undefined : this.#roles.get(element);
  }

  /** True where any table was found so far. */
  hasAny(): boolean {
    return this.#roles.size > 0;
  }
}

type Rows = readonly (readonly [number, readonly number[]])[];

function findRows(tree: PageTree, element: number): Rows | undefined {
  if (!holdsOnly(tree, element, rowNames)) return undefined;
  const rows = elementsIn(tree, element);
  if (rows.length < rules.fewest_rows) return undefined;
  const name = tree.id(rows[0] ?? 0);
  if (rows.some((row) => tree.id(row) !== name)) return undefined;
  const found: [number, readonly number[]][] = [];
  for (const row of rows) {
    const cells = holdsOnly(tree, row) ? elementsIn(tree, row) : [];
    if (cells.some((cell) => !cellNames[tree.id(cell)])) return undefined;
    found.push([row, cells]);
  }
  const wide = found.filter(([, cells]) => cells.length > 1).length;
  if (wide < rows.length * rules.wide_rows) return undefined;
  const isEven = found.every(([, cells]) => cells.length === found[0]?.[1].length);
  const says = `${tree.attribute(element, CLASS)} ${tree.attribute(element, STYLE)}`;
  return areCells(tree, found, isEven || saysTable.test(says) ? 1 : rules.fewest_numbers) ? found : undefined;
}

/** True where all elements in an element are of these names and no text stands beside them. */
function holdsOnly(tree: PageTree, element: number, names?: Uint8Array): boolean {
  const end = tree.after(element);
  for (let node = element + 1; node < end; node = tree.after(node)) {
    const id = tree.id(node);
    if (id === 0 ? !isBlank(tree, node) : names?.[id] === 0) return false;
  }
  return true;
}

function elementsIn(tree: PageTree, element: number): readonly number[] {
  const found: number[] = [];
  const end = tree.after(element);
  for (let node = element + 1; node < end; node = tree.after(node)) if (tree.id(node) !== 0) found.push(node);
  return found;
}

const [SPACE, AMPERSAND, NO_BREAK_SPACE] = [0x20, 0x26, 0xa0];

function isBlank(tree: PageTree, text: number): boolean {
  const first = tree.source.charCodeAt(tree.start(text));
  const mayBe = first <= SPACE || first === AMPERSAND || first >= NO_BREAK_SPACE;
  return mayBe && blank.test(tree.text(text));
}

function areCells(tree: PageTree, rows: Rows, fewest: number): boolean {
  const cells = rows.flatMap(([, own]) => own);
  const isInline = cells.some((cell) => inlineCells[tree.id(cell)]);
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
    if (tree.id(node) === 0) text += tree.text(node);
    if (text.length > rules.longest_cell) return undefined;
  }
  return text;
}
