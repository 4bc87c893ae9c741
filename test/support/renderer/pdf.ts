import { type Cell, type Sheet, textOf } from './model.js';
import type { Random } from './random.js';

const LONG = 14;

/** Text as it is taken out of a PDF: a row a line, long labels wrapped round the figures, pages numbered. */
export function pdfTable(sheet: Sheet, random: Random): string {
  const lines: string[] = [];
  const pageNumber = random.pick(['- 3 -', '— 4 —', '第 5 页', '6']);
  for (const [y, row] of sheet.rows.entries()) {
    lines.push(...pdfRow(row, random));
    if (y > 3 && y < sheet.rows.length - 1 && random.chance(0.05)) lines.push(pageNumber);
  }
  return lines.join('\n');
}

function pdfRow(row: readonly Cell[], random: Random): string[] {
  const labels = row.filter((cell) => cell.kind !== 'figure' && textOf(cell) !== '');
  const figures = row.filter((cell) => cell.kind === 'figure' && textOf(cell) !== '');
  const long = labels.findLast((cell) => cell.lines.length > 1 && figures.length > 0);
  const isLong = (cell: Cell) => cell.kind === 'label' && figures.length > 0 && textOf(cell).length > LONG;
  const wrapped = long ?? (random.chance(0.5) ? labels.findLast(isLong) : undefined);
  if (!wrapped)
    return [
      row
        .map(printCell)
        .filter((text) => text !== '')
        .join(' '),
    ];
  const lines = wrapped.lines.length > 1 ? wrapped.lines : fold(textOf(wrapped));
  const at = random.int(0, lines.length - 1);
  const before = row
    .slice(0, row.indexOf(wrapped))
    .map(printCell)
    .filter((text) => text !== '');
  const after = row
    .slice(row.indexOf(wrapped) + 1)
    .map(printCell)
    .filter((text) => text !== '');
  return lines.map((line, i) => {
    const first = i === 0 ? [...before, line] : [line];
    return (i === at ? [...first, ...after] : first).join(' ');
  });
}

const printCell = (cell: Cell) => textOf(cell);

/** No line begins with a mark that closes. */
function fold(text: string): string[] {
  return text.match(/.{1,13}[，、）”]*/gu) ?? [text];
}
