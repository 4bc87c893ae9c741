import type { Document } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import data from '../data/html.json' with { type: 'json' };
import type { PageHead, PageText } from '../model/page.js';
import { type MendOptions, mend, type Repairs } from '../text/mend.js';
import { TextWriter } from '../text/page-text.js';
import { idOf, markNames } from './names.js';
import { Outline } from './outline.js';
import { readHead, readTitle } from './read-head.js';
import { PageTree } from './tree.js';

const skipped = markNames(data.skip);
const blocks = markNames(data.block);
const cells = markNames(data.hidden_cells);
/** Elements that do nothing to the text or its lines have no mark. */
const telling = markNames([
  ...[...data.skip, ...data.block, ...data.headings, ...data.drawn_tables.containers],
  ...[...Object.keys(data.tables), 'a', 'sup'],
]);
const HIDDEN = idOf('hidden');
const STYLE = idOf('style');
const SUPERSCRIPT = idOf('sup');
const hides = /display\s*:\s*none/i;

export interface HtmlReading {
  readonly page: PageText;
  readonly outline: Outline;
  readonly head: PageHead | null;
  /** What the page calls itself: in its head, or where it has none, anywhere. */
  readonly title: string;
  /** The whole page as objects, made when it is asked for: most pages are read without. */
  readonly document: () => Document;
}

/**
 * The tree of a page, walked once without recursion: its text, and what stands in which line and cell.
 */
export function readHtml(source: string, repairs: Repairs, mirrored: boolean): HtmlReading {
  const tree = new PageTree(source);
  const writer = new TextWriter(source);
  const outline = new Outline(tree, writer);
  new TreeWalk(tree, writer, outline, { mirrored, repairs, newline: ' ' }).walk();
  outline.breakLine(source.length);
  const head = readHead(tree);
  const title = head?.title ?? readTitle(tree);
  return { page: writer.finish(), outline, head, title, document: readLater(source) };
}

function readLater(source: string): () => Document {
  let document: Document | undefined;
  return () => {
    document ??= parseDocument(source, { decodeEntities: false });
    return document;
  };
}

/** Goes through the nodes in order; elements that do nothing to the text are passed over, though not what is in them. */
class TreeWalk {
  readonly #tree: PageTree;
  readonly #writer: TextWriter;
  readonly #outline: Outline;
  readonly #options: MendOptions;
  /** The open elements, but for those passed over. */
  readonly #open: number[] = [];
  #depth = 0;

  constructor(tree: PageTree, writer: TextWriter, outline: Outline, options: MendOptions) {
    this.#tree = tree;
    this.#writer = writer;
    this.#outline = outline;
    this.#options = options;
  }

  walk(): void {
    const tree = this.#tree;
    const { size } = tree;
    /** The first node behind the innermost open element. */
    let end = size;
    for (let node = 0; ; node++) {
      while (this.#depth > 0 && end <= node) {
        this.#leave(this.#innermost());
        this.#depth--;
        end = this.#depth > 0 ? tree.after(this.#innermost()) : size;
      }
      if (node >= size) return;
      const id = tree.id(node);
      if (id === 0) this.#read(node);
      else if (telling[id] === 1 || this.#outline.hasDrawn()) {
        this.#open[this.#depth++] = node;
        end = tree.after(node);
        if (!this.#enter(node, id)) node = end - 1;
      }
    }
  }

  #innermost(): number {
    return this.#open[this.#depth - 1] ?? 0;
  }

  #read(text: number): void {
    const writer = this.#writer;
    const tree = this.#tree;
    const from = writer.length();
    const [start, end] = [tree.start(text), tree.last(text) + 1];
    const isFootnote =
      isDigit(writer.last()) && this.#depth > 0 && tree.id(this.#innermost()) === SUPERSCRIPT;
    if (isFootnote) writer.put('[', start, start);
    const pieces = tree.pieces(text);
    if (pieces === undefined) mend(writer, start, end, this.#options);
    else for (const piece of pieces) mend(writer, piece.start, piece.end, this.#options);
    if (isFootnote) writer.put(']', end, end);
    this.#outline.wrote(from);
  }

  /** @returns true where what is in the element is wanted */
  #enter(element: number, id: number): boolean {
    if (skipped[id] || (cells[id] && isHidden(this.#tree, element))) return false;
    if (blocks[id]) this.#outline.breakLine(this.#tree.start(element));
    this.#outline.open(element, id);
    return true;
  }

  #leave(element: number): void {
    const id = this.#tree.id(element);
    if (blocks[id]) this.#outline.breakLine(this.#tree.last(element));
    this.#outline.close(element, id);
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Rows and cells that no reader of the page sees: what they hold is not on the page. */
function isHidden(tree: PageTree, node: number): boolean {
  if (tree.hasAttribute(node, HIDDEN)) return true;
  const style = tree.attribute(node, STYLE);
  return style !== undefined && hides.test(style);
}
