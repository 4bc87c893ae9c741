import { numberOf } from '../model/figure.js';
import type { GipRecord, Place, Value } from '../model/record.js';
import type { Indicator } from '../model/template.js';
import { type Column, named } from './column.js';

export type Indicators = ReadonlyMap<string, Indicator>;

const source = (
  ['path', 'container', 'sha256', 'bytes', 'media', 'encoding', 'url', 'fetched_at'] as const
).map((name) => named('pages', name, ({ source }: GipRecord) => source[name]));

const verdict = [
  named('pages', 'status', (r: GipRecord) => r.status),
  named('pages', 'reason', (r: GipRecord) => r.reason),
  named('pages', 'family', (r: GipRecord) => r.template.family),
  named('pages', 'edition', (r: GipRecord) => r.template.edition),
  named('pages', 'template_score', (r: GipRecord) => r.template.score),
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

const report = [
  ...facts.map((name) => named('pages', name, (r: GipRecord) => r.report[name])),
  named('pages', 'alternatives', (r: GipRecord) =>
    r.report.alternatives.map(({ adcode, name }) => `${adcode} ${name}`).join('; '),
  ),
];

/** Columns that tell of a page, without its values. */
export function pageColumns(indicators: Indicators): Column<GipRecord>[] {
  return [
    ...source,
    ...verdict,
    ...report,
    named('pages', 'nonnumbers', (r: GipRecord) => listNonNumbers(r, indicators)),
    named('pages', 'from_prose', (r: GipRecord) => listFromProse(r, indicators)),
  ];
}

/** Columns of the table with one row a page: every indicator of the codebook, in its order. */
export function wideColumns(indicators: Indicators): Column<GipRecord>[] {
  return [...pageColumns(indicators), ...[...indicators.values()].map(indicatorColumn)];
}

function indicatorColumn({ code, name, label_zh, meaning }: Indicator): Column<GipRecord> {
  const read = (record: GipRecord) => {
    const value = chosenValue(record, code);
    return value ? numberOf(value) : null;
  };
  return { name, type: 'number', zh: label_zh, en: meaning, read };
}

/** The value that a table with one row a page shows: the table's number, else the prose's. */
export function chosenValue(record: GipRecord, code: string): Value | undefined {
  const own = byCode(record).get(code) ?? [];
  const numbers = own.filter((value) => numberOf(value) !== null);
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
  const states = record.values.filter((v) => numberOf(v) === null && !chosenValue(record, v.code));
  const withheld = record.messages.flatMap(({ code, codes }) => (code === 'values_withheld' ? codes : []));
  return [
    ...states.map((v) => `${indicators.get(v.code)?.name}=${v.state === 'number' ? 'withheld' : v.state}`),
    ...withheld.flatMap((code) =>
      chosenValue(record, code) ? [] : [`${indicators.get(code)?.name}=withheld`],
    ),
  ].join(' ');
}

function listFromProse(record: GipRecord, indicators: Indicators): string {
  const codes = [...byCode(record).keys()].filter((code) => chosenValue(record, code)?.origin === 'prose');
  return codes.map((code) => indicators.get(code)?.name).join(' ');
}

/** Columns that tell of a value, without its page. */
export function valueColumns(indicators: Indicators): Column<Value>[] {
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
  return [
    named('values', 'name', ({ code }) => indicators.get(code)?.name ?? null),
    ...ofValue.map((name) =>
      named('values', name, (value: Value) => (name === 'value' ? numberOf(value) : value[name])),
    ),
    ...placeColumns(({ place }: Value) => place),
    named('values', 'corrected_from', (value: Value) => (value.corrected ? value.value : null)),
    named('values', 'corrected_by', ({ corrected }: Value) => corrected?.by ?? null),
    named('values', 'corrected_why', ({ corrected }: Value) => corrected?.reason ?? null),
  ];
}

/** Columns that tell where something stands. */
export function placeColumns<Row>(placeOf: (row: Row) => Place): Column<Row>[] {
  return (['start', 'end', 'line', 'table', 'row', 'column'] as const).map((name) =>
    named('places', name, (row: Row) => placeOf(row)[name] ?? null),
  );
}

/** Columns of the table with one row a value. */
export function longColumns(indicators: Indicators): Column<OfPage<Value>>[] {
  return withPage(OF_PAGE, valueColumns(indicators));
}

const OF_PAGE = [
  ...['path', 'container', 'sha256', 'status', 'family', 'edition'],
  ...['title', 'report_year', 'publisher', 'adcode', 'adcode_current', 'level', 'kind'],
];

/** Something that stands on a page, and the page. */
export interface OfPage<Item> {
  readonly record: GipRecord;
  readonly item: Item;
}

/** The columns of what stands on a page, behind those of the page that are named. */
export function withPage<Item>(
  names: readonly string[],
  columns: readonly Column<Item>[],
): Column<OfPage<Item>>[] {
  const ofPage = [...source, ...verdict, ...report].filter(({ name }) => names.includes(name));
  return [
    ...ofPage.map((own) => ({ ...own, read: ({ record }: OfPage<Item>) => own.read(record) })),
    ...columns.map((own) => ({ ...own, read: ({ item }: OfPage<Item>) => own.read(item) })),
  ];
}
