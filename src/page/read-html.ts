import type { Document } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import data from '../data/html.json' with { type: 'json' };
import type { PageText } from '../model/page.js';
import { mend, type Repairs } from '../text/mend.js';
import { createTextWriter } from '../text/page-text.js';
import { createOutline, type Outline } from './outline.js';
import { findPieces, type PageTree, readTree } from './tree.js';

const skipped = new Set(data.skip);
const blocks = new Set(data.block);

export interface HtmlReading {
  readonly page: PageText;
  readonly outline: Outline;
  /** The page's head, if it has one. */
  readonly head: Document | null;
  /** The whole page as objects, made when it is asked for: most pages are read without. */
  readonly document: () => Document;
}

/** The tree of a page, walked once without recursion: its text, and what stands in which line and cell. */
export function readHtml(source: string, repairs: Repairs, mirrored: boolean): HtmlReading {
  const tree = readTree(source);
  const writer = createTextWriter();
  const outline = createOutline(tree, writer);
  const options = { mirrored, repairs, newline: ' ' };
  walk(tree, {
    text(node, parent) {
      const [start, end] = [tree.start(node), tree.last(node) + 1];
      const from = writer.length();
      const isFootnote = tree.name(parent) === 'sup' && /\d$/.test(writer.lastChar());
      if (isFootnote) writer.put('[', start, start);
      for (const piece of findPieces(source, start, end))
        mend(writer, source, piece.start, piece.end, options);
      if (isFootnote) writer.put(']', end, end);
      outline.wrote(from);
    },
    enter(node) {
      const name = tree.name(node);
      if (skipped.has(name) || isHiddenCell(tree, node)) return false;
      if (blocks.has(name)) outline.breakLine(tree.start(node));
      outline.open(node);
      return true;
    },
    leave(node) {
      if (blocks.has(tree.name(node))) outline.breakLine(tree.last(node));
      outline.close(node);
    },
  });
  outline.breakLine(source.length);
  return { page: writer.finish(), outline, head: readHead(tree), document: readLater(source) };
}

/** Read by itself: nothing before a head changes what is in it. */
function readHead({ source, size, name, start, last }: PageTree): Document | null {
  for (let node = 0; node < size; node++)
    if (name(node) === 'head')
      return parseDocument(source.slice(start(node), last(node) + 1), { decodeEntities: false });
  return null;
}

function readLater(source: string): () => Document {
  let document: Document | undefined;
  return () => {
    document ??= parseDocument(source, { decodeEntities: false });
    return document;
  };
}

const cellTags = new Set(data.hidden_cells);

/** Rows and cells that no reader of the page sees: what they hold is not on the page. */
function isHiddenCell(tree: PageTree, node: number): boolean {
  if (!cellTags.has(tree.name(node))) return false;
  return (
    tree.attribute(node, 'hidden') !== undefined ||
    /display\s*:\s*none/i.test(tree.attribute(node, 'style') ?? '')
  );
}

interface Visitor {
  readonly text: (node: number, parent: number) => void;
  /** True where what is in the element is wanted. */
  readonly enter: (element: number) => boolean;
  readonly leave: (element: number) => void;
}

function walk({ size, name, after }: PageTree, visitor: Visitor): void {
  const open: number[] = [];
  let end = size;
  const leave = (upTo: number) => {
    for (; open.length > 0 && end <= upTo; end = open.length > 0 ? after(open.at(-1) ?? 0) : size)
      visitor.leave(open.pop() ?? 0);
  };
  for (let node = 0; node < size; ) {
    leave(node);
    if (name(node) === '') {
      visitor.text(node, open.at(-1) ?? -1);
      node++;
    } else if (visitor.enter(node)) {
      open.push(node);
      end = after(node);
      node++;
    } else {
      visitor.leave(node);
      node = after(node);
    }
  }
  leave(size);
}
