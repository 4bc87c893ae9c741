import type { Element } from 'domhandler';
import type { TextWriter } from '../text/page-text.js';
import { createTableFinder, type TableRole } from './drawn-tables.js';
import { createTableStack } from './table-stack.js';

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
  readonly text: (write: () => void) => void;
  readonly breakLine: (at: number) => void;
  readonly open: (element: Element) => void;
  readonly close: (element: Element) => void;
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

/** Where the content of an element begins: behind its opening tag. */
function contentStart(element: Element, source: string): number {
  return source.indexOf('>', element.startIndex ?? 0) + 1;
}

/** A named anchor leads nowhere, and is often left open. */
function isLink({ name, attribs }: Element): boolean {
  return name === 'a' && ('href' in attribs || !('name' in attribs));
}

export function createOutline(writer: TextWriter, source: string): Outline {
  const blocks: RawBlock[] = [];
  const tables = createTableStack(blocks);
  const lines = createLineTracker(writer, (line) => tables.into().push(line));
  const drawn = createTableFinder();
  const roleOf = (element: Element) => tableTags.get(element.name) ?? drawn(element);
  return {
    blocks,
    text: lines.text,
    breakLine: lines.end,
    open(element) {
      const { name } = element;
      const role = roleOf(element);
      if (role !== undefined) lines.end(element.startIndex ?? 0);
      if (role === 'table') tables.openTable();
      else if (role === 'row') tables.openRow(writer.length());
      else if (role === 'cell') tables.openCell(element, lines.begin(contentStart(element, source)));
      else if (isLink(element)) lines.link(1);
      else if (headingTag.test(name)) lines.head(Number(name[1]));
    },
    close(element) {
      const { name } = element;
      const role = roleOf(element);
      if (role !== undefined) lines.end(element.endIndex ?? 0);
      if (role === 'table') tables.closeTable();
      else if (role === 'row') tables.closeRow();
      else if (role === 'cell') tables.closeCell(writer.length());
      else if (isLink(element)) lines.link(-1);
      else if (headingTag.test(name)) lines.head(0);
    },
  };
}

interface LineTracker {
  readonly text: (write: () => void) => void;
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
    text(write) {
      const before = writer.length();
      write();
      if (links > 0) linked += writer.length() - before;
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
