import type { FAMILIES } from './record.js';

type Family = (typeof FAMILIES)[number];

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

/** A row of a form as written in template data. */
export interface RowData {
  readonly label?: string;
  readonly aliases?: readonly string[];
  readonly code?: string;
  /** A row that only some places add; its absence is no gap. */
  readonly local?: boolean;
  /** Unit in which the form counts the row where the page prints none; without it, the codebook's. */
  readonly unit?: string;
  readonly rows?: readonly RowData[];
}

/** A column of a form; its code is put behind the row's. `null`: figures here belong to no indicator. */
interface ColumnData {
  readonly code: string | null;
  readonly labels: readonly string[];
  readonly under?: readonly string[];
  /** A column that only some pages have. */
  readonly optional?: boolean;
  /** Unit that every figure of the column carries, `%` for shares. */
  readonly unit?: string;
}

export interface BlockData {
  readonly title?: readonly string[];
  readonly head: readonly string[];
  readonly columns: readonly ColumnData[];
  readonly rows: readonly RowData[];
}

export interface TableData {
  readonly id: string;
  readonly caption: readonly string[];
  readonly blocks: readonly BlockData[];
}

/** A form, as one folder of data holds it. */
export interface TemplateData {
  readonly id: string;
  /** What a reader of the data should know. */
  readonly note?: string;
  readonly family: Family;
  readonly edition: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** The notice that fixes the form. */
  readonly source: string;
  /** First and last report year for which the form was in force. */
  readonly years: readonly [number, number];
  /** Section headings that the form prescribes. */
  readonly headings: readonly string[];
  readonly tables: readonly TableData[];
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
  readonly unit: string | undefined;
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
}
