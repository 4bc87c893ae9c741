import align from '../data/align.json' with { type: 'json' };
import labels from '../data/labels.json' with { type: 'json' };
import type { Block, Grid } from '../model/page.js';
import { type Figure, isUnit, parseFigure } from '../text/figures.js';
import { labelKeys } from '../text/labels.js';
import { addBlanksBetweenBars } from './bar-blanks.js';
import { markColumnNumbers } from './column-marks.js';
import { cutLine, type Piece } from './line-cells.js';
import { markPageNumbers, markRowNumbers } from './row-numbers.js';

type CellKind = 'label' | 'figure' | 'blank' | 'unit' | 'prose' | 'ordinal';

/** One cell or line of the page in reading order, whichever rendering it came from. */
export interface Cell {
  readonly kind: CellKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly figure: Figure;
  /** Which grid of the page; null for a line, whose row and column the rendering has lost. */
  readonly grid: number | null;
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Empty, in a column that is empty from top to bottom. */
  readonly isPadding: boolean;
  /** A line with nothing else in it. */
  readonly isAlone: boolean;
  /** Where the line begins that it stands in; 0 in a grid. */
  readonly line: number;
  /** Its row is a column on the page, and its column a row. */
  readonly isTurned: boolean;
}

const sentenceEnd = /[。;!?]$/;
/** A longer number is none of a row, whatever column it stands in. */
const ordinal = /^\d{1,3}[.\u3001]?$/;
const ordinalHeads = new Set(labels.ordinal_heads);

/**
 * The body as one sequence of cells in the order of the page: those of grids with row and column, lines without. Lines
 * may stand between the rows of a grid; a cell whose text begins lower down than that of cells behind it keeps its place.
 */
export function readCells(blocks: readonly Block[], text: string): Cell[] {
  let grids = 0;
  const cells = blocks.flatMap((block) => {
    const own =
      block.kind === 'grid'
        ? readGrid(block, grids++)
        : cutLine(block, text).map((piece) => readPiece(piece, block.start));
    let reached = 0;
    return own.map((cell) => {
      reached = Math.max(reached, cell.start);
      return { cell, reached };
    });
  });
  const inOrder = cells.sort((a, b) => a.reached - b.reached).map(({ cell }) => cell);
  return markPageNumbers(markRowNumbers(markColumnNumbers(addBlanksBetweenBars(inOrder, text))));
}

function readPiece({ start, end, text, figure, isAlone }: Piece, line: number): Cell {
  return {
    kind: kindOf(text, figure),
    text,
    start,
    end,
    figure,
    grid: null,
    row: 0,
    column: 0,
    columnSpan: 1,
    rowSpan: 1,
    isPadding: false,
    isAlone,
    line,
    isTurned: false,
  };
}

/** Empty cells beside row labels, left of all figures, are no cells of the form. */
function readGrid(grid: Grid, index: number): Cell[] {
  const figures = grid.cells.map(({ text }) => parseFigure(text));
  const ordinals = findOrdinals(grid, figures);
  const filled = new Set<number>();
  for (const { text, column } of grid.cells) if (text !== '') filled.add(column);
  const cells = grid.cells.map((cell, i): Cell => {
    const { start, end, text, row, column, columnSpan, rowSpan } = cell;
    const figure = figures[i] ?? parseFigure(text);
    return {
      kind: ordinals.has(column) && ordinal.test(text) ? 'ordinal' : kindOf(text, figure),
      text,
      start,
      end,
      figure,
      grid: index,
      row,
      column,
      columnSpan,
      rowSpan,
      isPadding: !filled.has(column),
      isAlone: false,
      line: 0,
      isTurned: false,
    };
  });
  const withFigures = new Set(cells.filter((c) => c.kind === 'figure').map((c) => c.row));
  const labelled = new Set(
    cells.filter((c) => c.kind === 'label' && withFigures.has(c.row)).map((c) => c.column),
  );
  const isBeside = (c: Cell) => c.isPadding || labelled.has(c.column);
  const first = cells.reduce(
    (least, c) => (c.kind === 'figure' ? Math.min(least, c.column) : least),
    cells.length,
  );
  return cells.filter(
    (c) => c.kind !== 'blank' || first === cells.length || c.column >= first || !isBeside(c),
  );
}

function kindOf(text: string, figure: Figure): CellKind {
  if (figure.state === 'blank') return 'blank';
  if (figure.state === 'number' || figure.state === 'mark') return 'figure';
  if (isUnit(text)) return 'unit';
  return text.length > align.label_longest || (sentenceEnd.test(text) && text.length > 12)
    ? 'prose'
    : 'label';
}

/** Columns that number the rows: figures there count nothing. */
function findOrdinals(grid: Grid, figures: readonly Figure[]): Set<number> {
  const columns = new Set<number>();
  for (const [i, { text, column }] of grid.cells.entries())
    if (figures[i]?.state === 'text' && labelKeys(text).some((key) => ordinalHeads.has(key)))
      columns.add(column);
  return columns;
}
