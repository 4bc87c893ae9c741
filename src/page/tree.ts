import { type Handler, Parser } from 'htmlparser2';
import type { Range } from '../model/page.js';

/**
 * The elements and texts of a page in the order in which they begin, as numbers in columns: a page has ten thousand of
 * them, of which few are looked at twice. Comments are left out.
 */
export interface PageTree {
  readonly source: string;
  readonly size: number;
  /** The name of an element in small letters; nothing for a text. */
  readonly name: (node: number) => string;
  readonly start: (node: number) => number;
  /** The last character of a text or of what ends an element. */
  readonly last: (node: number) => number;
  /** Behind the opening tag. */
  readonly contentStart: (node: number) => number;
  /** What a text says, as it is printed. */
  readonly text: (node: number) => string;
  /** The first node behind all that is in this one. */
  readonly after: (node: number) => number;
  /** An attribute as it is printed; undefined where the element has none of this name, in small letters. */
  readonly attribute: (node: number, name: string) => string | undefined;
}

/** Start and end of the name and of the value. */
const NUMBERS = 4;

interface Columns {
  readonly names: string[];
  readonly starts: number[];
  readonly lasts: number[];
  readonly contents: number[];
  readonly afters: number[];
  /** Where in `attributes` those of an element begin and end. */
  readonly firsts: number[];
  readonly ends: number[];
  readonly attributes: number[];
}

/** Reads a page as htmlparser2 does, without an object for each node and a string for each attribute. */
export function readTree(source: string): PageTree {
  const columns: Columns = {
    names: [],
    starts: [],
    lasts: [],
    contents: [],
    afters: [],
    firsts: [],
    ends: [],
    attributes: [],
  };
  new NotingParser(columns).end(source);
  const { names, starts, lasts, contents, afters } = columns;
  return {
    source,
    size: names.length,
    name: (node) => names[node] ?? '',
    start: (node) => starts[node] ?? 0,
    last: (node) => lasts[node] ?? 0,
    contentStart: (node) => contents[node] ?? 0,
    text: (node) =>
      findPieces(source, starts[node] ?? 0, (lasts[node] ?? -1) + 1)
        .map(({ start, end }) => source.slice(start, end))
        .join(''),
    after: (node) => afters[node] ?? 0,
    attribute: (node, name) => readAttribute(columns, source, node, name),
  };
}

/** A closing tag that closes nothing ends no text: what stands before and behind it is one, with the tag in between. */
export function findPieces(source: string, start: number, end: number): Range[] {
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

/** Of several attributes with one name the first counts. */
function readAttribute(columns: Columns, source: string, node: number, name: string): string | undefined {
  const { attributes, firsts, ends } = columns;
  const end = ends[node] ?? 0;
  for (let at = firsts[node] ?? 0; at < end; at += NUMBERS) {
    const [from = 0, to = 0] = [attributes[at], attributes[at + 1]];
    if (to - from === name.length && source.slice(from, to).toLowerCase() === name)
      return source.slice(attributes[at + 2], attributes[at + 3]);
  }
  return undefined;
}

/** Notes where attributes stand in place of cutting them out. */
class NotingParser extends Parser {
  readonly #attributes: number[];

  constructor(columns: Columns) {
    super(createHandler(columns), { decodeEntities: false });
    this.#attributes = columns.attributes;
  }

  override onattribname(start: number, end: number): void {
    this.startIndex = start;
    this.#attributes.push(start, end, 0, 0);
  }

  override onattribdata(start: number, end: number): void {
    const { length } = this.#attributes;
    this.#attributes[length - 2] = start;
    this.#attributes[length - 1] = end;
  }

  override onattribend(_quote: unknown, end: number): void {
    this.endIndex = end;
  }
}

function createHandler(columns: Columns): Partial<Handler> {
  const { names, lasts, afters, attributes } = columns;
  const open: number[] = [];
  let parser: Spot = { startIndex: 0, endIndex: 0 };
  let first = 0;
  /** The text that a further piece of text belongs to. */
  let text = -1;
  const endText = () => {
    text = -1;
  };
  return {
    onparserinit(created) {
      parser = created;
    },
    onopentagname() {
      first = attributes.length;
    },
    onopentag(name) {
      text = -1;
      open.push(add(columns, name, parser, first));
    },
    onclosetag() {
      text = -1;
      const node = open.pop();
      if (node === undefined) return;
      lasts[node] = parser.endIndex;
      afters[node] = names.length;
    },
    ontext() {
      if (text < 0) text = add(columns, '', parser, attributes.length);
      else lasts[text] = parser.endIndex;
    },
    oncomment: endText,
    onprocessinginstruction: endText,
  };
}

type Spot = Pick<Parser, 'startIndex' | 'endIndex'>;

function add(columns: Columns, name: string, { startIndex, endIndex }: Spot, firstAttribute: number): number {
  columns.names.push(name);
  columns.starts.push(startIndex);
  columns.lasts.push(endIndex);
  columns.contents.push(endIndex + 1);
  columns.firsts.push(firstAttribute);
  columns.ends.push(columns.attributes.length);
  return columns.afters.push(columns.names.length) - 1;
}
