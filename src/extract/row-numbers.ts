import type { Cell } from './cells.js';

/** So many rows counted up by one are no coincidence: the numbers beside them are no figures. */
const ROW_NUMBERS = 6;
/** Printed with a zero before them, as figures are not, fewer will do. */
const PADDED_NUMBERS = 3;

/** Numbers before or behind labels that count the rows up are no figures. */
export function markRowNumbers(cells: readonly Cell[]): readonly Cell[] {
  const isLabel = (i: number) => cells[i]?.kind === 'label';
  const isBehind = (i: number) => isLabel(i - 1) || (cells[i - 1]?.kind === 'unit' && isLabel(i - 2));
  const before = count(cells, (i) => isLabel(i + 1), 1);
  const behind = count(cells, isBehind, 2);
  if (before.size + behind.size === 0) return stripNumbers(cells);
  return stripNumbers(
    cells.map((cell) => (before.has(cell) || behind.has(cell) ? { ...cell, kind: 'ordinal' } : cell)),
  );
}

const numberedLabel = /^(\d{1,3})(?=[^\d.,\u3001])/;

/** Numbers that begin the labels of line after line and count them up are the rows', not the labels'. */
function stripNumbers(cells: readonly Cell[]): readonly Cell[] {
  const numbered = new Set<Cell>();
  let counted: Cell[] = [];
  let last = 0;
  for (const cell of cells) {
    if (cell.kind !== 'label' || cell.grid !== null) continue;
    const number = numberedLabel.exec(cell.text)?.[1];
    if (number === undefined) continue;
    if (Number(number) !== last + 1) counted = [];
    last = Number(number);
    counted.push(cell);
    if (counted.length >= ROW_NUMBERS) for (const one of counted) numbered.add(one);
  }
  if (numbered.size === 0) return cells;
  return cells.map((cell) =>
    numbered.has(cell) ? { ...cell, text: cell.text.replace(numberedLabel, '').trim(), word: null } : cell,
  );
}

/** So many rows that stand on one line, more than figures on lines of their own: the latter are pages' numbers. */
const ROWS_ON_LINES = 10;

/** Where each row of a table stands on one line, a short number alone on a line is a page's. */
export function markPageNumbers(cells: readonly Cell[]): readonly Cell[] {
  let rows = 0;
  for (const { grid, kind, isAlone } of cells) if (grid === null && kind === 'label' && !isAlone) rows++;
  if (rows < ROWS_ON_LINES) return cells;
  const isNumberAlone = ({ grid, kind, isAlone, text }: Cell) =>
    grid === null && isAlone && kind === 'figure' && isShortNumber(text, 1);
  const numbers = new Set(cells.filter(isNumberAlone));
  if (rows < numbers.size * 2) return cells;
  return cells.map((cell) => (numbers.has(cell) ? { ...cell, kind: 'ordinal' } : cell));
}

/** @param fewest digits that a number of a row has */
function count(cells: readonly Cell[], isBeside: (at: number) => boolean, fewest: number): Set<Cell> {
  const ordinals = new Set<Cell>();
  let counted: Cell[] = [];
  let last = 0;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell?.kind !== 'figure' || !isBeside(i) || !isShortNumber(cell.text, fewest)) continue;
    const value = cell.figure.value ?? 0;
    if (value !== last + 1 && counted.length > 0) counted = [];
    last = 0;
    if (value === 0) continue;
    last = value;
    counted.push(cell);
    const enough = counted[0]?.text.startsWith('0') ? PADDED_NUMBERS : ROW_NUMBERS;
    if (counted.length >= enough) for (const number of counted) ordinals.add(number);
  }
  return ordinals;
}

const MOST_DIGITS = 3;
const [ZERO, NINE] = [0x30, 0x39];

function isShortNumber(text: string, fewest: number): boolean {
  if (text.length < fewest || text.length > MOST_DIGITS) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < ZERO || code > NINE) return false;
  }
  return true;
}
