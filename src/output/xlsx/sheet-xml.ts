import type { Cell, Head } from '../column.js';

/** Characters that Excel holds in a cell. */
const CELL_LIMIT = 32_767;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORKSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A worksheet up to its first row: the head is frozen, columns are as wide as their names and kind ask for. */
export function beginSheet(heads: readonly Head[]): string {
  const widths = heads.map(({ name, type }, at) => {
    const width = Math.max(name.length + 4, type === 'text' ? 18 : 10);
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  const cells = heads.map(({ name }, at) => textCell(letters(at), 1, name, ' s="1"'));
  return [
    `${DECLARATION}<worksheet xmlns="${WORKSHEET}">`,
    '<sheetViews><sheetView workbookViewId="0">',
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${cells.join('')}</row>`,
  ].join('');
}

/** A row of cells; empty cells are left out. */
export function writeRow(cells: readonly Cell[], row: number): string {
  const written = cells.map((cell, at) => writeCell(cell, letters(at), row));
  return `<row r="${row}">${written.join('')}</row>`;
}

/** A worksheet from behind its last row: a filter over all of it. */
export function endSheet(heads: readonly Head[], rows: number): string {
  return `</sheetData><autoFilter ref="A1:${letters(heads.length - 1)}${rows}"/></worksheet>`;
}

/** True of a cell that is longer than Excel allows, so that its end is not written. */
export function isCut(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length > CELL_LIMIT;
}

function writeCell(cell: Cell, column: string, row: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${column}${row}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${column}${row}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return textCell(column, row, isCut(cell) ? cell.slice(0, CELL_LIMIT) : cell, '');
}

function textCell(column: string, row: number, text: string, style: string): string {
  const content = `<is><t xml:space="preserve">${escapeText(text)}</t></is>`;
  return `<c r="${column}${row}" t="inlineStr"${style}>${content}</c>`;
}

/**
 * What XML cannot hold is written `_xHHHH_`, and the underscore of what looks like that is so written too (ECMA-376
 * 22.9.2.19).
 */
const SPECIAL = /[&<>\ufffe\uffff]|(?![\t\n])\p{Cc}|_(?=x[0-9A-Fa-f]{4}_)/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeText(text: string): string {
  return text.replace(
    SPECIAL,
    (char) => ENTITIES[char] ?? `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

const known: string[] = [];

/** The letters of a column: A, B, ... Z, AA, AB, ... */
function letters(column: number): string {
  known[column] ??=
    (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
  return known[column];
}
