import labels from '../data/labels.json' with { type: 'json' };
import { BLANK } from '../text/figures.js';
import type { Cell } from './cells.js';

/** More than so much between two cells is no row of bars. */
const LONGEST_GAP = 300;
const pageNumber = new RegExp(labels.page_number.replace(/^\^/, '^[ \\t]*').replace(/\$$/, '[ \\t]*$'), 'gm');
const barsOnly = /^[\s|]*\|[\s|]*$/;
const opening = /^[^|]*\n[^|]*\n[^|]*\|/;
const endsTable = /\|[^|]*\n[^|]*\n[^|]*$/;
const barBefore = /(?:^|\n)[ \t]*\|[ \t]*\n?[ \t]*$/;

/**
 * Tables kept as text with one cell a line and a bar behind each: a bar with nothing before it closes an empty cell,
 * unless bars alone on a line begin the rows.
 */
export function addBlanksBetweenBars(cells: readonly Cell[], text: string): readonly Cell[] {
  if (!text.includes('|')) return cells;
  const all: Cell[] = [];
  let opensRows: boolean | undefined;
  for (const [i, cell] of cells.entries()) {
    const before = cells[i - 1];
    const gap = before && gapBetween(before, cell, text);
    if (before && gap !== undefined) {
      if (opening.test(gap)) opensRows = true;
      opensRows ??= barBefore.test(text.slice(Math.max(0, before.start - LONGEST_GAP), before.start));
      const places = blanksIn(gap, before.end);
      if (opensRows && cell.kind === 'label' && !endsTable.test(gap)) places.pop();
      all.push(...places.map((place) => blankAt(place, before)));
    } else if (before && !isWrapped(before, cell, text)) opensRows = undefined;
    all.push(cell);
  }
  return all;
}

/** The next line of the same cell. */
function isWrapped(before: Cell, cell: Cell, text: string): boolean {
  const isNear = before.grid === null && cell.grid === null && cell.start - before.end <= LONGEST_GAP;
  return isNear && !/\n\s*\n/.test(text.slice(before.end, cell.start));
}

function gapBetween(before: Cell, cell: Cell, text: string): string | undefined {
  if (before.grid !== null || cell.grid !== null || cell.start - before.end > LONGEST_GAP) return undefined;
  const gap = text.slice(before.end, cell.start).replace(pageNumber, (line) => ' '.repeat(line.length));
  return barsOnly.test(gap) ? gap : undefined;
}

/**
 * Bars alone on their lines, where of several the last ends the row; where none stands on the cell's own line, the first
 * closes that cell.
 */
function blanksIn(gap: string, start: number): number[] {
  const lines = gap.split('\n');
  const places: number[] = [];
  let at = start;
  for (const [i, line] of lines.entries()) {
    const bars = i > 0 && i < lines.length - 1 ? [...line.matchAll(/\|/g)] : [];
    const closing = bars.length > 1 ? bars.slice(0, -1) : bars;
    places.push(...closing.map((bar) => at + bar.index));
    at += line.length + 1;
  }
  return lines[0]?.includes('|') ? places : places.slice(1);
}

function blankAt(place: number, before: Cell): Cell {
  return {
    ...before,
    number: -1,
    kind: 'blank',
    text: '',
    word: null,
    start: place,
    end: place,
    figure: BLANK,
    isAlone: true,
  };
}
