import data from '../data/page-body.json' with { type: 'json' };
import type { Block, Grid, Line, Range } from '../model/page.js';
import { parseFigure } from '../text/figures.js';
import { squeeze } from '../text/strings.js';
import { isTitleLike, isTitleLine } from '../text/title-line.js';

/** Part of the page that is not the report, and why it was judged so. */
interface Dropped extends Range {
  readonly why: string;
}

export interface Body {
  /** What stands before the report: site menus, the title, what the site says about the page. */
  readonly header: readonly Block[];
  readonly body: readonly Block[];
  /** What stands behind it. */
  readonly footer: readonly Block[];
  readonly dropped: readonly Dropped[];
  readonly title: Line | undefined;
}

const heading = new RegExp(data.heading);
const firstHeading = new RegExp(data.first_heading);
const proseMark = new RegExp(data.prose.mark);
const furniture = data.furniture.map(({ why, pattern }) => ({ why, pattern: new RegExp(pattern, 'i') }));
const anyFurniture = new RegExp(data.furniture.map(({ pattern }) => pattern).join('|'), 'i');
const ends = new Set(data.ends);

/** Finds the report among menus, breadcrumbs, lists of other reports, share buttons and footers. */
export function findBody(blocks: readonly Block[]): Body {
  const start = findStart(blocks);
  const end = findEnd(blocks, start.at);
  const body: Block[] = [];
  const dropped: Dropped[] = [];
  for (const [at, block] of blocks.entries()) {
    const why = at < start.at ? 'header' : (findFurniture(block) ?? (at < end ? undefined : 'footer'));
    if (why === undefined) body.push(block);
    else if (block !== start.title) dropped.push({ start: block.start, end: block.end, why });
  }
  const [header, footer] = [blocks.slice(0, start.at), blocks.slice(end)];
  return { header, body, footer, dropped: joinNeighbours(dropped), title: start.title };
}

/** True for a line that reads like a section heading of the first level. */
function isHeading(block: Block): block is Line {
  return block.kind === 'line' && block.text.length <= data.title_longest && heading.test(block.text);
}

function findStart(blocks: readonly Block[]): { at: number; title: Line | undefined } {
  const first = blocks.findIndex(
    (b, at) => isHeading(b) && !b.linked && firstHeading.test(b.text) && opensText(blocks, at),
  );
  const prose = blocks.findIndex((b) => isProse(b) || isFigureGrid(b));
  const anchor = first >= 0 ? first : prose;
  const before = anchor < 0 ? blocks : blocks.slice(0, anchor);
  const titles = before.filter((b): b is Line => b.kind === 'line' && isTitleLine(b.text));
  const title = titles.findLast((line) => !line.linked) ?? titles.findLast((line) => line.heading > 0);
  const from = title ? blocks.indexOf(title) + 1 : 0;
  if (anchor < 0) return { at: from, title };
  const opening = blocks.findIndex((b, at) => at >= from && at <= anchor && (isProse(b) || isFigureGrid(b)));
  return { at: opening >= 0 ? opening : anchor, title };
}

/** Under a heading of the report stands text or a table; in a menu or a list of contents, the next heading. */
function opensText(blocks: readonly Block[], at: number): boolean {
  for (let next = at + 1; next < blocks.length; next++) {
    const block = blocks[next];
    if (!block) break;
    if (isProse(block) || isFigureGrid(block)) return true;
    if (isHeading(block) && isFirstLevel(block)) return false;
  }
  return false;
}

function isFirstLevel(line: Line): boolean {
  return !/^[(]/.test(line.text);
}

/** After the last heading, paragraph or table of the report, the first line that belongs to the site. */
function findEnd(blocks: readonly Block[], start: number): number {
  const last = blocks.findLastIndex((b, at) => at >= start && isContent(b) && findFurniture(b) === undefined);
  const next = blocks.findIndex(
    (b, at) => at > last && (isEnd(b) || (b.kind === 'line' && (b.linked || isTitleLike(b.text)))),
  );
  return next < 0 ? blocks.length : Math.max(next, start);
}

function isContent(block: Block): boolean {
  if (block.kind === 'grid') return isFigureGrid(block);
  if (block.linked) return false;
  return parseFigure(block.text).state === 'number' || isHeading(block) || isProse(block);
}

function isEnd(block: Block): boolean {
  return ends.has(findFurniture(block) ?? '');
}

function isProse(block: Block): block is Line {
  if (block.kind !== 'line' || block.linked || block.text.length < data.prose.shortest) return false;
  return proseMark.test(block.text) && findFurniture(block) === undefined;
}

function isFigureGrid(block: Block): block is Grid {
  if (block.kind !== 'grid') return false;
  let figures = 0;
  for (const { text } of block.cells)
    if (parseFigure(text).value !== null && ++figures >= data.grid_figures) return true;
  return false;
}

const known = new WeakMap<Block, string | null>();

/** What a line of the site's own is; undefined for any other block. Looked for once. */
function findFurniture(block: Block): string | undefined {
  if (block.kind !== 'line') return undefined;
  let why = known.get(block);
  if (why === undefined) {
    const text = squeeze(block.text);
    why = (anyFurniture.test(text) && furniture.find(({ pattern }) => pattern.test(text))?.why) || null;
    known.set(block, why);
  }
  return why ?? undefined;
}

function joinNeighbours(dropped: readonly Dropped[]): Dropped[] {
  const joined: { start: number; end: number; why: string }[] = [];
  for (const { start, end, why } of [...dropped].sort((a, b) => a.start - b.start)) {
    const before = joined.at(-1);
    if (before?.why === why && start - before.end <= 2) before.end = end;
    else joined.push({ start, end, why });
  }
  return joined;
}
