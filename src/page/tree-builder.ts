import data from '../data/html.json' with { type: 'json' };
import { codesOf } from '../text/codes.js';
import { enlarge, unfilled } from '../text/numbers.js';
import { findName, idOf, KNOWN_NAMES, markNames } from './names.js';
import { findNoted } from './noted.js';
import { scanTags } from './scan-tags.js';
import type { TagListener } from './tag-listener.js';

/** Numbers of a node: its name, where it starts, ends and begins to hold others, the node behind it, the end of its attributes. */
export const NODE = { name: 0, start: 1, last: 2, content: 3, after: 4, attributesEnd: 5, size: 6 } as const;
/** Numbers of an attribute: its name, and where its value starts and ends. */
export const ATTRIBUTE = { name: 0, start: 1, end: 2, size: 3 } as const;
/** The name of a text, and that of one with a closing tag in it that closes nothing. */
export const TEXT = 0;
export const TEXT_IN_PIECES = -1;

const empty = markNames(data.void);
const foreign = markNames(data.foreign);
const inForeign = markNames(data.in_foreign);
const PARAGRAPH = idOf('p');
const BREAK = idOf('br');
const ends = fillEnds();

/** For each element, those that end where it begins. */
function fillEnds(): Uint8Array {
  const table = new Uint8Array(KNOWN_NAMES * KNOWN_NAMES);
  for (const [names, ended] of Object.entries(data.ends))
    for (const name of names.split(' '))
      for (const other of ended) table[idOf(name) * KNOWN_NAMES + idOf(other)] = 1;
  return table;
}

/** The nodes of a page as numbers; names that are not known have numbers of their own, from `KNOWN_NAMES` on. */
export interface BuiltTree {
  readonly size: number;
  readonly nodes: Int32Array;
  readonly attributes: Int32Array;
}

export function buildTree(source: string): BuiltTree {
  const codes = codesOf(source);
  const builder = new TreeBuilder(source, codes);
  scanTags(source, codes, builder);
  builder.finish();
  return builder;
}

/** A page has about one node for so many of its characters. */
const CHARACTERS_A_NODE = 16;
const FIRST_ATTRIBUTES = 256;

/** Makes elements of the tokens of a page by the rules of htmlparser2's Parser, and notes where they stand as it does. */
class TreeBuilder implements BuiltTree, TagListener {
  size = 0;
  nodes: Int32Array;
  attributes: Int32Array = new Int32Array(FIRST_ATTRIBUTES * ATTRIBUTE.size);
  /** How many of the numbers of attributes are in use. */
  #attributesEnd = 0;
  readonly #source: string;
  readonly #codes: Uint16Array;
  readonly #others = new Map<string, number>();
  /** Names and nodes of the open elements, and how many are open of each name. */
  readonly #open: number[] = [];
  readonly #openNodes: number[] = [];
  #depth = 0;
  readonly #counts: number[] = new Array(KNOWN_NAMES).fill(0);
  /** Where a tag may close itself: within drawings and formulas, but not in the text in them. */
  readonly #foreign: boolean[] = [];
  #name = 0;
  #tagStart = 0;
  #end = 0;
  /** The text that a further piece of text belongs to. */
  #text = -1;

  constructor(source: string, codes: Uint16Array) {
    this.#source = source;
    this.#codes = codes;
    const nodes = Math.ceil(source.length / CHARACTERS_A_NODE) + 2;
    this.nodes = new Int32Array(unfilled(nodes * NODE.size * 4));
  }

  onText(start: number, end: number): void {
    this.#end = end - 1;
    if (this.#text < 0) this.#text = this.#add(TEXT, start);
    else {
      this.nodes[this.#text * NODE.size + NODE.name] = TEXT_IN_PIECES;
      this.nodes[this.#text * NODE.size + NODE.last] = end - 1;
    }
  }

  onOpenName(start: number, end: number): number {
    const name = this.#nameAt(start, end);
    this.#end = end;
    while (this.#depth > 0 && isEnded(name, this.#open[this.#depth - 1] ?? 0)) this.#close();
    this.#name = name;
    this.#tagStart = start - 1;
    if (foreign[name]) this.#foreign.push(true);
    else if (inForeign[name]) this.#foreign.push(false);
    return name;
  }

  onOpenEnd(end: number): void {
    this.#end = end;
    const node = this.#add(this.#name, this.#tagStart);
    this.#text = -1;
    if (empty[this.#name]) return;
    this.#open[this.#depth] = this.#name;
    this.#openNodes[this.#depth++] = node;
    this.#counts[this.#name] = (this.#counts[this.#name] ?? 0) + 1;
  }

  onCloseName(start: number, end: number): void {
    const name = this.#nameAt(start, end);
    this.#end = end;
    if (foreign[name] || inForeign[name]) this.#foreign.pop();
    if (name === BREAK) this.#addEmpty(name, start);
    else if ((this.#counts[name] ?? 0) > 0) while (this.#close() !== name);
    else if (name === PARAGRAPH) this.#addEmpty(name, start);
  }

  onSelfClosing(end: number): void {
    const isForeign = this.#foreign.at(-1) === true;
    this.onOpenEnd(end);
    if (isForeign && this.#open[this.#depth - 1] === this.#name) this.#close();
  }

  onAttribute(start: number, end: number, valueStart: number, valueEnd: number): void {
    const name = findNoted(this.#name, this.#codes, start, end);
    if (name === 0) return;
    const at = this.#attributesEnd;
    if (at === this.attributes.length) this.attributes = enlarge(this.attributes);
    this.attributes[at + ATTRIBUTE.name] = name;
    this.attributes[at + ATTRIBUTE.start] = valueStart;
    this.attributes[at + ATTRIBUTE.end] = valueEnd;
    this.#attributesEnd = at + ATTRIBUTE.size;
  }

  /** What is not shown ends a text. */
  onUnseen(): void {
    this.#text = -1;
  }

  finish(): void {
    this.#end = this.#source.length;
    while (this.#depth > 0) this.#close();
  }

  #nameAt(start: number, end: number): number {
    const known = findName(this.#codes, start, end);
    if (known > 0) return known;
    const name = this.#source.slice(start, end).toLowerCase();
    let id = this.#others.get(name);
    if (id === undefined) {
      id = KNOWN_NAMES + this.#others.size;
      this.#others.set(name, id);
    }
    return id;
  }

  #add(name: number, start: number): number {
    const node = this.size++;
    const at = node * NODE.size;
    if (at === this.nodes.length) this.nodes = enlarge(this.nodes);
    this.nodes[at + NODE.name] = name;
    this.nodes[at + NODE.start] = start;
    this.nodes[at + NODE.last] = this.#end;
    this.nodes[at + NODE.content] = this.#end + 1;
    this.nodes[at + NODE.after] = this.size;
    this.nodes[at + NODE.attributesEnd] = this.#attributesEnd;
    return node;
  }

  /** What a closing tag makes that closes nothing. */
  #addEmpty(name: number, start: number): void {
    this.#add(name, start - 2);
    this.#text = -1;
  }

  #close(): number {
    const name = this.#open[--this.#depth] ?? 0;
    const at = (this.#openNodes[this.#depth] ?? 0) * NODE.size;
    this.nodes[at + NODE.last] = this.#end;
    this.nodes[at + NODE.after] = this.size;
    this.#counts[name] = (this.#counts[name] ?? 0) - 1;
    this.#text = -1;
    return name;
  }
}

function isEnded(name: number, open: number): boolean {
  return name < KNOWN_NAMES && open < KNOWN_NAMES && ends[name * KNOWN_NAMES + open] === 1;
}
