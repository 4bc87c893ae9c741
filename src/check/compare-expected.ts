import type { Expected } from '../model/expected.js';
import type { GipRecord, Place, Value } from '../model/record.js';

/** One thing that a page says otherwise than expected. */
export interface Difference {
  /** `report.title`, `values review.total`, … */
  readonly name: string;
  readonly expected: unknown;
  readonly got: unknown;
  readonly codes: readonly string[];
  readonly place: Place | null;
}

/** Differences between a record and what is expected of its page. */
export function compareExpected(record: GipRecord, expected: Expected): Difference[] {
  const prose = byCode(record, 'prose');
  const table = byCode(record, 'table');
  const printed = new Map([...prose, ...table]);
  const headings = record.sections.filter((section) => section.level === 1).map((section) => section.heading);
  const approximate = [...table.values()].filter((value) => value.approximate).map((value) => value.code);
  return [
    ...differ('status', expected.status, record.status),
    ...compareFields('template', expected.template ?? {}, record.template),
    ...compareFields('report', expected.report ?? {}, record.report),
    ...differ('sections', expected.sections, headings),
    ...compareCodes('values', expected.values ?? {}, printed, 'value'),
    ...compareCodes('prose', expected.prose ?? {}, prose, 'value'),
    ...compareCodes('states', expected.states ?? {}, table, 'state'),
    ...differ('approximate', expected.approximate, approximate),
    ...compareLists('unmapped', expected.unmapped, record.unmapped),
    ...compareLists('culprits', expected.culprits, record.culprits),
  ];
}

/** Figures that the page is read to have and the expectation, which names all, does not. */
export function findUnexpected(record: GipRecord, { values, prose }: Expected): Difference[] {
  const sides = [
    ['values', 'table', values],
    ['prose', 'prose', prose],
  ] as const;
  return sides.flatMap(([name, origin, named]) => {
    const extra = [...byCode(record, origin).values()].filter(
      (v) => v.value !== null && named && !(v.code in named),
    );
    return extra.map((v) => ({
      ...about(v.code, v),
      name: `${name} ${v.code}`,
      expected: undefined,
      got: v.value,
    }));
  });
}

/** A difference as a line. */
export function printDifference({ name, expected, got }: Difference): string {
  return `${name}: expected ${print(expected)}, got ${print(got)}`;
}

function print(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function byCode({ values }: GipRecord, origin: Value['origin']): Map<string, Value> {
  return new Map(values.filter((value) => value.origin === origin).map((value) => [value.code, value]));
}

function about(code: string, value: Value | undefined): Pick<Difference, 'codes' | 'place'> {
  return { codes: [code], place: value?.place ?? null };
}

function compareFields(name: string, expected: object, got: object): Difference[] {
  const fields = got as Readonly<Record<string, unknown>>;
  return Object.entries(expected).flatMap(([field, value]) =>
    differ(`${name}.${field}`, value, fields[field]),
  );
}

function compareCodes(
  name: string,
  expected: Readonly<Record<string, unknown>>,
  got: ReadonlyMap<string, Value>,
  field: 'value' | 'state',
): Difference[] {
  return Object.entries(expected).flatMap(([code, value]) => {
    const found = got.get(code);
    return differ(`${name} ${code}`, value, found?.[field], about(code, found));
  });
}

/** Lists whose entries may name only some fields: compared as sets, by the fields named. */
function compareLists(
  name: string,
  expected: readonly object[] | undefined,
  got: readonly object[],
): Difference[] {
  if (!expected) return [];
  const named = new Set(expected.flatMap(Object.keys));
  const text = (entry: object) =>
    JSON.stringify(
      Object.entries(entry)
        .filter(([key]) => named.has(key))
        .sort(),
    );
  const left = [...got];
  const missing = expected.filter((entry) => {
    const at = left.findIndex((other) => text(other) === text(entry));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...missing.flatMap((entry) => differ(name, entry, undefined)),
    ...left.map((entry) => ({ name, expected: undefined, got: entry, ...placeOf(entry) })),
  ];
}

function placeOf(entry: object): Pick<Difference, 'codes' | 'place'> {
  const { place = null, codes = [] } = entry as { place?: Place; codes?: readonly string[] };
  return { codes, place };
}

function differ(
  name: string,
  expected: unknown,
  got: unknown,
  where: Pick<Difference, 'codes' | 'place'> = { codes: [], place: null },
): Difference[] {
  if (expected === undefined || JSON.stringify(expected) === JSON.stringify(got)) return [];
  return [{ name, expected, got, ...where }];
}
