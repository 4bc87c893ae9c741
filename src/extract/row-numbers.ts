import type { Cell } from './cells.js';

/** So many rows counted up by one are no coincidence: the numbers beside them are no figures. */
const ROW_NUMBERS = 6;
/** Printed with a zero before them, as figures are not, fewer will do. */
const PADDED_NUMBERS = 3;

/** Numbers before or behind labels that count the rows up are no figures. */
export function markRowNumbers(cells: readonly Cell[]): readonly Cell[] {
  const isLabel = (i: number) => cells[i]?.kind === 'label';
  const before = count(cells, (i) => isLabel(i + 1), /^\d{1,3}$/);
  const isBehind = (i: number) => isLabel(i - 1) || (cells[i - 1]?.kind === 'unit' && isLabel(i - 2));
  const behind = count(cells, isBehind, /^\d{2,3}$/);
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
  const lines = cells.filter((cell) => cell.grid === null);
  const rows = lines.filter((cell) => cell.kind === 'label' && !cell.isAlone);
  if (rows.length < ROWS_ON_LINES) return cells;
  const alone = lines.filter((cell) => cell.isAlone && cell.kind === 'figure' && /^\d{1,3}$/.test(cell.text));
  if (rows.length < alone.length * 2) return cells;
  const numbers = new Set(alone);
  return cells.map((cell) => (numbers.has(cell) ? { ...cell, kind: 'ordinal' } : cell));
}

function count(cells: readonly Cell[], isBeside: (at: number) => boolean, printed: RegExp): Set<Cell> {
  const ordinals = new Set<Cell>();
  let counted: Cell[] = [];
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell?.kind !== 'figure' || !isBeside(i) || !printed.test(cell.text)) continue;
    const next = (counted.at(-1)?.figure.value ?? 0) + 1;
    if (cell.figure.value !== next && counted.length > 0) counted = [];
    if (cell.figure.value === 0) continue;
    counted.push(cell);
    const enough = /^0\d/.test(counted[0]?.text ?? '') ? PADDED_NUMBERS : ROW_NUMBERS;
    if (counted.length >= enough) for (const number of counted) ordinals.add(number);
  }
  return ordinals;
}
