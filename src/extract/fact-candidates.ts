import type { Range } from '../model/page.js';
import type { Placer } from '../model/placer.js';
import type { Candidate } from '../model/record.js';

/** One reading of a fact of the report; lists of them begin with the one that is taken. */
export interface Reading<T extends string | number> {
  readonly value: T;
  readonly from: string;
  /** Where it stands in the page text, null where it was read from the head of the page. */
  readonly range: Range | null;
}

/** Each different reading once, the chosen one first, with why the others lost. */
export function toCandidates<T extends string | number>(
  field: Candidate['field'],
  readings: readonly Reading<T>[],
  placer: Placer,
): Candidate[] {
  const different = readings.filter((r, i) => readings.findIndex((other) => other.value === r.value) === i);
  return different.map(({ value, from, range }, i) => ({
    field,
    value,
    from,
    place: range && placer(range),
    chosen: i === 0,
    reason: i === 0 ? `stated by the ${from}` : `the ${different[0]?.from} comes before the ${from}`,
  }));
}

export function isSameFact(readings: readonly Reading<string | number>[]): boolean {
  return new Set(readings.map((reading) => reading.value)).size <= 1;
}
