/** Offsets into the decoded page (after a byte-order mark, before any cleaning), UTF-16 units, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Cleaned text that remembers where each character came from:
 * `text[i]` was read from `[from(i), to(i))` of the decoded page.
 */
export interface PageText {
  readonly text: string;
  readonly from: (at: number) => number;
  readonly to: (at: number) => number;
}

/** One line or paragraph of the page. `start` and `end` are offsets into the page text. */
export interface Line extends Range {
  readonly kind: 'line';
  readonly text: string;
  /** Level of an HTML heading element, 0 for ordinary text. */
  readonly heading: number;
  /** All of its text stands inside links. */
  readonly linked: boolean;
  /** It was cut out of a longer line of the page. */
  readonly isCut: boolean;
}

/** One cell of a grid, once, where its span begins. */
export interface GridCell extends Range {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A table whose rows and columns are still known. */
export interface Grid extends Range {
  readonly kind: 'grid';
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
}

export type Block = Line | Grid;

/** What the head of a page declares, as it is printed. */
export interface PageHead {
  readonly title: string;
  /** What the first element `meta` of each name says; names in small letters. */
  readonly declared: ReadonlyMap<string, string>;
}
