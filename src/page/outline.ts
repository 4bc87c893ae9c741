import data from '../data/html.json' with { type: 'json' };
import type { TextWriter } from '../text/page-text.js';
import { TableFinder, type TableRole } from './drawn-tables.js';
import { idOf, KNOWN_NAMES } from './names.js';
import { TableStack } from './table-stack.js';
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

/** What is to be done where elements of each name open and close. */
const acts = Uint8Array.from(roles, (role, id) => (role !== undefined || id === LINK || levels[id] ? 1 : 0));

/** A named anchor leads nowhere, and is often left open. */
function isLink(tree: PageTree, element: number): boolean {
  return tree.hasAttribute(element, HREF) || !tree.hasAttribute(element, NAME);
}

/** Follows the elements of a page and notes where its lines, tables and cells begin and end. */
export class Outline {
  readonly blocks: RawBlock[] = [];
  readonly #tree: PageTree;
  readonly #writer: TextWriter;
  readonly #tables = new TableStack(this.blocks);
  readonly #drawn: TableFinder;
  /** The line that was begun: where, how much of it is in links, how many of those are open, and its heading's level. */
  #start = 0;
  #linked = 0;
  #links = 0;
  #heading = 0;

  constructor(tree: PageTree, writer: TextWriter) {
    this.#tree = tree;
    this.#writer = writer;
    this.#drawn = new TableFinder(tree);
  }

  /** True where elements of any name may be a part of a table that is drawn with them. */
  hasDrawn(): boolean {
    return this.#drawn.hasAny();
  }

  /** Told of text when it is written; `from` is where it begins in the page text. */
  wrote(from: number): void {
    if (this.#links > 0) this.#linked += this.#writer.length() - from;
  }

  /** Ends the line that was begun, if anything was written. */
  breakLine(at: number): void {
    const start = this.#start;
    const end = this.#writer.length();
    if (end === start) return;
    const linked = this.#linked >= (end - start) * LINKED_FROM;
    this.#tables.into().push({ kind: 'line', start, end, heading: this.#heading, linked });
    this.#beginLine(at);
  }

  /** `id` is the number of the element's name. */
  open(element: number, id: number): void {
    const role = roles[id] ?? this.#drawn.enter(element, id);
    if (role !== undefined) this.#openRole(role, element);
    else if (!acts[id]) return;
    else if (id === LINK) this.#links += isLink(this.#tree, element) ? 1 : 0;
    else this.#heading = levels[id] ?? 0;
  }

  close(element: number, id: number): void {
    const role = roles[id] ?? this.#drawn.roleOf(element);
    if (role !== undefined) this.#closeRole(role, element);
    else if (!acts[id]) return;
    else if (id === LINK) this.#links -= isLink(this.#tree, element) ? 1 : 0;
    else this.#heading = 0;
  }

  #openRole(role: TableRole, element: number): void {
    this.breakLine(this.#tree.start(element));
    if (role === 'table') this.#tables.openTable();
    else if (role === 'row') this.#tables.openRow(this.#writer.length());
    else {
      const rowSpan = this.#tree.attribute(element, ROW_SPAN);
      const columnSpan = this.#tree.attribute(element, COLUMN_SPAN);
      this.#beginLine(this.#tree.contentStart(element));
      this.#tables.openCell(rowSpan, columnSpan, this.#start);
    }
  }

  #closeRole(role: TableRole, element: number): void {
    this.breakLine(this.#tree.last(element));
    if (role === 'table') this.#tables.closeTable();
    else if (role === 'row') this.#tables.closeRow();
    else this.#tables.closeCell(this.#writer.length());
  }

  /** Begins a line that has a place even if nothing is written to it. */
  #beginLine(at: number): void {
    this.#writer.put('\n', at, at);
    this.#start = this.#writer.length();
    this.#linked = 0;
  }
}
