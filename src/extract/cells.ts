import type { Block, Grid } from '../model/page.js';
import type { Figure } from '../text/figures.js';
import type { Word } from '../text/word.js';
import { addBlanksBetweenBars } from './bar-blanks.js';
import { type CellKind, type CellText, readCellText } from './cell-text.js';
import { markColumnNumbers } from './column-marks.js';
import { cutLine, type Piece } from './line-cells.js';
import { markPageNumbers, markRowNumbers } from './row-numbers.js';

/** One cell or line of the page in reading order, whichever rendering it came from. */
export interface Cell {
  /** No other of the page has it; blanks that the page does not print have -1. */
  readonly number: number;
  readonly kind: CellKind;
  readonly text: string;
  /** The text with what is made of it; null for a number or a sentence. */
  readonly word: Word | null;
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

/** A longer number is none of a row, whatever column it stands in. */
const ordinal = /^\d{1,3}[.\u3001]?$/;

/**
 * The body as one sequence of cells in the order of the page: those of grids with row and column, lines without. Lines
 * may stand between the rows of a grid; a cell whose text begins lower down than that of cells behind it keeps its place.
 */
export function readCells(blocks: readonly Block[], text: string): readonly Cell[] {
  let grids = 0;
  let number = 0;
  const parts: (readonly Cell[])[] = [];
  for (const block of blocks) {
    const own =
      block.kind === 'grid'
        ? readGrid(block, grids++, number)
        : cutLine(block, text).map((piece, i) => readPiece(piece, block.start, number + i));
    number += block.kind === 'grid' ? block.cells.length : own.length;
    parts.push(own);
  }
  return markPageNumbers(markRowNumbers(markColumnNumbers(addBlanksBetweenBars(inOrder(parts), text))));
}

/** @param parts cells of one block each */
function inOrder(parts: readonly (readonly Cell[])[]): Cell[] {
  const cells: Cell[] = [];
  let last = 0;
  let isInOrder = true;
  for (const own of parts) {
    let most = 0;
    for (const cell of own) {
      if (cell.start > most) most = cell.start;
      if (most < last) isInOrder = false;
      last = most;
      cells.push(cell);
    }
  }
  return isInOrder
    ? cells
    : parts
        .flatMap(withPlaces)
        .sort(byPlace)
        .map(({ cell }) => cell);
}

interface PlacedCell {
  readonly cell: Cell;
  readonly place: number;
}

/** Each cell of a block with how far down the page the block has come with it. */
function withPlaces(cells: readonly Cell[]): PlacedCell[] {
  let place = 0;
  return cells.map((cell) => {
    place = Math.max(place, cell.start);
    return { cell, place };
  });
}

function byPlace(a: PlacedCell, b: PlacedCell): number {
  return a.place - b.place;
}

function readPiece({ start, end, text, said, isAlone }: Piece, line: number, number: number): Cell {
  const { kind, figure, word } = said;
  return {
    number,
    kind,
    text,
    word,
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

function readGrid(grid: Grid, index: number, first: number): readonly Cell[] {
  const said: CellText[] = [];
  const isFilled: boolean[] = [];
  const isOrdinal: boolean[] = [];
  for (const { text, column } of grid.cells) {
    const own = readCellText(text);
    said.push(own);
    if (text !== '') isFilled[column] = true;
    if (own.isOrdinalHead) isOrdinal[column] = true;
  }
  const hasOrdinals = isOrdinal.length > 0;
  const cells: Cell[] = [];
  for (let i = 0; i < said.length; i++) {
    const cell = grid.cells[i];
    const own = said[i];
    if (!cell || !own) break;
    const { start, end, text, row, column, columnSpan, rowSpan } = cell;
    cells.push({
      number: first + i,
      kind: hasOrdinals && isOrdinal[column] === true && ordinal.test(text) ? 'ordinal' : own.kind,
      text,
      word: own.word,
      start,
      end,
      figure: own.figure,
      grid: index,
      row,
      column,
      columnSpan,
      rowSpan,
      isPadding: isFilled[column] !== true,
      isAlone: false,
      line: 0,
      isTurned: false,
    });
  }
  return withoutBeside(cells);
}

/** Empty cells beside row labels, left of all figures, are no cells of the form. */
function withoutBeside(cells: readonly Cell[]): readonly Cell[] {
  let first = Number.POSITIVE_INFINITY;
  let firstBlank = Number.POSITIVE_INFINITY;
  for (const { kind, column } of cells) {
    if (kind === 'figure' && column < first) first = column;
    if (kind === 'blank' && column < firstBlank) firstBlank = column;
  }
  if (first === Number.POSITIVE_INFINITY || firstBlank >= first) return cells;
  const withFigures = new Set(cells.filter((c) => c.kind === 'figure').map((c) => c.row));
  const labelled = new Set(
    cells.filter((c) => c.kind === 'label' && withFigures.has(c.row)).map((c) => c.column),
  );
  const isLeft = (c: Cell) => c.kind === 'blank' && c.column < first;
  return cells.filter((c) => !isLeft(c) || !(c.isPadding || labelled.has(c.column)));
}
