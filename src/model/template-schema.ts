import * as z from 'zod';
import { FAMILIES } from './record.js';

const label = z.string().refine((text) => text.trim() !== '', 'must not be empty');
const labels = z.array(label);
/** A form has tables: prose alone is none. */
const families = z.enum(FAMILIES).exclude(['prose-only']);
const code = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]*(?:[.:][a-z0-9_]+)*$/,
    'is no code: words of small letters, digits and _, parted by dots',
  );

/** A row's or a column's part of a code: together they make an indicator's. */
const part = z.string().regex(/^[a-z0-9_.:]*$/, 'is no part of a code: small letters, digits, _ . :');

/** A row of a form; its code with a column's behind it makes that of an indicator. */
const rowSchema = z.strictObject({
  label: label.optional(),
  aliases: labels.optional(),
  code: part.optional(),
  /** A row that only some places add; its absence is no gap. */
  local: z.boolean().optional(),
  /** Unit in which the form counts the row where the page prints none; without it, the codebook's. */
  unit: label.optional(),
  /** Rows under this one. */
  get rows() {
    return z.array(rowSchema).optional();
  },
});

/** A column of a form; its code is put behind the row's. */
const columnSchema = z.strictObject({
  /** `null`: figures here belong to no indicator. */
  code: part.nullable(),
  labels: labels.min(1),
  /** Labels above it that it shares with its neighbours, outermost first. */
  under: labels.optional(),
  /** A column that only some pages have. */
  optional: z.boolean().optional(),
  /** Unit that every figure of the column carries, `%` for shares. */
  unit: label.optional(),
});

/** Rows under one head. */
const blockSchema = z.strictObject({
  title: labels.optional(),
  /** What stands over the row labels. */
  head: labels,
  columns: z.array(columnSchema).min(1),
  rows: z.array(rowSchema).min(1),
  /** Columns that are the sum of others, by their codes. */
  sums: z.array(z.strictObject({ total: part, of: z.array(part) })).optional(),
  /** Rows whose figures, column by column, come to the same on both sides, by their codes; used where the page has them all. */
  balances: z.array(z.strictObject({ left: z.array(part), right: z.array(part) })).optional(),
});

const tableSchema = z.strictObject({ id: label, caption: labels, blocks: z.array(blockSchema).min(1) });

/** A form, as one folder of data holds it. */
export const templateSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'is no id: small letters, digits and hyphens'),
  /** What a reader of the data should know. */
  note: z.string().optional(),
  family: families,
  edition: label,
  name: z.strictObject({ zh: label, en: label }),
  /** The notice that fixes the form. */
  source: label,
  /** First and last report year for which the form was in force. */
  years: z.tuple([z.int(), z.int()]).refine(([first, last]) => first <= last, 'end before they begin'),
  /** Section headings that the form prescribes. */
  headings: labels,
  tables: z.array(tableSchema).min(1),
});

/** A row of the codebook. */
export const indicatorSchema = z.strictObject({
  code,
  /** Column name in tables: at most 32 characters, legal in Stata, R and SQL. */
  name: z.string().regex(/^[a-z][a-z0-9_]{0,31}$/, 'is no column name: at most 32 small letters, digits, _'),
  family: z.union([families, z.literal('all')]),
  edition: label,
  label_zh: label,
  unit: label,
  /** The code of which it is a part, or nothing. */
  parent: z.union([z.literal(''), code]),
  meaning: label,
});

export type RowData = z.infer<typeof rowSchema>;
export type BlockData = z.infer<typeof blockSchema>;
export type TableData = z.infer<typeof tableSchema>;
export type TemplateData = z.infer<typeof templateSchema>;
