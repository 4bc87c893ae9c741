import { compareExpected, findUnexpected, printDifference } from '../../src/check/compare-expected.js';
import { type Expected, expectedSchema } from '../../src/model/expected.js';
import type { GipRecord } from '../../src/model/record.js';

/** What a fixture says of its page. */
export function readExpected(text: string): Expected {
  return expectedSchema.parse(JSON.parse(text));
}

/** Differences between a record and a fixture that names all figures of its page, one readable line each. */
export function compare(record: GipRecord, expected: Expected): string[] {
  return [...compareExpected(record, expected), ...findUnexpected(record, expected)].map(printDifference);
}
