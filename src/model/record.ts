import * as z from 'zod';
import { correctedSchema } from './correction.js';

const STATUSES = [
  'parsed',
  'partial',
  'no_figures',
  'not_a_report',
  'list_page',
  'shell',
  'attachment_only',
  'image_only',
  'empty',
  'undecodable',
  'too_large',
  'failed',
] as const;
export const FAMILIES = ['statistics-table', 'new-regulation', 'prose-only'] as const;
const STATES = ['number', 'blank', 'mark', 'text'] as const;
const ORIGINS = ['table', 'prose'] as const;
const LEVELS = ['national', 'province', 'prefecture', 'county', 'township'] as const;
const KINDS = ['government', 'department', 'township', 'other'] as const;

const offset = z.int().nonnegative();
const text = z.string().nullable();

/** Where something stands: UTF-16 offsets into the decoded page, line from 1, table, row and column from 0. */
const placeSchema = z.object({
  start: offset,
  end: offset,
  line: z.int().positive(),
  table: offset.nullable().optional(),
  row: offset.nullable().optional(),
  column: offset.nullable().optional(),
});

const messageSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  text: z.string(),
  place: placeSchema.nullable(),
  codes: z.array(z.string()),
});

const candidateSchema = z.object({
  field: z.enum(['report_year', 'period', 'publisher', 'title']),
  value: z.union([z.string(), z.number()]),
  from: z.string(),
  place: placeSchema.nullable(),
  chosen: z.boolean(),
  reason: z.string(),
});

const reportSchema = z.object({
  title: text,
  report_year: z.int().nullable(),
  period_start: text,
  period_end: text,
  publisher: text,
  place: text,
  adcode: text,
  adcode_current: text,
  level: z.enum(LEVELS).nullable(),
  kind: z.enum(KINDS).nullable(),
  alternatives: z.array(z.object({ adcode: z.string(), name: z.string() })),
  published_on: text,
  index_number: text,
  document_number: text,
  issuing_body: text,
  source_site: text,
  views: z.int().nullable(),
  contact_address: text,
  contact_postcode: text,
  contact_phone: text,
  contact_fax: text,
  contact_email: text,
  candidates: z.array(candidateSchema),
});

const readingSchema = z.object({ raw: z.string(), value: z.number().nullable(), place: placeSchema });

const valueSchema = z.object({
  code: z.string(),
  value: z.number().nullable(),
  state: z.enum(STATES),
  raw: z.string(),
  unit: z.string(),
  unit_printed: text,
  origin: z.enum(ORIGINS),
  label: z.string(),
  place: placeSchema,
  approximate: z.boolean(),
  corroboration: z.enum(['double', 'single', 'none', 'contradicted']),
  also: z.array(readingSchema),
  corrected: correctedSchema.optional(),
});

const unmappedSchema = z.object({
  path: z.array(z.string()),
  column: text,
  value: z.number(),
  raw: z.string(),
  unit: text,
  place: placeSchema,
});

const sectionSchema = z.object({
  level: z.int().positive(),
  number: z.string(),
  heading: z.string(),
  text: z.string(),
  place: placeSchema,
});

const templateSchema = z.object({
  family: z.enum(FAMILIES).nullable(),
  edition: text,
  score: z.number(),
  runner_up: z.object({ family: z.enum(FAMILIES), edition: text, score: z.number() }).nullable(),
  reasons: z.array(z.string()),
});

const checkSchema = z.object({
  id: z.string(),
  kind: z.enum(['identity', 'bound', 'suspicion']),
  status: z.enum(['pass', 'fail', 'not_assessed']),
  equation: z.string(),
  left: z.number().nullable(),
  right: z.number().nullable(),
  codes: z.array(z.string()),
  missing: z.array(z.string()),
  /** Blank cells that counted as nothing, as bodies leave such columns empty; not there where none did. */
  blank_as_nothing: z.array(z.string()).optional(),
  verdict: z.enum(['page', 'parser', 'unknown']).optional(),
});

const culpritSchema = z.object({
  codes: z.array(z.string()),
  printed: z.number().nullable(),
  implied: z.number().nullable(),
  slip: text,
  explains: z.array(z.string()),
  verdict: z.enum(['page', 'parser', 'unknown']),
  alternatives: z.array(z.array(z.string())).optional(),
});

/** One record a page, in every format. Field by field: docs/record.schema.json, generated from this schema. */
export const recordSchema = z.object({
  schema: z.literal('1'),
  tool: z.object({ name: z.string(), version: z.string() }),
  source: z.object({
    path: z.string(),
    container: text,
    sha256: z.string(),
    bytes: offset,
    media: z.enum(['html', 'text']).nullable(),
    encoding: text,
    url: text,
    fetched_at: text,
  }),
  status: z.enum(STATUSES),
  reason: z.string(),
  text: z.object({
    script: z.enum(['simplified', 'traditional', 'mixed']).nullable(),
    repairs: z.array(z.object({ kind: z.string(), count: offset })),
    dropped: z.array(z.object({ why: z.string(), place: placeSchema })),
  }),
  template: templateSchema,
  report: reportSchema,
  sections: z.array(sectionSchema),
  values: z.array(valueSchema),
  unmapped: z.array(unmappedSchema),
  coverage: z.object({
    tables: offset,
    figures: offset,
    mapped: offset,
    unmapped: offset,
    rows_missing: z.array(z.string()),
  }),
  checks: z.array(checkSchema),
  culprits: z.array(culpritSchema),
  messages: z.array(messageSchema),
});

export type GipRecord = z.infer<typeof recordSchema>;
export type Place = z.infer<typeof placeSchema>;
export type Message = z.infer<typeof messageSchema>;
export type Report = z.infer<typeof reportSchema>;
export type Candidate = z.infer<typeof candidateSchema>;
export type Value = z.infer<typeof valueSchema>;
export type Unmapped = z.infer<typeof unmappedSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type CheckResult = z.infer<typeof checkSchema>;
export type Culprit = z.infer<typeof culpritSchema>;
export type Verdict = Culprit['verdict'];
export type TemplateVerdict = z.infer<typeof templateSchema>;
export type Status = GipRecord['status'];
