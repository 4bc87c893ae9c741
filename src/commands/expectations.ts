import { expectRecord } from '../check/expect.js';
import { findExpectedFile, readJsonFile, writeJsonFile } from '../input/side-files.js';
import { type Expected, expectedSchema } from '../model/expected.js';
import type { GipRecord } from '../model/record.js';

/** What a file beside a page expects of it. */
export type Expectation =
  | { readonly kind: 'found'; readonly file: string; readonly expected: Expected }
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'none' };

export function loadExpectation(page: string): Expectation {
  const file = findExpectedFile(page);
  if (file === undefined) return { kind: 'none' };
  try {
    const { data, error } = expectedSchema.safeParse(readJsonFile(file));
    if (data) return { kind: 'found', file, expected: data };
    const issues = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return { kind: 'broken', reason: `${file} is no expectation: ${issues.join('; ')}` };
  } catch (error) {
    return {
      kind: 'broken',
      reason: `${file} cannot be read: ${error instanceof Error ? error.message : error}`,
    };
  }
}

/** Writes what the record says; an expectation that is there keeps to what it names, a broken one is left alone. */
export function updateExpectation(record: GipRecord, page: string, old: Expectation): void {
  if (old.kind === 'broken') return;
  const file = old.kind === 'found' ? old.file : `${page}.expected.json`;
  writeJsonFile(file, expectRecord(record, old.kind === 'found' ? old.expected : undefined));
}
