import type { TextWriter } from '../text/page-text.js';
import { createTableFinder, type TableRole } from './drawn-tables.js';
import { createTableStack } from './table-stack.js';
import type { PageTree } from './tree.js';

/** A line as it is found: its text is cut out when the page text is complete. */
export interface RawLine {
  readonly kind: 'line';
  readonly start: number;
  readonly end: number;
  readonly heading: number;
  readonly linked: boolean;
}

export interface RawCell {
  readonly row: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly start: number;
  end: number;
  readonly blocks: RawBlock[];
}

export interface RawTable {
  readonly kind: 'table';
  readonly cells: RawCell[];
  rows: number;
  holdsTable: boolean;
}

export type RawBlock = RawLine | RawTable;

/** Follows the elements of a page and notes where its lines, tables and cells begin and end. */
export interface Outline {
  readonly blocks: readonly RawBlock[];
  /** Told of text when it is written; `from` is where it begins in the page text. */
  readonly wrote: (from: number) => void;
  readonly breakLine: (at: number) => void;
  readonly open: (element: number) => void;
  readonly close: (element: number) => void;
}

/** A line with this share of its characters inside links is a link, whatever date stands beside it. */
const LINKED_FROM = 0.6;
const tableTags: ReadonlyMap<string, TableRole> = new Map([
  ['table', 'table'],
  ['tr', 'row'],
  ['td', 'cell'],
  ['th', 'cell'],
]);
const headingTag = /^h([1-6])$/;

/** A named anchor leads nowhere, and is often left open. */
function isLink(tree: PageTree, element: number): boolean {
  if (tree.name(element) !== 'a') return false;
  return tree.attribute(element, 'href') !== undefined || tree.attribute(element, 'name') === undefined;
}

export function createOutline(tree: PageTree, writer: TextWriter): Outline {
  const blocks: RawBlock[] = [];
  const tables = createTableStack(blocks);
  const lines = createLineTracker(writer, (line) => tables.into().push(line));
  const drawn = createTableFinder(tree);
  return {
    blocks,
    wrote: lines.wrote,
    breakLine: lines.end,
    open(element) {
      const name = tree.name(element);
      const role = tableTags.get(name) ?? drawn(element);
      if (role !== undefined) lines.end(tree.start(element));
      if (role === 'table') tables.openTable();
      else if (role === 'row') tables.openRow(writer.length());
      else if (role === 'cell')
        tables.openCell(
          { rowSpan: tree.attribute(element, 'rowspan'), columnSpan: tree.attribute(element, 'colspan') },
          lines.begin(tree.contentStart(element)),
        );
      else if (isLink(tree, element)) lines.link(1);
      else if (headingTag.test(name)) lines.head(Number(name[1]));
    },
    close(element) {
      const name = tree.name(element);
      const role = tableTags.get(name) ?? drawn(element);
      if (role !== undefined) lines.end(tree.last(element));
      if (role === 'table') tables.closeTable();
      else if (role === 'row') tables.closeRow();
      else if (role === 'cell') tables.closeCell(writer.length());
      else if (isLink(tree, element)) lines.link(-1);
      else if (headingTag.test(name)) lines.head(0);
    },
  };
}

interface LineTracker {
  readonly wrote: (from: number) => void;
  /** Ends the line that was begun, if anything was written. */
  readonly end: (at: number) => void;
  /** Begins a line that has a place even if nothing is written to it; returns where, in the page text. */
  readonly begin: (at: number) => number;
  readonly link: (step: number) => void;
  readonly head: (level: number) => void;
}

function createLineTracker(writer: TextWriter, add: (line: RawLine) => void): LineTracker {
  let start = 0;
  let linked = 0;
  let links = 0;
  let heading = 0;
  const restart = () => {
    start = writer.length();
    linked = 0;
    return start;
  };
  return {
    wrote(from) {
      if (links > 0) linked += writer.length() - from;
    },
    end(at) {
      const end = writer.length();
      if (end === start) return;
      add({ kind: 'line', start, end, heading, linked: linked >= (end - start) * LINKED_FROM });
      writer.put('\n', at, at);
      restart();
    },
    begin(at) {
      writer.put('\n', at, at);
      return restart();
    },
    link(step) {
      links += step;
    },
    head(level) {
      heading = level;
    },
  };
}
