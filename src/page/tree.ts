import type { Range } from '../model/page.js';
import { ATTRIBUTE, type BuiltTree, buildTree, NODE, TEXT, TEXT_IN_PIECES } from './tree-builder.js';

/**
 * The elements and texts of a page in the order in which they begin, as numbers in columns: a page has ten thousand of
 * them, of which few are looked at twice. Comments are left out.
 */
export interface PageTree {
  readonly source: string;
  readonly size: number;
  /** The number of an element's name (names.ts), a larger one where it is not known there; 0 for a text. */
  readonly id: (node: number) => number;
  readonly start: (node: number) => number;
  /** The last character of a text or of what ends an element. */
  readonly last: (node: number) => number;
  /** Behind the opening tag. */
  readonly contentStart: (node: number) => number;
  /** Tells where a text is printed: in several places where closing tags that close nothing stand in it. */
  readonly readText: (node: number, read: (start: number, end: number) => void) => void;
  /** What a text says, as it is printed. */
  readonly text: (node: number) => string;
  /** The first node behind all that is in this one. */
  readonly after: (node: number) => number;
  /** An attribute of those in html.json as it is printed; undefined where the element has none of this name's number. */
  readonly attribute: (node: number, name: number) => string | undefined;
  readonly hasAttribute: (node: number, name: number) => boolean;
}

/**
 * Reads a page as htmlparser2 does, without an object for each node and a string for each attribute.
 */
export function readTree(source: string): PageTree {
  const built = buildTree(source);
  const { size, nodes, attributes } = built;
  const read = (node: number, column: number) => nodes[node * NODE.size + column] ?? 0;
  const id = (node: number) => Math.max(TEXT, read(node, NODE.name));
  const start = (node: number) => read(node, NODE.start);
  const last = (node: number) => read(node, NODE.last);
  const readText = (node: number, tell: (start: number, end: number) => void) => {
    if (read(node, NODE.name) !== TEXT_IN_PIECES) tell(start(node), last(node) + 1);
    else for (const piece of findPieces(source, start(node), last(node) + 1)) tell(piece.start, piece.end);
  };
  return {
    source,
    size,
    id,
    start,
    last,
    contentStart: (node) => read(node, NODE.content),
    readText,
    text(node) {
      let text = '';
      readText(node, (from, to) => {
        text += source.slice(from, to);
      });
      return text;
    },
    after: (node) => read(node, NODE.after),
    attribute(node, name) {
      const at = findAttribute(built, node, name);
      return at < 0
        ? undefined
        : source.slice(attributes[at + ATTRIBUTE.start], attributes[at + ATTRIBUTE.end]);
    },
    hasAttribute: (node, name) => findAttribute(built, node, name) >= 0,
  };
}

/** Where the numbers of an attribute begin; -1 where the element has none of this name. */
function findAttribute({ nodes, attributes }: BuiltTree, node: number, name: number): number {
  const endOf = (element: number) => nodes[element * NODE.size + NODE.attributesEnd] ?? 0;
  for (let at = node > 0 ? endOf(node - 1) : 0; at < endOf(node); at += ATTRIBUTE.size)
    if (attributes[at + ATTRIBUTE.name] === name) return at;
  return -1;
}

/** A closing tag that closes nothing ends no text: what stands before and behind it is one, with the tag in between. */
function findPieces(source: string, start: number, end: number): Range[] {
  const text = source.slice(start, end);
  const pieces: Range[] = [];
  let from = 0;
  for (let at = text.indexOf('</'); at >= 0; at = text.indexOf('</', from)) {
    const close = text.indexOf('>', at);
    if (close < 0 || !/[a-z]/i.test(text[at + 2] ?? '')) break;
    pieces.push({ start: start + from, end: start + at });
    from = close + 1;
  }
  pieces.push({ start: start + from, end });
  return pieces;
}
