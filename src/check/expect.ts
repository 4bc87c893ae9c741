import type { Expected } from '../model/expected.js';
import type { GipRecord } from '../model/record.js';

/**
 * What a record says, as an expectation.
 * @param named an expectation that is brought up to date: only what it names stays named
 */
export function expectRecord(record: GipRecord, named: Expected | undefined): Expected {
  const all = expectAll(record);
  if (!named) return all;
  return Object.fromEntries(
    Object.entries(named).map(([field, old]) => [field, keepNamed(all[field as keyof Expected], old)]),
  );
}

function expectAll(record: GipRecord): Expected {
  const { family, edition } = record.template;
  const { candidates: _, ...report } = record.report;
  const figures = (origin: string) =>
    record.values.flatMap((v) => (v.origin === origin ? [[v.code, v.value] as const] : []));
  const states = record.values.flatMap((v) =>
    v.origin === 'table' && v.state !== 'number' ? [[v.code, v.state] as const] : [],
  );
  return {
    status: record.status,
    template: { family, edition },
    report,
    sections: record.sections.filter((section) => section.level === 1).map((section) => section.heading),
    values: Object.fromEntries(figures('table')),
    prose: Object.fromEntries(
      figures('prose').filter((entry): entry is readonly [string, number] => entry[1] !== null),
    ),
    states: Object.fromEntries(states),
    approximate: record.values.filter((v) => v.origin === 'table' && v.approximate).map((v) => v.code),
    unmapped: record.unmapped.map(({ value, raw }) => ({ value, raw })),
    culprits: record.culprits.map(({ codes, printed, implied }) => ({ codes, printed, implied })),
  };
}

/** Of an object the keys that were named before; anything else whole. */
function keepNamed(now: unknown, old: unknown): unknown {
  if (typeof old !== 'object' || old === null || Array.isArray(old)) return now;
  const fields = (now ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.keys(old).flatMap((key) => (key in fields ? [[key, fields[key]]] : [])));
}
