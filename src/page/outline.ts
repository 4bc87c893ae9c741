import data from '../data/html.json' with { type: 'json' };
import type { TextWriter } from '../text/page-text.js';
import { createTableFinder, type TableRole } from './drawn-tables.js';
import { idOf, KNOWN_NAMES } from './names.js';
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
  /** `id` is the number of the element's name. */
  readonly open: (element: number, id: number) => void;
  readonly close: (element: number, id: number) => void;
  /** True where elements of any name may be a part of a table that is drawn with them. */
  readonly hasDrawn: () => boolean;
}

/** A line with this share of its characters inside links is a link, whatever date stands beside it. */
const LINKED_FROM = 0.6;
const roles: readonly (TableRole | undefined)[] = listRoles();
const levels = listLevels();
const LINK = idOf('a');
const HREF = idOf('href');
const NAME = idOf('name');
const ROW_SPAN = idOf('rowspan');
const COLUMN_SPAN = idOf('colspan');

function listRoles(): (TableRole | undefined)[] {
  const list: (TableRole | undefined)[] = new Array(KNOWN_NAMES).fill(undefined);
  for (const [name, role] of Object.entries(data.tables) as [string, TableRole][]) list[idOf(name)] = role;
  return list;
}

/** The levels of headings; 0 for what is none. */
function listLevels(): Uint8Array {
  const list = new Uint8Array(KNOWN_NAMES);
  data.headings.forEach((name, at) => {
    list[idOf(name)] = at + 1;
  });
  return list;
}

/** A named anchor leads nowhere, and is often left open. */
function isLink(tree: PageTree, element: number): boolean {
  return tree.hasAttribute(element, HREF) || !tree.hasAttribute(element, NAME);
}

export function createOutline(tree: PageTree, writer: TextWriter): Outline {
  const blocks: RawBlock[] = [];
  const tables = createTableStack(blocks);
  const lines = createLineTracker(writer, (line) => tables.into().push(line));
  const drawn = createTableFinder(tree);
  return {
    blocks,
    hasDrawn: drawn.hasAny,
    wrote: lines.wrote,
    breakLine: lines.end,
    open(element, id) {
      const role = roles[id] ?? drawn.enter(element, id);
      if (role !== undefined) lines.end(tree.start(element));
      if (role === 'table') tables.openTable();
      else if (role === 'row') tables.openRow(writer.length());
      else if (role === 'cell')
        tables.openCell(
          { rowSpan: tree.attribute(element, ROW_SPAN), columnSpan: tree.attribute(element, COLUMN_SPAN) },
          lines.begin(tree.contentStart(element)),
        );
      else if (id === LINK && isLink(tree, element)) lines.link(1);
      else if (levels[id]) lines.head(levels[id]);
    },
    close(element, id) {
      const role = roles[id] ?? drawn.roleOf(element);
      if (role !== undefined) lines.end(tree.last(element));
      if (role === 'table') tables.closeTable();
      else if (role === 'row') tables.closeRow();
      else if (role === 'cell') tables.closeCell(writer.length());
      else if (id === LINK && isLink(tree, element)) lines.link(-1);
      else if (levels[id]) lines.head(0);
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
