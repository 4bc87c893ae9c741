import type { GipRecord, Value } from './record.js';

/** The number that tables show for a value: the corrected one where it was corrected, else the page's. */
export function numberOf({ value, corrected }: Value): number | null {
  return corrected === undefined ? value : corrected.value;
}

/** What stands for a code on a page: the table's number, else the prose's; else what stands where a number should. */
export function chosenByCode(record: GipRecord): Map<string, Value> {
  const chosen = new Map<string, Value>();
  for (const value of record.values) {
    const known = chosen.get(value.code);
    if (!known || rank(value) < rank(known)) chosen.set(value.code, value);
  }
  return chosen;
}

function rank(value: Value): number {
  return (numberOf(value) === null ? 2 : 0) + (value.origin === 'table' ? 0 : 1);
}
