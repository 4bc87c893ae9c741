import type { ChildNode, Document, Element } from 'domhandler';
import { ElementType, parseDocument } from 'htmlparser2';
import data from '../data/html.json' with { type: 'json' };
import type { PageText, Range } from '../model/page.js';
import { mend, type Repairs } from '../text/mend.js';
import { createTextWriter } from '../text/page-text.js';
import { createOutline, type Outline } from './outline.js';

const skipped = new Set(data.skip);
const blocks = new Set(data.block);

export interface HtmlReading {
  readonly page: PageText;
  readonly outline: Outline;
  readonly document: Document;
}

/** One tree with positions, walked once without recursion: its text, and what stands in which line and cell. */
export function readHtml(source: string, repairs: Repairs, mirrored: boolean): HtmlReading {
  const document = parseDocument(source, {
    withStartIndices: true,
    withEndIndices: true,
    decodeEntities: false,
  });
  const writer = createTextWriter();
  const outline = createOutline(writer, source);
  walk(document, {
    enter(node) {
      if (node.type === ElementType.Text) {
        const start = node.startIndex ?? 0;
        const end = (node.endIndex ?? -1) + 1;
        const isFootnote = isSuperscript(node) && /\d$/.test(writer.lastChar());
        outline.text(() => {
          if (isFootnote) writer.put('[', start, start);
          for (const part of withoutTags(source, start, end)) {
            mend(writer, source, part.start, part.end, { mirrored, repairs, newline: ' ' });
          }
          if (isFootnote) writer.put(']', end, end);
        });
        return false;
      }
      if (!isElement(node)) return node.type === ElementType.CDATA;
      if (skipped.has(node.name) || isHiddenCell(node)) return false;
      if (blocks.has(node.name)) outline.breakLine(node.startIndex ?? 0);
      outline.open(node);
      return true;
    },
    leave(node) {
      if (!isElement(node)) return;
      if (blocks.has(node.name)) outline.breakLine(node.endIndex ?? 0);
      outline.close(node);
    },
  });
  outline.breakLine(source.length);
  return { page: writer.finish(), outline, document };
}

const cellTags = new Set(data.hidden_cells);

/** Rows and cells that no reader of the page sees: what they hold is not on the page. */
function isHiddenCell({ name, attribs }: Element): boolean {
  return (
    cellTags.has(name) && (attribs.hidden !== undefined || /display\s*:\s*none/i.test(attribs.style ?? ''))
  );
}

/** A closing tag that closes nothing leaves no node: the text before and behind it is one, with the tag in between. */
function* withoutTags(source: string, start: number, end: number): Generator<Range> {
  const text = source.slice(start, end);
  let from = 0;
  for (let at = text.indexOf('</'); at >= 0; at = text.indexOf('</', from)) {
    const close = text.indexOf('>', at);
    if (close < 0 || !/[a-z]/i.test(text[at + 2] ?? '')) break;
    yield { start: start + from, end: start + at };
    from = close + 1;
  }
  yield { start: start + from, end };
}

/** A raised number behind a figure is a footnote's and no digit of it. */
function isSuperscript({ parent }: ChildNode): boolean {
  return parent !== null && isElement(parent as ChildNode) && (parent as Element).name === 'sup';
}

function isElement(node: ChildNode): node is Element {
  return node.type === ElementType.Tag;
}

interface Visitor {
  /** True where the children are wanted. */
  readonly enter: (node: ChildNode) => boolean;
  readonly leave: (node: ChildNode) => void;
}

function walk(root: Document, visitor: Visitor): void {
  let node: ChildNode | null = root.children[0] ?? null;
  while (node) {
    const child: ChildNode | null =
      visitor.enter(node) && 'children' in node ? (node.children[0] ?? null) : null;
    if (child) {
      node = child;
      continue;
    }
    visitor.leave(node);
    while (node && !node.next) {
      const parent: ChildNode | null =
        node.parent && node.parent !== root ? (node.parent as ChildNode) : null;
      if (parent) visitor.leave(parent);
      node = parent;
    }
    node = node?.next ?? null;
  }
}
