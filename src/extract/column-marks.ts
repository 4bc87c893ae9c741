import labels from '../data/labels.json' with { type: 'json' };
import type { Cell } from './cells.js';

const marks = new RegExp(`^[${labels.column_marks}\\s]+$`);

function isMark({ kind, text }: Cell): boolean {
  return kind === 'label' && labels.column_marks.includes(text.charAt(0)) && marks.test(text);
}

/** Under some heads a line letters the columns of labels and numbers those of figures: these numbers count nothing. */
export function markColumnNumbers(cells: readonly Cell[]): readonly Cell[] {
  if (!cells.some(isMark)) return cells;
  let next = 0;
  return cells.map((cell) => {
    if (isMark(cell)) next = 1;
    else if (next > 0 && cell.kind === 'figure' && cell.text === String(next)) {
      next++;
      return { ...cell, kind: 'ordinal' };
    } else if (cell.kind !== 'blank') next = 0;
    return cell;
  });
}
