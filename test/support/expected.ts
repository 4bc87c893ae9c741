import type { GipRecord, Value } from '../../src/model/record.js';

/** What a reader judged a page to say; what is not named is not compared. */
export interface Expected {
  readonly status?: string;
  readonly template?: Partial<GipRecord['template']>;
  readonly report?: Partial<GipRecord['report']>;
  /** Level-1 headings in order. */
  readonly sections?: readonly string[];
  /** Figures of tables, null where a cell is blank or holds a mark. */
  readonly values?: Readonly<Record<string, number | null>>;
  /** Figures of sentences. */
  readonly prose?: Readonly<Record<string, number>>;
  readonly states?: Readonly<Record<string, string>>;
  readonly approximate?: readonly string[];
  readonly unmapped?: readonly { readonly value: number; readonly raw: string }[];
}

/** Differences between a record and what was judged, one readable line each. */
export function compare(record: GipRecord, expected: Expected): string[] {
  const table = byCode(record, 'table');
  return [
    ...differ('status', expected.status, record.status),
    ...compareFields('template', expected.template ?? {}, record.template),
    ...compareFields('report', expected.report ?? {}, record.report),
    ...differ(
      'sections',
      expected.sections,
      record.sections.filter((s) => s.level === 1).map((s) => s.heading),
    ),
    ...compareNumbers('table', expected.values, table),
    ...compareNumbers('prose', expected.prose, byCode(record, 'prose')),
    ...Object.entries(expected.states ?? {}).flatMap(([code, state]) =>
      differ(`state of ${code}`, state, table.get(code)?.state),
    ),
    ...differ(
      'approximate',
      expected.approximate,
      [...table.values()].filter((v) => v.approximate).map((v) => v.code),
    ),
    ...differ(
      'unmapped',
      sorted(expected.unmapped),
      sorted(expected.unmapped && record.unmapped.map(({ value, raw }) => ({ value, raw }))),
    ),
  ];
}

function byCode(record: GipRecord, origin: string): Map<string, Value> {
  return new Map(
    record.values.filter((value) => value.origin === origin).map((value) => [value.code, value]),
  );
}

function compareFields(name: string, expected: object, got: object): string[] {
  const fields = got as Record<string, unknown>;
  return Object.entries(expected).flatMap(([field, value]) =>
    differ(`${name}.${field}`, value, fields[field]),
  );
}

function compareNumbers(
  name: string,
  expected: Readonly<Record<string, number | null>> | undefined,
  got: ReadonlyMap<string, Value>,
): string[] {
  if (!expected) return [];
  const missing = Object.entries(expected).flatMap(([code, value]) =>
    differ(`${name} ${code}`, value, got.get(code)?.value),
  );
  const extra = [...got.values()].filter((v) => !(v.code in expected) && v.value !== null);
  return [
    ...missing,
    ...extra.map((v) => `${name} ${v.code}: not on the page, got ${v.value} from “${v.label}” ${v.raw}`),
  ];
}

function differ(name: string, expected: unknown, got: unknown): string[] {
  if (expected === undefined || JSON.stringify(expected) === JSON.stringify(got)) return [];
  return [`${name}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`];
}

function sorted<T extends { readonly raw: string }>(
  items: readonly T[] | undefined,
): readonly T[] | undefined {
  return items && [...items].sort((a, b) => (a.raw < b.raw ? -1 : 1));
}
