import { findPage } from './input/find-page.js';
import type { InputOptions } from './input/input.js';
import type { Grid, GridCell, PageText, Range } from './model/page.js';
import type { GipRecord, Place } from './model/record.js';
import type { Surroundings } from './model/surroundings.js';
import { type PageReading, readPage } from './page/read-page.js';
import { type ParseOptions, parsePage } from './parse.js';
import { tooLarge } from './refuse.js';
import { type Decoded, decode } from './text/decode.js';
import { parseFigure } from './text/figures.js';
import { tidy } from './text/strings.js';

/** A page's record, and what stands at its places. */
interface PageView {
  readonly record: GipRecord;
  readonly look: (place: Place) => Surroundings;
}

/** Where a page lies: what leads to it, and its name where that leads to several. */
interface PageAddress {
  readonly path: string;
  readonly name: string | undefined;
}

/** Reads one page for a person to look into; throws where it cannot be read at all. */
export async function viewPage(
  address: PageAddress,
  input: InputOptions,
  options: Pick<ParseOptions, 'encoding' | 'catalogue'>,
): Promise<PageView> {
  const { bytes, size, declared, ...found } = await findPage(address.path, address.name, input);
  const { maxBytes } = input;
  if (!bytes) throw new Error(tooLarge(size, maxBytes));
  const { path, container, url, fetchedAt } = found;
  const from = { path, container, url, fetchedAt, ...(declared !== null && { declared }) };
  const record = parsePage(bytes, { ...options, ...from, maxBytes });
  return { record, look: createViewer(() => decode(bytes, options.encoding, from.declared)) };
}

const AROUND = 24;

/** Reads the page again when its first place is looked at. */
function createViewer(read: () => Decoded): PageView['look'] {
  let seen: { source: string; reading: PageReading } | undefined;
  return (place) => {
    seen ??= open(read());
    const { source, reading } = seen;
    const { page, blocks } = reading;
    const at = findRange(page, place);
    const grid = blocks.find(
      (block): block is Grid => block.kind === 'grid' && block.start <= at.start && at.end <= block.end,
    );
    const cell = grid?.cells.find(({ row, column }) => row === place.row && column === place.column);
    return {
      raw: source.slice(place.start, place.end),
      read: tidy(page.text.slice(at.start, at.end)),
      before: tidy(page.text.slice(Math.max(0, at.start - AROUND), at.start)),
      behind: tidy(page.text.slice(at.end, at.end + AROUND)),
      row: grid && cell ? grid.cells.filter(({ row }) => row === cell.row).map(({ text }) => text) : [],
      heads: grid && cell ? findHeads(grid, cell) : [],
    };
  };
}

function open({ text, islands }: Decoded): { source: string; reading: PageReading } {
  return { source: text, reading: readPage(text, islands) };
}

/** The page text that was read from a place of the source, without characters that stand for nothing there. */
function findRange({ text, from, to }: PageText, place: Range): Range {
  const isEmpty = place.start === place.end;
  const begins = (i: number) => from(i) >= place.start && (isEmpty || to(i) > from(i));
  let start = 0;
  while (start < text.length && !begins(start)) start++;
  let end = start;
  while (end < text.length && from(end) < place.end) end++;
  return { start, end };
}

/** The labels that head a cell's column, the nearest run of them above it, and those left of it in its row. */
function findHeads(grid: Grid, cell: GridCell): string[] {
  const above: string[] = [];
  for (const other of grid.cells.filter(({ row }) => row < cell.row).reverse()) {
    if (!covers(other, cell, 'column') || other.text === '') continue;
    if (isLabel(other)) above.unshift(other.text);
    else if (above.length > 0) break;
  }
  const left = grid.cells.filter((other) => other.column < cell.column && covers(other, cell, 'row'));
  return [...new Set([...above, ...left.filter(isLabel).map(({ text }) => text)])];
}

function isLabel({ text }: GridCell): boolean {
  return text !== '' && parseFigure(text).value === null;
}

function covers(head: GridCell, cell: GridCell, axis: 'row' | 'column'): boolean {
  const span = axis === 'row' ? head.rowSpan : head.columnSpan;
  return head[axis] <= cell[axis] && cell[axis] < head[axis] + span;
}
