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
  for (const reading of readings) if (reading.isHint !== true) return reading;
  return undefined;
}

/** Adds each different reading once, the chosen one first, with why the others lost. */
export function addCandidates<T extends string | number>(
  candidates: Candidate[],
  field: Candidate['field'],
  readings: readonly Reading<T>[],
  placer: Placer,
): void {
  const different: Reading<T>[] = [];
  for (const reading of readings) if (!hasValue(different, reading.value)) different.push(reading);
  const chosen = findChosen(different);
  for (const reading of different) {
    const { value, from, range } = reading;
    const reason = reasonFor(reading, chosen);
    candidates.push({
      field,
      value,
      from,
      place: range && placer(range),
      chosen: reading === chosen,
      reason,
    });
  }
}

function hasValue<T extends string | number>(readings: readonly Reading<T>[], value: T): boolean {
  for (const reading of readings) if (reading.value === value) return true;
  return false;
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
  for (const reading of readings) if (reading.value !== readings[0]?.value) return false;
  return true;
}
