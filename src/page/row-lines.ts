import labels from '../data/labels.json' with { type: 'json' };
import type { Block, Line } from '../model/page.js';

const MARKS = ['|', '\t'] as const;
export type Mark = (typeof MARKS)[number];
/** More than so many cells in a row are what is left of a layout, no table. */
const MOST_CELLS = 400;
/** Lines without a mark that may stand inside a table: a cell's text that was broken over lines. */
export const MOST_BETWEEN = 3;
/** A row of letters set one under the other takes as many lines. */
const MOST_BROKEN = 80;
const LONGEST_BETWEEN = 60;
export const hasFigure = /(?:^|[|\t])\s*[+-]?\d[\d,.]*\s*(?:$|[|\t])/;

/** A line of text that holds cells parted by a mark. */
export interface Row {
  readonly mark: Mark;
  /** The whole line of the page text, with the marks and spaces at its ends; several where the row was broken. */
  readonly start: number;
  readonly end: number;
}

/** False for a text without a mark of cells. */
export function mayHaveRows(text: string): boolean {
  return text.includes(MARKS[0]) || text.includes(MARKS[1]);
}

/** The row that a line is; undefined for other lines. */
export function readRow(line: Line, text: string): Row | undefined {
  if (line.isCut) return undefined;
  const start = line.start > 0 ? text.lastIndexOf('\n', line.start - 1) + 1 : 0;
  const next = text.indexOf('\n', line.end);
  const end = next < 0 ? text.length : next;
  const raw = text.slice(start, end);
  for (const mark of MARKS) if (isMarked(raw, mark)) return { mark, start, end };
  return undefined;
}

/** Some cells are parted by the mark. */
function isMarked(raw: string, mark: Mark): boolean {
  if (!raw.includes(mark) || (mark === '\t' && !raw.trim().includes(mark))) return false;
  return raw.split(mark, MOST_CELLS + 1).length <= MOST_CELLS;
}

/** Where rows end with a bar, one that does not goes on in the next line: a cell's text was broken. */
export function joinBrokenRows(blocks: readonly Block[], rows: Map<Block, Row>, text: string): Block[] {
  const withFigures = [...rows.values()].filter((row) => hasFigure.test(text.slice(row.start, row.end)));
  const closed = withFigures.filter((row) => isClosed(row, text)).length;
  if (closed === 0 || closed < withFigures.length * CLOSED_FROM) return [...blocks];
  const joined: Block[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block) break;
    joined.push(block);
    const last = endOfRow(blocks, rows, at, text);
    const row = rows.get(block) ?? rows.get(blocks[last] ?? block);
    if (last === at || !row) continue;
    rows.set(block, {
      mark: row.mark,
      start: block.start,
      end: rows.get(blocks[last] ?? block)?.end ?? row.end,
    });
    at = last;
  }
  return joined;
}

/** Most rows end with a bar where this share of the lines with bars and figures does. */
const CLOSED_FROM = 0.6;

function isClosed({ start, end, mark }: Row, text: string): boolean {
  return mark === '|' && text.slice(start, end).trimEnd().endsWith(mark);
}

/** The line that closes the row begun at `at`; `at` itself where that is closed, or no row. */
function endOfRow(blocks: readonly Block[], rows: ReadonlyMap<Block, Row>, at: number, text: string): number {
  const first = blocks[at];
  const begun = first && rows.get(first);
  if (!first || (begun ? isClosed(begun, text) : !mayBeInside(first) || isPageNumber(first))) return at;
  const most = begun ? MOST_BROKEN : MOST_BETWEEN + 1;
  for (let next = at + 1; next <= at + most; next++) {
    const block = blocks[next];
    if (!block || !(rows.has(block) || mayBeInside(block)) || isParted(blocks[next - 1], block, text))
      return at;
    const row = rows.get(block);
    if (!row || !isClosed(row, text)) continue;
    const raw = text.slice(row.start, row.end);
    return begun || (hasFigure.test(raw) && !raw.trimStart().startsWith(row.mark)) ? next : at;
  }
  return at;
}

/** An empty line stands between them. */
function isParted(before: Block | undefined, block: Block, text: string): boolean {
  return (
    before !== undefined && /\n\s*\n/.test(text.slice(before.end, block.start).slice(0, LONGEST_BETWEEN))
  );
}

const pageNumber = new RegExp(labels.page_number);

function isPageNumber(block: Block): boolean {
  return block.kind === 'line' && pageNumber.test(block.text);
}

export function mayBeInside(block: Block): boolean {
  return (
    block.kind === 'line' &&
    block.heading === 0 &&
    block.text.length <= LONGEST_BETWEEN &&
    !/[\u3002;]$/.test(block.text)
  );
}
