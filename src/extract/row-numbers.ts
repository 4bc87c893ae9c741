import type { Cell } from './cells.js';

/** So many rows counted up by one are no coincidence: the numbers beside them are no figures. */
const ROW_NUMBERS = 6;
/** Printed with a zero before them, as figures are not, fewer will do. */
const PADDED_NUMBERS = 3;

/** Numbers before or behind labels that count the rows up are no figures. */
export function markRowNumbers(cells: readonly Cell[]): readonly Cell[] {
  const before: Count = { counted: [], last: 0 };
  const behind: Count = { counted: [], last: 0 };
  const ordinals = new Set<Cell>();
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell?.kind !== 'figure') continue;
    if (cells[i + 1]?.kind === 'label' && isShortNumber(cell.text, 1)) goOn(before, cell, ordinals);
    const last = cells[i - 1]?.kind;
    const isBehind = last === 'label' || (last === 'unit' && cells[i - 2]?.kind === 'label');
    if (isBehind && isShortNumber(cell.text, 2)) goOn(behind, cell, ordinals);
  }
  if (ordinals.size === 0) return stripNumbers(cells);
  return stripNumbers(cells.map((cell) => (ordinals.has(cell) ? { ...cell, kind: 'ordinal' } : cell)));
}

/** Numbers counted up so far. */
interface Count {
  counted: Cell[];
  last: number;
}

function goOn(count: Count, cell: Cell, ordinals: Set<Cell>): void {
  const value = cell.figure.value ?? 0;
  if (value !== count.last + 1 && count.counted.length > 0) count.counted = [];
  count.last = value;
  if (value === 0) return;
  count.counted.push(cell);
  const enough = count.counted[0]?.text.startsWith('0') ? PADDED_NUMBERS : ROW_NUMBERS;
  if (count.counted.length >= enough) for (const number of count.counted) ordinals.add(number);
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

const MOST_DIGITS = 3;
const [ZERO, NINE] = [0x30, 0x39];

/** @param fewest digits that a number of a row has */
function isShortNumber(text: string, fewest: number): boolean {
  if (text.length < fewest || text.length > MOST_DIGITS) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < ZERO || code > NINE) return false;
  }
  return true;
}
