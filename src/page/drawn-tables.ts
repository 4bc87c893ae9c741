import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import data from '../data/html.json' with { type: 'json' };

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
export function createTableFinder(): (element: Element) => TableRole | undefined {
  const roles = new WeakMap<Element, TableRole>();
  return (element) => {
    const known = roles.get(element);
    if (known || !containers.has(element.name)) return known;
    const rows = findRows(element);
    if (!rows) return undefined;
    roles.set(element, 'table');
    for (const [row, cells] of rows) {
      if (row !== element) roles.set(row, 'row');
      for (const cell of cells) roles.set(cell, 'cell');
    }
    return 'table';
  };
}

type Rows = readonly (readonly [Element, readonly Element[]])[];

function findRows(element: Element): Rows | undefined {
  const rows = onlyElements(element);
  if (!rows || rows.length < rules.fewest_rows) return undefined;
  const name = rows[0]?.name ?? '';
  if (!rowTags.has(name) || rows.some((row) => row.name !== name)) return undefined;
  const found = rows.map((row) => [row, onlyElements(row) ?? []] as const);
  const wide = found.filter(([, cells]) => cells.length > 1).length;
  const isEven = new Set(found.map(([, cells]) => cells.length)).size === 1;
  const saysSo = saysTable.test(`${element.attribs.class} ${element.attribs.style}`);
  const fewest = saysSo || isEven ? 1 : rules.fewest_numbers;
  return wide >= rows.length * rules.wide_rows && areCells(found, fewest) ? found : undefined;
}

/** The elements in an element that has no text of its own beside them. */
function onlyElements(element: Element): Element[] | undefined {
  const hasText = element.children.some((child) => isText(child) && !blank.test(child.data));
  return hasText ? undefined : element.children.filter(isTag);
}

function areCells(rows: Rows, fewest: number): boolean {
  const cells = rows.flatMap(([, own]) => own);
  const isInline = cells.some(({ name }) => inlineCells.has(name));
  if (cells.some(({ name }) => !cellTags.has(name) && !inlineCells.has(name))) return false;
  if (isInline && new Set(rows.map(([, own]) => own.length)).size > rules.inline_widths) return false;
  const texts = cells.map(shortText);
  if (texts.includes(undefined)) return false;
  const numbers = texts.filter((text) => text !== undefined && number.test(text)).length;
  const blanks = texts.filter((text) => text !== undefined && blank.test(text)).length;
  return numbers >= fewest && numbers + blanks >= cells.length * rules.share_of_numbers;
}

/** The text of a cell; undefined where it is too long for one. */
function shortText(cell: Element): string | undefined {
  let text = '';
  const pending: ChildNode[] = [cell];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isText(node)) text = node.data + text;
    else if (isTag(node)) pending.push(...node.children);
    if (text.length > rules.longest_cell || pending.length > rules.longest_cell) return undefined;
  }
  return text;
}
