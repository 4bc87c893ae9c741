import labels from '../data/labels.json' with { type: 'json' };
import type { Line, Range } from '../model/page.js';
import { tidy } from '../text/strings.js';
import { type CellText, readCellText } from './cell-text.js';

/** A piece of a line, in the page text. */
export interface Piece extends Range {
  readonly text: string;
  readonly said: CellText;
  /** It has the line to itself. */
  readonly isAlone: boolean;
}

const pageNumber = new RegExp(labels.page_number);
/** What spaces part; a note in brackets belongs to what it follows, spaces and all. */
const token = new RegExp(`(?:${labels.note_in_brackets}|[^\\s])+(?:\\s+${labels.note_in_brackets})*`, 'g');
/** The words of a table's head in one line: so many, each of a length that words have. */
const HEAD = { labels: 2, shortest: 2, longest: 14 };
const notInHead = /[\u3002,;:!?\d]/;
/** A year before a head, a note behind it. */
const notHead = /^(?:19|20)\d\d|[(][^()]*[)]$/;
/** A page on one line: so long, with so many figures standing alone; or a table, with so many side by side. */
const FLAT = { page: 1200, figures: 12, table: 300, neighbours: 6 };

/**
 * A line as the cells it holds: one, or a label and the figures behind it (as text taken from a PDF has them), or, where
 * a whole page was flattened to one line, everything that spaces part.
 */
export function cutLine(line: Line, text: string): Piece[] {
  if (pageNumber.test(line.text)) return [];
  const raw = text.slice(line.start, line.end);
  if (!/\s/.test(raw)) return [whole(line)];
  const pieces = [...raw.matchAll(token)].map((m) =>
    piece(line.start + m.index, line.start + m.index + m[0].length, text),
  );
  const figures = pieces.filter(isFigure);
  if (figures.length >= FLAT.figures && isFlat(raw, pieces)) return pieces;
  if (figures.length === 0) return cutWords(line, joinLetters(pieces, text), text);
  const first = pieces.findLastIndex((p) => !isFigure(p) && !isUnit(p)) + 1;
  const behind = pieces.slice(first);
  if (!behind.some(isFigure)) return [whole(line)];
  const label = pieces[first - 1];
  return label ? [piece(line.start, label.end, text), ...behind] : behind;
}

function isFlat(raw: string, pieces: readonly Piece[]): boolean {
  if (raw.length >= FLAT.page) return true;
  const neighbours = pieces.filter((p, i) => isFigure(p) && i > 0 && isFigure(pieces[i - 1] ?? p));
  return raw.length >= FLAT.table && neighbours.length >= FLAT.neighbours;
}

/** True for a line that holds a label and figures, or is one of many cells: no sentence. */
export function isRowOfCells(line: Line, text: string): boolean {
  return cutLine(line, text).length > 1;
}

/** A line without figures: the words of a head, a label and its unit, or one cell. */
function cutWords(line: Line, pieces: readonly Piece[], text: string): Piece[] {
  if (pieces.length >= HEAD.labels && pieces.every(isHeadWord)) return [...pieces];
  const [before, last] = pieces.slice(-2);
  if (!before || !last || !isUnit(last)) return [whole(line)];
  return [piece(line.start, before.end, text), last];
}

/** Words printed with spaces between their letters. */
function joinLetters(pieces: readonly Piece[], text: string): Piece[] {
  const joined: Piece[] = [];
  let letters: Piece[] = [];
  const close = () => {
    const [first, ...others] = letters;
    const last = others.at(-1);
    if (first) joined.push(last ? piece(first.start, last.end, text) : first);
    letters = [];
  };
  for (const one of pieces) {
    const isLetter = one.text.length === 1 && !isUnit(one);
    if (!isLetter) close();
    if (isLetter) letters.push(one);
    else joined.push(one);
  }
  close();
  return joined;
}

function isHeadWord({ text }: Piece): boolean {
  return (
    text.length >= HEAD.shortest && text.length <= HEAD.longest && !notInHead.test(text.replace(notHead, ''))
  );
}

function isFigure({ said }: Piece): boolean {
  return said.kind === 'figure';
}

function isUnit({ said }: Piece): boolean {
  return said.kind === 'unit';
}

function whole({ start, end, text }: Line): Piece {
  return { start, end, text, said: readCellText(text), isAlone: true };
}

function piece(start: number, end: number, text: string): Piece {
  const own = tidy(text.slice(start, end));
  return { start, end, text: own, said: readCellText(own), isAlone: false };
}
