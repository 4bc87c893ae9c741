import align from '../data/align.json' with { type: 'json' };
import labels from '../data/labels.json' with { type: 'json' };
import type { Block, Grid } from '../model/page.js';
import { type Figure, isUnit, parseFigure } from '../text/figures.js';
import { labelKeys } from '../text/labels.js';
import { remember } from '../text/remember.js';
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
export function readCells(blocks: readonly Block[], text: string): readonly Cell[] {
  let grids = 0;
  let last = 0;
  let isInOrder = true;
  const cells: { cell: Cell; reached: number }[] = [];
  for (const block of blocks) {
    const own =
      block.kind === 'grid'
        ? readGrid(block, grids++)
        : cutLine(block, text).map((piece) => readPiece(piece, block.start));
    let reached = 0;
    for (const cell of own) {
      reached = Math.max(reached, cell.start);
      if (reached < last) isInOrder = false;
      last = reached;
      cells.push({ cell, reached });
    }
  }
  if (!isInOrder) cells.sort((a, b) => a.reached - b.reached);
  const inOrder = cells.map(({ cell }) => cell);
  return markPageNumbers(markRowNumbers(markColumnNumbers(addBlanksBetweenBars(inOrder, text))));
}

/** What a text says, wherever it stands. */
interface Known {
  readonly kind: CellKind;
  readonly figure: Figure;
  /** It heads a column that numbers the rows. */
  readonly isOrdinalHead: boolean;
}

function describe(text: string): Known {
  const figure = parseFigure(text);
  const isOrdinalHead = figure.state === 'text' && labelKeys(text).some((key) => ordinalHeads.has(key));
  return { kind: kindOf(text, figure), figure, isOrdinalHead };
}

const describeWords = remember(describe);
/** Numbers do not recur as words do. */
const NINE = 0x39;

function know(text: string): Known {
  return text.charCodeAt(0) > NINE ? describeWords(text) : describe(text);
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

function readGrid(grid: Grid, index: number): readonly Cell[] {
  const known = grid.cells.map(({ text }) => know(text));
  const ordinals = new Set<number>();
  const filled = new Set<number>();
  for (const [i, { text, column }] of grid.cells.entries()) {
    if (text !== '') filled.add(column);
    if (known[i]?.isOrdinalHead) ordinals.add(column);
  }
  const cells = grid.cells.map((cell, i): Cell => {
    const { start, end, text, row, column, columnSpan, rowSpan } = cell;
    const { kind, figure } = known[i] ?? know(text);
    return {
      kind: ordinals.has(column) && ordinal.test(text) ? 'ordinal' : kind,
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
  return withoutBeside(cells);
}

/** Empty cells beside row labels, left of all figures, are no cells of the form. */
function withoutBeside(cells: readonly Cell[]): readonly Cell[] {
  const first = cells.reduce(
    (least, c) => (c.kind === 'figure' ? Math.min(least, c.column) : least),
    cells.length,
  );
  const isLeft = (c: Cell) => c.kind === 'blank' && c.column < first;
  if (first === cells.length || !cells.some(isLeft)) return cells;
  const withFigures = new Set(cells.filter((c) => c.kind === 'figure').map((c) => c.row));
  const labelled = new Set(
    cells.filter((c) => c.kind === 'label' && withFigures.has(c.row)).map((c) => c.column),
  );
  return cells.filter((c) => !isLeft(c) || !(c.isPadding || labelled.has(c.column)));
}

function kindOf(text: string, figure: Figure): CellKind {
  if (figure.state === 'blank') return 'blank';
  if (figure.state === 'number' || figure.state === 'mark') return 'figure';
  if (isUnit(text)) return 'unit';
  return text.length > align.label_longest || (sentenceEnd.test(text) && text.length > 12)
    ? 'prose'
    : 'label';
}
