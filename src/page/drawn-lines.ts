import labels from '../data/labels.json' with { type: 'json' };
import type { Block, Grid, GridCell, Line, PageText, Range } from '../model/page.js';
import { holdsRows, type ScreenLine, toCell, toScreens } from './text-columns.js';

/** Letters that draw tables: lines across, lines down, and where they meet. */
const across = /^[\u2500\u2501\u2550=-]+$/;
const DOWN = '|\u2502\u2503\u2551';
const isCorner = (letter: string) =>
  letter >= '\u250c' && letter <= '\u2570' && !DOWN.includes(letter) && letter !== '\u2550';
const edge = /^[|+\u2502\u2503\u250c-\u254b\u2551-\u2570]/;
const wholeLine = /^[+\u250c-\u254f\u2552-\u2570](?:[\u2500\u2501\u2550=-]+[+\u250c-\u254f\u2552-\u2570])+$/;
const anyWholeLine = /^[ \t]*[+\u250c-\u2570][\u2500\u2501\u2550=-]{2}/m;
const pageNumber = new RegExp(labels.page_number);
/** A table has a line above and one below, and text between them; one that is longer is none of a report. */
const FEWEST_LINES = 2;
const MOST_LINES = 2000;
const MOST_COLUMNS = 100;

/**
 * Tables drawn with lines of letters (as text browsers, consoles and some kinds of Markdown do) become grids: what
 * stands between the same lines is one cell, over however many lines it is wrapped.
 */
export function joinDrawnTables(blocks: readonly Block[], page: PageText, source: string): Block[] {
  if (!anyWholeLine.test(page.text)) return [...blocks];
  const found: Block[] = [];
  for (let at = 0; at < blocks.length; ) {
    const run = tableFrom(blocks, at, page.text);
    const lines = run.filter((line) => line !== undefined);
    const grid = lines.length > 0 ? buildGrid(lines, page, source) : undefined;
    const end = at + Math.max(1, run.length);
    found.push(...(grid ? [grid] : blocks.slice(at, end)));
    at = end;
  }
  return found;
}

/** The lines of the table that begins here, from its first line drawn across to its last; pages' numbers are passed over. */
function tableFrom(blocks: readonly Block[], from: number, text: string): (Line | undefined)[] {
  const isLine = (block: Block | undefined, pattern: RegExp): block is Line =>
    block?.kind === 'line' && !block.isCut && pattern.test(text.slice(block.start, block.end));
  if (!isLine(blocks[from], wholeLine)) return [];
  const run: (Line | undefined)[] = [];
  for (const block of blocks.slice(from, from + MOST_LINES)) {
    if (isLine(block, edge)) run.push(block);
    else if (isLine(block, pageNumber)) run.push(undefined);
    else break;
  }
  const last = run.findLastIndex((line) => isLine(line, wholeLine));
  return last >= FEWEST_LINES ? run.slice(0, last + 1) : [];
}

/** A piece of a line between two lines down, by their columns on the screen. */
interface Piece extends Range {
  readonly left: number;
  readonly right: number;
  /** It is drawn, not text. */
  readonly isRule: boolean;
}

function cutPieces({ start, end, columns }: ScreenLine, text: string): Piece[] {
  const isBorder = (at: number) => {
    const letter = text[at] ?? '';
    const isPlus = letter === '+' && (across.test(text[at - 1] ?? '') || across.test(text[at + 1] ?? ''));
    return DOWN.includes(letter) || isPlus || isCorner(letter);
  };
  const borders: number[] = [];
  for (let at = start; at < end; at++) if (isBorder(at)) borders.push(at);
  return borders.slice(1).flatMap((to, i) => {
    const from = borders[i] ?? start;
    const isRule = across.test(text.slice(from + 1, to));
    return to > from + 1
      ? [
          {
            start: from + 1,
            end: to,
            left: columns[from - start] ?? 0,
            right: columns[to - start] ?? 0,
            isRule,
          },
        ]
      : [];
  });
}

interface OpenCell {
  readonly left: number;
  readonly right: number;
  readonly row: number;
  readonly pieces: Range[];
}

function buildGrid(run: readonly Line[], page: PageText, source: string): Grid | undefined {
  const ways = toScreens(run, page, source).map((screen) => screen.map((line) => cutPieces(line, page.text)));
  const lines = ways.sort((a, b) => countEdges(a) - countEdges(b))[0] ?? [];
  const edges = [...new Set(lines.flat().flatMap(({ left, right }) => [left, right]))].sort((a, b) => a - b);
  if (edges.length > MOST_COLUMNS) return undefined;
  const cells = splitRows(lines, page.text);
  const placed = cells.map(({ cell, rowSpan }): GridCell => {
    const column = edges.indexOf(cell.left);
    const columnSpan = edges.indexOf(cell.right) - column;
    return toCell(cell.pieces, page.text, { row: cell.row, column, rowSpan, columnSpan });
  });
  const rows = Math.max(0, ...placed.map(({ row, rowSpan }) => row + rowSpan));
  const start = run[0]?.start ?? 0;
  const sorted = placed.sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    kind: 'grid',
    start,
    end: run.at(-1)?.end ?? start,
    rows,
    columns: edges.length - 1,
    cells: sorted,
  };
}

const countEdges = (lines: readonly (readonly Piece[])[]) =>
  new Set(lines.flat().flatMap(({ left, right }) => [left, right])).size;

interface ClosedCell {
  readonly cell: OpenCell;
  readonly rowSpan: number;
}

/** Reads the lines downwards: text opens a cell or goes on in the one above it, what is drawn across closes cells. */
function splitRows(lines: readonly (readonly Piece[])[], text: string): ClosedCell[] {
  const closed: ClosedCell[] = [];
  const own = findOwnRows(lines, text);
  let open: OpenCell[] = [];
  let row = -1;
  const close = (isHit: (cell: OpenCell) => boolean, next: number) => {
    closed.push(...open.filter(isHit).map((cell) => ({ cell, rowSpan: Math.max(1, next - cell.row) })));
    open = open.filter((cell) => !isHit(cell));
  };
  for (const [at, pieces] of lines.entries()) {
    const rules = pieces.filter(({ isRule }) => isRule);
    if (rules.length > 0) {
      row++;
      close((cell) => rules.some(({ left, right }) => left < cell.right && right > cell.left), row);
    } else if (own.has(at)) {
      row++;
      close(() => true, row);
    }
    for (const piece of pieces.filter(({ isRule }) => !isRule)) {
      const same = open.find(({ left, right }) => left === piece.left && right === piece.right);
      if (same) same.pieces.push(piece);
      else open.push({ left: piece.left, right: piece.right, row, pieces: [piece] });
    }
  }
  return closed;
}

/** Lines that begin a row though nothing is drawn above them, for numbers stand below numbers. */
function findOwnRows(lines: readonly (readonly Piece[])[], text: string): Set<number> {
  const own = new Set<number>();
  let band: number[] = [];
  for (const [at, pieces] of [...lines, undefined].entries()) {
    if (pieces && !pieces.some(({ isRule }) => isRule)) {
      band.push(at);
      continue;
    }
    const isRows =
      band.length > 1 &&
      holdsRows(
        band.map((line) => lines[line] ?? []),
        text,
      );
    for (const line of isRows ? band.slice(1) : []) own.add(line);
    band = [];
  }
  return own;
}
