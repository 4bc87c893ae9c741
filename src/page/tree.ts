import type { Range } from '../model/page.js';
import { ATTRIBUTE, buildTree, NODE, TEXT, TEXT_IN_PIECES } from './tree-builder.js';

/**
 * The elements and texts of a page in the order in which they begin, as numbers in columns: a page has ten thousand of
 * them, of which few are looked at twice. Comments are left out.
 */
export class PageTree {
  readonly source: string;
  readonly size: number;
  readonly #nodes: Int32Array;
  readonly #attributes: Int32Array;

  /** Reads a page as htmlparser2 does, without an object for each node and a string for each attribute. */
  constructor(source: string) {
    const { size, nodes, attributes } = buildTree(source);
    this.source = source;
    this.size = size;
    this.#nodes = nodes;
    this.#attributes = attributes;
  }

  /** The number of an element's name (names.ts), a larger one where it is not known there; 0 for a text. */
  id(node: number): number {
    return Math.max(TEXT, this.#read(node, NODE.name));
  }

  start(node: number): number {
    return this.#read(node, NODE.start);
  }

  /** The last character of a text or of what ends an element. */
  last(node: number): number {
    return this.#read(node, NODE.last);
  }

  /** Behind the opening tag. */
  contentStart(node: number): number {
    return this.#read(node, NODE.content);
  }

  /** The first node behind all that is in this one. */
  after(node: number): number {
    return this.#read(node, NODE.after);
  }

  /** Where a text is printed that has closing tags in it which close nothing; undefined for any other. */
  pieces(node: number): readonly Range[] | undefined {
    if (this.#read(node, NODE.name) !== TEXT_IN_PIECES) return undefined;
    return findPieces(this.source, this.start(node), this.last(node) + 1);
  }

  /** What a text says, as it is printed. */
  text(node: number): string {
    const pieces = this.pieces(node);
    if (pieces === undefined) return this.source.slice(this.start(node), this.last(node) + 1);
    return pieces.map(({ start, end }) => this.source.slice(start, end)).join('');
  }

  /** An attribute of those in html.json as it is printed; undefined where the element has none of this name's number. */
  attribute(node: number, name: number): string | undefined {
    const at = this.#findAttribute(node, name);
    if (at < 0) return undefined;
    return this.source.slice(this.#attributes[at + ATTRIBUTE.start], this.#attributes[at + ATTRIBUTE.end]);
  }

  hasAttribute(node: number, name: number): boolean {
    return this.#findAttribute(node, name) >= 0;
  }

  /** Where the numbers of an attribute begin; -1 where the element has none of this name. */
  #findAttribute(node: number, name: number): number {
    const end = this.#read(node, NODE.attributesEnd);
    const start = node > 0 ? this.#read(node - 1, NODE.attributesEnd) : 0;
    for (let at = start; at < end; at += ATTRIBUTE.size)
      if (this.#attributes[at + ATTRIBUTE.name] === name) return at;
    return -1;
  }

  #read(node: number, column: number): number {
    return this.#nodes[node * NODE.size + column] ?? 0;
  }
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
