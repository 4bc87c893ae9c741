import labels from '../data/labels.json' with { type: 'json' };
import data from '../data/page-body.json' with { type: 'json' };
import type { Block, Grid, Line } from '../model/page.js';
import { parseFigure } from '../text/figures.js';
import { closeUp } from '../text/strings.js';
import { isTitleLike, isTitleLine } from '../text/title-line.js';

/** Part of the page that is not the report, and why it was judged so. */
interface Dropped {
  readonly start: number;
  end: number;
  readonly why: string;
}

export interface Body {
  /** What stands before the report: site menus, the title, what the site says about the page. */
  readonly header: readonly Block[];
  readonly body: readonly Block[];
  /** What stands behind it. */
  readonly footer: readonly Block[];
  readonly dropped: readonly Readonly<Dropped>[];
  readonly title: Line | undefined;
}

const heading = new RegExp(data.heading);
const firstHeading = new RegExp(data.first_heading);
const proseMark = new RegExp(data.prose.mark);
const furniture = data.furniture.map(({ why, pattern }) => ({ why, pattern: new RegExp(pattern, 'i') }));
const anyFurniture = new RegExp(data.furniture.map(({ pattern }) => pattern).join('|'), 'i');
/** What numbers begin with. */
const mayBeNumber = new RegExp(
  `^(?:[\\d+-]|${labels.currency.sign}|${labels.approximate.before.join('|')})|${labels.zero_in_words}`,
);
const ends = new Set(data.ends);

/** The blocks of a page, and what lines of the site's own were found to be: each is looked at once. */
interface Page {
  readonly blocks: readonly Block[];
  readonly known: (string | null | undefined)[];
}

/** Finds the report among menus, breadcrumbs, lists of other reports, share buttons and footers. */
export function findBody(blocks: readonly Block[]): Body {
  const page: Page = { blocks, known: new Array(blocks.length) };
  const start = findStart(page);
  const end = findEnd(page, start.at);
  const body: Block[] = [];
  const dropped: Dropped[] = [];
  let at = 0;
  for (const block of blocks) {
    const why = at < start.at ? 'header' : (findFurniture(page, at) ?? (at < end ? undefined : 'footer'));
    if (why === undefined) body.push(block);
    else if (block !== start.title) dropped.push({ start: block.start, end: block.end, why });
    at++;
  }
  const [header, footer] = [blocks.slice(0, start.at), blocks.slice(end)];
  return { header, body, footer, dropped: joinNeighbours(dropped), title: start.title };
}

/** True for a line that reads like a section heading of the first level. */
function isHeading(block: Block): block is Line {
  if (block.kind !== 'line' || block.text.length > data.title_longest) return false;
  return data.heading_opens.includes(block.text.charAt(0)) && heading.test(block.text);
}

function findStart(page: Page): { at: number; title: Line | undefined } {
  const { blocks } = page;
  const first = findFirstHeading(page);
  const anchor = first >= 0 ? first : findText(page, 0, blocks.length);
  const titleAt = findTitle(blocks, anchor < 0 ? blocks.length : anchor);
  const title = blocks[titleAt] as Line | undefined;
  if (anchor < 0) return { at: titleAt + 1, title };
  const opening = findText(page, titleAt + 1, anchor + 1);
  return { at: opening >= 0 ? opening : anchor, title };
}

/** The first heading of the report that is no menu's; -1 for none. */
function findFirstHeading(page: Page): number {
  const { blocks } = page;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    if (isHeading(block) && !block.linked && firstHeading.test(block.text) && opensText(page, at)) return at;
  }
  return -1;
}

/** The first paragraph or table of figures between two blocks; -1 for none. */
function findText(page: Page, from: number, to: number): number {
  for (let at = from; at < to; at++) if (isText(page, at)) return at;
  return -1;
}

/** The last line before a block that reads like the title, rather one that is no link; -1 for none. */
function findTitle(blocks: readonly Block[], before: number): number {
  let linked = -1;
  for (let at = before - 1; at >= 0; at--) {
    const block = blocks[at];
    if (block?.kind !== 'line' || (block.linked && (linked >= 0 || block.heading === 0))) continue;
    if (!isTitleLine(block.text)) continue;
    if (!block.linked) return at;
    linked = at;
  }
  return linked;
}

/** Under a heading of the report stands text or a table; in a menu or a list of contents, the next heading. */
function opensText(page: Page, at: number): boolean {
  for (let next = at + 1; next < page.blocks.length; next++) {
    const block = page.blocks[next];
    if (!block) break;
    if (isText(page, next)) return true;
    if (isHeading(block) && isFirstLevel(block)) return false;
  }
  return false;
}

function isFirstLevel(line: Line): boolean {
  return !line.text.startsWith('(');
}

/** After the last heading, paragraph or table of the report, the first line that belongs to the site. */
function findEnd(page: Page, start: number): number {
  const { blocks } = page;
  let last = blocks.length - 1;
  while (last >= start && !isContent(page, last)) last--;
  const from = last < start ? 0 : last + 1;
  for (let at = from; at < blocks.length; at++) {
    const block = blocks[at];
    const isOfSite = block?.kind === 'line' && (block.linked || isTitleLike(block.text));
    if (isOfSite || ends.has(findFurniture(page, at) ?? '')) return Math.max(at, start);
  }
  return blocks.length;
}

function isContent(page: Page, at: number): boolean {
  const block = page.blocks[at];
  if (block?.kind !== 'line') return isText(page, at);
  const { linked, text } = block;
  if (linked || findFurniture(page, at) !== undefined) return false;
  return (
    isHeading(block) || isText(page, at) || (mayBeNumber.test(text) && parseFigure(text).state === 'number')
  );
}

/** A paragraph, or a table of figures. */
function isText(page: Page, at: number): boolean {
  const block = page.blocks[at];
  if (block?.kind !== 'line') return block !== undefined && hasFigures(block);
  if (block.linked || block.text.length < data.prose.shortest) return false;
  return proseMark.test(block.text) && findFurniture(page, at) === undefined;
}

function hasFigures({ cells }: Grid): boolean {
  let figures = 0;
  for (const { text } of cells)
    if (parseFigure(text).value !== null && ++figures >= data.grid_figures) return true;
  return false;
}

/** What a line of the site's own is; undefined for any other block. */
function findFurniture({ blocks, known }: Page, at: number): string | undefined {
  let why = known[at];
  if (why === undefined) {
    const block = blocks[at];
    why = (block?.kind === 'line' && nameFurniture(closeUp(block.text))) || null;
    known[at] = why;
  }
  return why ?? undefined;
}

function nameFurniture(text: string): string | undefined {
  return anyFurniture.test(text) ? furniture.find(({ pattern }) => pattern.test(text))?.why : undefined;
}

function joinNeighbours(dropped: Dropped[]): Dropped[] {
  const joined: Dropped[] = [];
  for (const next of dropped.sort(byStart)) {
    const before = joined.at(-1);
    if (before?.why === next.why && next.start - before.end <= 2) before.end = next.end;
    else joined.push(next);
  }
  return joined;
}

function byStart(a: Dropped, b: Dropped): number {
  return a.start - b.start;
}
