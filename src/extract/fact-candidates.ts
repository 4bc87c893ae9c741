import type { Range } from '../model/page.js';
import type { Placer } from '../model/placer.js';
import type { Candidate } from '../model/record.js';

/** One reading of a fact of the report; lists of them begin with the one that is taken. */
export interface Reading<T extends string | number> {
  readonly value: T;
  readonly from: string;
  /** Where it stands in the page text, null where it was read from the head of the page. */
  readonly range: Range | null;
  /** Why it goes before others, where their order does not say so. */
  readonly why?: string;
  /** Read from a misprint. */
  readonly isMended?: boolean;
  /** Too weak to be taken: it only stands beside the others. */
  readonly isHint?: boolean;
}

/** The reading that is taken, if any is strong enough. */
export function findChosen<T extends string | number>(
  readings: readonly Reading<T>[],
): Reading<T> | undefined {
  return readings.find(({ isHint }) => isHint !== true);
}

/** Each different reading once, the chosen one first, with why the others lost. */
export function toCandidates<T extends string | number>(
  field: Candidate['field'],
  readings: readonly Reading<T>[],
  placer: Placer,
): Candidate[] {
  const first = new Map<T, Reading<T>>();
  for (const reading of readings) if (!first.has(reading.value)) first.set(reading.value, reading);
  const different = [...first.values()];
  const chosen = findChosen(different);
  return different.map((reading) => ({
    field,
    value: reading.value,
    from: reading.from,
    place: reading.range && placer(reading.range),
    chosen: reading === chosen,
    reason: reasonFor(reading, chosen),
  }));
}

function reasonFor<T extends string | number>(reading: Reading<T>, chosen: Reading<T> | undefined): string {
  const { from, why } = reading;
  if (reading === chosen) return why ? `stated by the ${from}: ${why}` : `stated by the ${from}`;
  if (chosen === undefined) return `the ${from} alone does not decide`;
  return chosen.why
    ? `the ${chosen.from} gives ${chosen.why}`
    : `the ${chosen.from} comes before the ${from}`;
}

export function isSameFact(readings: readonly Reading<string | number>[]): boolean {
  return new Set(readings.map((reading) => reading.value)).size <= 1;
}
