import { type Cell, createCell, createFigure, figureCell, type Sheet } from './model.js';
import type { Random } from './random.js';
import { otherTables } from './words.js';

/** A table of other content that stands on the same page: no indicator takes its figures. */
export function makeOtherTable(random: Random): Sheet {
  const [heads = '', ...labels] = random.pick(otherTables).split(';');
  const names = heads.split(',');
  const rows: Cell[][] = labels.map((label) => [
    createCell('label', label),
    ...names.slice(1).map(() => figureCell(createFigure(null, random.int(1, 90000)))),
  ]);
  return { name: 'other', rows: [names.map((name) => createCell('head', name)), ...rows] };
}

/** The same table once more, with the same figures or with those of another body. */
export function copySheet(sheet: Sheet, isOther: boolean, random: Random): Sheet {
  const rows = sheet.rows.map((row) =>
    row.map((cell) => {
      if (cell.figure?.state !== 'number') return { ...cell };
      const figure = createFigure(null, isOther ? random.int(0, 5000) : cell.figure.number);
      return { ...cell, figure, lines: isOther ? [figure.text] : cell.lines };
    }),
  );
  return { ...sheet, rows, isCopy: true };
}
