import type { TableData, TemplateData } from './template-schema.js';

export type { BlockData, RowData, TableData, TemplateData } from './template-schema.js';

/** One indicator of the codebook. */
export interface Indicator {
  readonly code: string;
  /** Column name in tables: at most 32 characters, legal in Stata, R and SQL. */
  readonly name: string;
  readonly family: string;
  readonly edition: string;
  readonly label_zh: string;
  readonly unit: string;
  readonly parent: string;
  readonly meaning: string;
}

type NodeKind = 'title' | 'head' | 'column' | 'row';

/** A label of a form in the order in which a page prints it. */
export interface FormNode {
  readonly index: number;
  readonly kind: NodeKind;
  readonly label: string;
  readonly keys: readonly string[];
  /** Labels with a gap for what the page fills in. */
  readonly patterns: readonly RegExp[];
  readonly block: number;
  /** Code of a row, undefined where the row holds no figures of its own. */
  readonly code: string | undefined;
  /** Codes of the row's cells, column by column; null where a column has none. */
  readonly codes: readonly (string | null)[];
  /** Which column of the block a column label names, undefined for a label above several. */
  readonly column: number | undefined;
  /** Labels above this row, outermost first. */
  readonly path: readonly string[];
  readonly local: boolean;
  readonly hasRows: boolean;
}

export interface Form {
  readonly data: TableData;
  readonly nodes: readonly FormNode[];
  readonly keys: ReadonlyMap<string, readonly FormNode[]>;
}

export interface Template {
  readonly data: TemplateData;
  readonly forms: readonly Form[];
  /** Units in which the form counts what the codebook counts in another, by code. */
  readonly units: ReadonlyMap<string, string>;
}

/** What pages are read with: the forms, and the indicators by code in the order of columns. */
export interface Catalogue {
  readonly templates: readonly Template[];
  readonly indicators: ReadonlyMap<string, Indicator>;
}
