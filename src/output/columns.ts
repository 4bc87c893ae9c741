import type { GipRecord, Value } from '../model/record.js';
import type { Indicator } from '../model/template.js';

export type Cell = string | number | boolean | null;

/** One column of a table: its name and how a row fills it. */
export interface Column<Row> {
  readonly name: string;
  readonly read: (row: Row) => Cell;
}

type Indicators = ReadonlyMap<string, Indicator>;

const source: Column<GipRecord>[] = (
  ['path', 'container', 'sha256', 'bytes', 'media', 'encoding', 'url', 'fetched_at'] as const
).map((name) => ({ name, read: ({ source }) => source[name] }));

const verdict: Column<GipRecord>[] = [
  { name: 'status', read: (r) => r.status },
  { name: 'reason', read: (r) => r.reason },
  { name: 'family', read: (r) => r.template.family },
  { name: 'edition', read: (r) => r.template.edition },
  { name: 'template_score', read: (r) => r.template.score },
];

const facts = [
  'title',
  'report_year',
  'period_start',
  'period_end',
  'publisher',
  'place',
  'adcode',
  'adcode_current',
  'level',
  'kind',
  'published_on',
  'index_number',
  'document_number',
  'issuing_body',
  'source_site',
  'views',
  'contact_address',
  'contact_postcode',
  'contact_phone',
  'contact_fax',
  'contact_email',
] as const;

const report: Column<GipRecord>[] = [
  ...facts.map((name) => ({ name, read: (r: GipRecord) => r.report[name] })),
  {
    name: 'alternatives',
    read: (r) => r.report.alternatives.map(({ adcode, name }) => `${adcode} ${name}`).join('; '),
  },
];

/** Columns of the table with one row a page: every indicator of the codebook, in its order. */
export function wideColumns(indicators: Indicators): Column<GipRecord>[] {
  const names = [...indicators.values()];
  return [
    ...source,
    ...verdict,
    ...report,
    { name: 'nonnumbers', read: (r) => listNonNumbers(r, indicators) },
    { name: 'from_prose', read: (r) => listFromProse(r, indicators) },
    ...names.map(({ code, name }) => ({ name, read: (r: GipRecord) => chosenValue(r, code)?.value ?? null })),
  ];
}

/** The table's number, else the prose's. */
function chosenValue(record: GipRecord, code: string): Value | undefined {
  const own = byCode(record).get(code) ?? [];
  const numbers = own.filter((value) => value.value !== null);
  return numbers.find((value) => value.origin === 'table') ?? numbers[0];
}

const indexes = new WeakMap<GipRecord, ReadonlyMap<string, readonly Value[]>>();

function byCode(record: GipRecord): ReadonlyMap<string, readonly Value[]> {
  const known = indexes.get(record);
  if (known) return known;
  const index = new Map<string, Value[]>();
  for (const value of record.values) index.set(value.code, [...(index.get(value.code) ?? []), value]);
  indexes.set(record, index);
  return index;
}

function listNonNumbers(record: GipRecord, indicators: Indicators): string {
  const states = record.values.filter((v) => v.state !== 'number' && !chosenValue(record, v.code));
  const withheld = record.messages.flatMap(({ code, codes }) => (code === 'values_withheld' ? codes : []));
  return [
    ...states.map((v) => `${indicators.get(v.code)?.name}=${v.state}`),
    ...withheld.flatMap((code) =>
      chosenValue(record, code) ? [] : [`${indicators.get(code)?.name}=withheld`],
    ),
  ].join(' ');
}

function listFromProse(record: GipRecord, indicators: Indicators): string {
  const codes = [...byCode(record).keys()].filter((code) => chosenValue(record, code)?.origin === 'prose');
  return codes.map((code) => indicators.get(code)?.name).join(' ');
}

interface LongRow {
  readonly record: GipRecord;
  readonly value: Value;
}

/** Columns of the table with one row a value. */
export function longColumns(indicators: Indicators): Column<LongRow>[] {
  const ofPage = ['path', 'container', 'sha256'] as const;
  const ofReport = [
    'title',
    'report_year',
    'publisher',
    'adcode',
    'adcode_current',
    'level',
    'kind',
  ] as const;
  const ofValue = [
    'code',
    'origin',
    'value',
    'state',
    'raw',
    'unit',
    'unit_printed',
    'approximate',
    'corroboration',
    'label',
  ] as const;
  const ofPlace = ['start', 'end', 'line', 'table', 'row', 'column'] as const;
  return [
    ...ofPage.map((name) => ({ name, read: ({ record }: LongRow) => record.source[name] })),
    { name: 'status', read: ({ record }) => record.status },
    { name: 'family', read: ({ record }) => record.template.family },
    { name: 'edition', read: ({ record }) => record.template.edition },
    ...ofReport.map((name) => ({ name, read: ({ record }: LongRow) => record.report[name] })),
    { name: 'name', read: ({ value }) => indicators.get(value.code)?.name ?? null },
    ...ofValue.map((name) => ({ name, read: ({ value }: LongRow) => value[name] })),
    ...ofPlace.map((name) => ({ name, read: ({ value }: LongRow) => value.place[name] ?? null })),
  ];
}
