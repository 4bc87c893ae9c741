import type { GridCell, PageText, Range } from '../model/page.js';
import { tidy } from '../text/strings.js';
import { trimRange } from './blocks.js';

/** A line of text as a screen of fixed-width letters shows it. */
export interface ScreenLine extends Range {
  /** Where each letter stands, in columns of the screen, and behind the last one where the line ends. */
  readonly columns: readonly number[];
}

/** Marks that some programs draw as wide as a Han character, and others not. */
const either = /[\u00b7\u00d7\u2014\u2018\u2019\u201c\u201d\u2026\u2460-\u2464]/;

/** The ways in which these lines may stand on a screen. */
export function toScreens(
  lines: readonly Range[],
  page: PageText,
  source: string,
): (readonly ScreenLine[])[] {
  const isEither = lines.some(({ start, end }) => either.test(page.text.slice(start, end)));
  return (isEither ? [false, true] : [false]).map((wide) =>
    lines.map((line) => toScreen(line, page, source, wide)),
  );
}

/**
 * The line with the column of each of its letters, as the page has them before widths were folded.
 * @param wideMarks whether dashes, quotes and the like are as wide as Han characters
 */
function toScreen({ start, end }: Range, page: PageText, source: string, wideMarks: boolean): ScreenLine {
  const columns: number[] = [];
  let column = 0;
  for (let at = start; at < end; at++) {
    columns.push(column);
    for (let from = page.from(at); from < page.to(at); from++) column += widthOf(source, from, wideMarks);
  }
  return { start, end, columns: [...columns, column] };
}

function widthOf(source: string, at: number, wideMarks: boolean): number {
  const code = source.charCodeAt(at);
  if (code < 0x2e80) return wideMarks && either.test(source[at] ?? '') ? 2 : 1;
  const isHalf = (code > 0xd7ff && code < 0xf900) || (code > 0xff60 && code < 0xffe0);
  return isHalf ? 1 : 2;
}

/** Pieces of text that stand one below the other in a cell, as the cell's; it is placed where the first of them is. */
export function toCell(
  pieces: readonly Range[],
  text: string,
  where: Pick<GridCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>,
): GridCell {
  const filled = pieces
    .map(({ start, end }) => trimRange(start, end, text))
    .filter(({ start, end }) => end > start);
  const first = pieces[0] ?? { start: 0, end: 0 };
  const { start, end } = filled[0] ?? { start: first.start, end: first.start };
  return {
    ...where,
    start,
    end,
    text: tidy(filled.map((piece) => text.slice(piece.start, piece.end)).join(' ')),
  };
}

const number = /^[+-]?\d[\d,]*(?:\.\d+)?$/;

/** Lines without a line between them are rows of their own where numbers stand one below the other. */
export function holdsRows(lines: readonly (readonly Range[])[], text: string): boolean {
  const counts: number[] = [];
  for (const pieces of lines)
    for (const [column, { start, end }] of pieces.entries())
      if (number.test(text.slice(start, end).trim())) counts[column] = (counts[column] ?? 0) + 1;
  return counts.some((count) => count > 1);
}
