export type Template = '2014' | '2019' | '2021';

/** A cell of the form that holds a figure: what is true, and how the page prints it. */
export interface Figure {
  /** Null for figures of local rows and of columns that no indicator takes. */
  readonly code: string | null;
  readonly number: number;
  readonly kind: 'count' | 'change' | 'amount';
  /** Money printed in yuan, though the form asks for ten thousand. */
  inYuan?: boolean;
  /** Nothing on the page says whose figure it is. */
  isLost?: boolean;
  text: string;
  /** What a reader of the page must find: null where nothing or a mark is printed. */
  value: number | null;
  state: 'number' | 'blank' | 'mark';
}

export interface Row {
  /** `三、`, `(一)`, `1.`, `其中:` or nothing. */
  number: string;
  label: string;
  /** The group that stands before the label in a column of its own. */
  group: string;
  readonly tier: 'heading' | 'row' | 'top' | 'result' | 'item';
  unit: string;
  figures: Figure[];
}

/** One table of a form before it is laid out. */
export interface Block {
  readonly kind: 'statistics' | 'clause' | 'matrix' | 'review';
  readonly title: string;
  heads: string[];
  rows: Row[];
}

export interface Cell {
  readonly kind: 'head' | 'label' | 'unit' | 'figure' | 'ordinal' | 'empty';
  /** More than one where the label is wrapped. */
  lines: string[];
  readonly figure?: Figure;
  rowSpan: number;
  columnSpan: number;
}

/** One table as cells with spans: each row lists the cells that begin in it. */
export interface Sheet {
  rows: Cell[][];
  readonly name: string;
  /** A second printing: its figures belong to indicators that the first has. */
  readonly isCopy?: boolean;
}

export function createFigure(code: string | null, number: number, kind: Figure['kind'] = 'count'): Figure {
  return { code, number, kind, text: String(number), value: number, state: 'number' };
}

export function createCell(kind: Cell['kind'], text: string, columnSpan = 1, rowSpan = 1): Cell {
  return { kind, lines: [text], rowSpan, columnSpan };
}

export function figureCell(figure: Figure, columnSpan = 1): Cell {
  return { kind: 'figure', lines: [figure.text], figure, rowSpan: 1, columnSpan };
}

export const textOf = (cell: Cell) => cell.lines.join('');

/** Which cell covers a place of the table; cells that begin elsewhere are covered, not repeated. */
export function coverOf(sheet: Sheet): { cell: Cell; begins: boolean }[][] {
  const grid: { cell: Cell; begins: boolean }[][] = sheet.rows.map(() => []);
  for (const [y, row] of sheet.rows.entries()) {
    let x = 0;
    for (const cell of row) {
      while (grid[y]?.[x]) x++;
      for (let dy = 0; dy < cell.rowSpan; dy++)
        for (let dx = 0; dx < cell.columnSpan; dx++) {
          const line = grid[y + dy];
          if (line) line[x + dx] = { cell, begins: dx === 0 && dy === 0 };
        }
    }
  }
  return grid;
}
