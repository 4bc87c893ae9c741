import type { Document } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import data from '../data/html.json' with { type: 'json' };
import type { PageHead, PageText } from '../model/page.js';
import { mend, type Repairs } from '../text/mend.js';
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
  const writer = new TextWriter();
  const outline = new Outline(tree, writer);
  const options = { mirrored, repairs, newline: ' ' };
  const write = (start: number, end: number) => mend(writer, source, start, end, options);
  walk(tree, {
    text(node, parent) {
      const from = writer.length();
      const isFootnote = parent === SUPERSCRIPT && /\d$/.test(writer.lastChar());
      if (isFootnote) writer.put('[', tree.start(node), tree.start(node));
      tree.readText(node, write);
      if (isFootnote) writer.put(']', tree.last(node) + 1, tree.last(node) + 1);
      outline.wrote(from);
    },
    matters: (id) => telling[id] === 1 || outline.hasDrawn(),
    enter(node, id) {
      if (skipped[id] || (cells[id] && isHidden(tree, node))) return false;
      if (blocks[id]) outline.breakLine(tree.start(node));
      outline.open(node, id);
      return true;
    },
    leave(node, id) {
      if (blocks[id]) outline.breakLine(tree.last(node));
      outline.close(node, id);
    },
  });
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

/** Rows and cells that no reader of the page sees: what they hold is not on the page. */
function isHidden(tree: PageTree, node: number): boolean {
  return tree.hasAttribute(node, HIDDEN) || hides.test(tree.attribute(node, STYLE) ?? '');
}

interface Visitor {
  /** False for an element of this name that is passed over, though not what is in it. */
  readonly matters: (id: number) => boolean;
  /** @param parent the number of the name of the innermost element around the text, of those that matter */
  readonly text: (node: number, parent: number) => void;
  /** True where what is in the element is wanted. */
  readonly enter: (element: number, id: number) => boolean;
  readonly leave: (element: number, id: number) => void;
}

function walk(tree: PageTree, visitor: Visitor): void {
  const { size } = tree;
  const open: number[] = [];
  const ids: number[] = [];
  /** The first node behind the innermost open element. */
  let end = size;
  for (let node = 0; ; ) {
    while (open.length > 0 && end <= node) {
      visitor.leave(open.pop() ?? 0, ids.pop() ?? 0);
      end = open.length > 0 ? tree.after(open[open.length - 1] ?? 0) : size;
    }
    if (node >= size) return;
    const id = tree.id(node);
    if (id === 0) visitor.text(node, ids[ids.length - 1] ?? 0);
    else if (visitor.matters(id)) {
      if (!visitor.enter(node, id)) {
        visitor.leave(node, id);
        node = tree.after(node);
        continue;
      }
      open.push(node);
      ids.push(id);
      end = tree.after(node);
    }
    node++;
  }
}
