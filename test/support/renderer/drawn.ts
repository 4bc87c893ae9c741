import { type Cell, coverOf, type Sheet, textOf } from './model.js';
import type { Random } from './random.js';

const LONGEST = 13;

/** How a program draws its tables. */
interface Style {
  readonly across: string;
  readonly down: string;
  /** What stands where lines meet, by those that do: up 8, right 4, down 2, left 1. */
  readonly corner: (arms: number) => string;
  readonly isCentred: boolean;
}

const BOX = '   ┐ ─┌┬ ┘│┤└┴├┼';
const boxed = (isCentred: boolean): Style => ({
  across: '─',
  down: '│',
  corner: (arms) => BOX[arms] ?? '┼',
  isCentred,
});
const plain: Style = { across: '-', down: '|', corner: () => '+', isCentred: false };

/** A table drawn with lines of letters, as text browsers and consoles show it: long texts wrapped within their cells. */
export function drawTable(sheet: Sheet, random: Random): string {
  const style = random.pick([boxed(true), boxed(false), plain]);
  const cover = coverOf(sheet);
  const lines = new Map(sheet.rows.flat().map((cell) => [cell, foldCell(cell)]));
  const columns = Math.max(...cover.map((row) => row.length));
  const at = (row: number, column: number) => cover[row]?.[column]?.cell;
  const widths = sizes(
    sheet,
    columns,
    cover,
    (cell) => Math.max(...(lines.get(cell) ?? []).map(widthOf)) + 2,
    'columnSpan',
  );
  const heights = sizes(sheet, cover.length, cover, (cell) => lines.get(cell)?.length ?? 1, 'rowSpan');
  const [lefts, tops] = [edgesOf(widths), edgesOf(heights)];
  const canvas = tops
    .slice(-1)
    .flatMap((last) =>
      Array.from({ length: last + 1 }, () => new Array<string>((lefts.at(-1) ?? 0) + 1).fill(' ')),
    );
  const put = (y: number, x: number, letter: string) => {
    const line = canvas[y];
    if (line) line[x] = letter;
  };
  const isRule = (row: number, column: number) =>
    column >= 0 && column < columns && at(row - 1, column) !== at(row, column);
  const isBar = (row: number, column: number) =>
    row >= 0 && row < cover.length && at(row, column - 1) !== at(row, column);
  for (const [row, top] of tops.entries())
    for (const [column, left] of lefts.entries()) {
      const arms =
        (isBar(row - 1, column) ? 8 : 0) +
        (isRule(row, column) ? 4 : 0) +
        (isBar(row, column) ? 2 : 0) +
        (isRule(row, column - 1) ? 1 : 0);
      if (arms > 0) put(top, left, arms === 10 ? style.down : arms === 5 ? style.across : style.corner(arms));
      if (isRule(row, column))
        for (let x = left + 1; x < (lefts[column + 1] ?? 0); x++) put(top, x, style.across);
      if (isBar(row, column)) for (let y = top + 1; y < (tops[row + 1] ?? 0); y++) put(y, left, style.down);
    }
  for (const [row, line] of cover.entries())
    for (const [column, { cell, begins }] of line.entries()) {
      if (!begins) continue;
      const own = lines.get(cell) ?? [];
      const room = (tops[row + cell.rowSpan] ?? 0) - (tops[row] ?? 0) - 1;
      const first = (tops[row] ?? 0) + 1 + (style.isCentred ? Math.floor((room - own.length) / 2) : 0);
      for (const [i, text] of own.entries())
        write(text, (letter, x) => put(first + i, (lefts[column] ?? 0) + 2 + x, letter));
    }
  return canvas.map((line) => line.join('').trimEnd()).join('\n');
}

const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);

function write(text: string, put: (letter: string, x: number) => void): void {
  let x = 0;
  for (const letter of text) {
    put(letter, x);
    if (widthOf(letter) === 2) put('', x + 1);
    x += widthOf(letter);
  }
}

function foldCell(cell: Cell): readonly string[] {
  if (cell.lines.length > 1 || cell.kind === 'figure') return cell.lines;
  return textOf(cell).match(new RegExp(`.{1,${LONGEST}}`, 'gu')) ?? [''];
}

/** How wide columns, or how high rows, must be for all cells; one that spans several widens the last of them. */
function sizes(
  sheet: Sheet,
  count: number,
  cover: ReturnType<typeof coverOf>,
  need: (cell: Cell) => number,
  span: 'columnSpan' | 'rowSpan',
): number[] {
  const found = new Array<number>(count).fill(1);
  const placed = cover.flatMap((line, row) =>
    line.flatMap(({ cell, begins }, column) =>
      begins ? [{ cell, at: span === 'rowSpan' ? row : column }] : [],
    ),
  );
  for (const { cell, at } of placed.sort((a, b) => a.cell[span] - b.cell[span])) {
    const last = Math.min(at + cell[span], count) - 1;
    const room = found.slice(at, last + 1).reduce((sum, size) => sum + size + 1, -1);
    found[last] = (found[last] ?? 1) + Math.max(0, need(cell) - room);
  }
  return sheet.rows.length === 0 ? [] : found;
}

function edgesOf(sizes: readonly number[]): number[] {
  const edges = [0];
  for (const size of sizes) edges.push((edges.at(-1) ?? 0) + size + 1);
  return edges;
}
