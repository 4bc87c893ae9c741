import { breakHeads } from './heads.js';
import { type Cell, coverOf, createCell, type Sheet, textOf } from './model.js';
import type { Random } from './random.js';

/** Damage of a table already laid out. */
export function breakSheet(sheet: Sheet, damage: ReadonlySet<string>, random: Random): Sheet[] {
  breakHeads(sheet, damage, random);
  if (damage.has('vertical')) setVertical(sheet);
  if (damage.has('wrapped')) wrapLabels(sheet, random);
  if (damage.has('extra-columns')) {
    const width = Math.max(...coverOf(sheet).map((row) => row.length));
    const places = random.pick([[width], [width, width], [firstFigure(sheet)], [width - 1]]);
    for (const at of places) insertColumn(sheet, at);
  }
  const isLong = sheet.name === 'matrix' || sheet.name === 'statistics';
  return isLong && damage.has('continued') ? cutInTwo(sheet, random.chance(0.5), random) : [sheet];
}

function firstFigure(sheet: Sheet): number {
  const places = coverOf(sheet).flatMap((row) => row.flatMap(({ cell }, x) => (cell.figure ? [x] : [])));
  return Math.min(...places);
}

/** Letters one below another, as narrow columns print them. */
function setVertical(sheet: Sheet): void {
  for (const cell of sheet.rows.flat()) {
    const isSide = cell.kind === 'label' && cell.rowSpan > 9;
    const isNarrow = sheet.name === 'review' && cell.kind === 'head' && cell.columnSpan === 1;
    if (isSide || isNarrow) cell.lines = [...textOf(cell)];
  }
}

function wrapLabels(sheet: Sheet, random: Random): void {
  for (const cell of sheet.rows.flat()) {
    const text = textOf(cell);
    if (cell.lines.length > 1 || text.length < 5 || !['label', 'head'].includes(cell.kind)) continue;
    if (!random.chance(0.5)) continue;
    const size = Math.max(3, Math.ceil(text.length / random.int(2, 3)));
    cell.lines = text.match(new RegExp(`.{1,${size}}[，、）”]*`, 'gu')) ?? [text];
  }
}

function insertColumn(sheet: Sheet, at: number): void {
  const cover = coverOf(sheet);
  const widened = new Set<Cell>();
  for (const [y, row] of sheet.rows.entries()) {
    const before = at > 0 ? cover[y]?.[at - 1] : undefined;
    const here = cover[y]?.[at];
    if (before && here && before.cell === here.cell) {
      widened.add(here.cell);
      continue;
    }
    const next = cover[y]?.slice(at).find(({ begins }) => begins);
    row.splice(next ? row.indexOf(next.cell) : row.length, 0, createCell('empty', ''));
  }
  for (const cell of widened) cell.columnSpan++;
}

/** A page ends in the middle of the table; the other half has the head again or has none. */
function cutInTwo(sheet: Sheet, headed: boolean, random: Random): Sheet[] {
  const first = sheet.rows.findIndex((row) => row.some((cell) => cell.figure));
  const at = random.int(first + 4, sheet.rows.length - 4);
  const heads = sheet.rows.slice(0, first).map((row) => row.map((cell) => ({ ...cell })));
  const rest = sheet.rows.slice(at);
  const left: Cell[] = [];
  for (const [y, row] of sheet.rows.slice(0, at).entries())
    for (const cell of row) {
      const over = y + cell.rowSpan - at;
      if (over <= 0) continue;
      cell.rowSpan -= over;
      left.push({ ...cell, kind: 'empty', lines: [''], rowSpan: over });
    }
  rest[0] = [...left, ...(rest[0] ?? [])];
  return [
    { ...sheet, rows: sheet.rows.slice(0, at) },
    { ...sheet, rows: [...(headed ? heads : []), ...rest] },
  ];
}
