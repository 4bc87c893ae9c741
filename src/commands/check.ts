import { checkFolder } from '../check/across-folder.js';
import type { IsKnown } from '../check/baseline.js';
import { findInRecord } from '../check/find-in-record.js';
import { keepFacts, type PageFacts } from '../check/page-facts.js';
import { type CheckReport, type FailOn, type Finding, fails, type Unusable } from '../model/finding.js';
import type { GipRecord } from '../model/record.js';
import { isUnusable } from '../run/input-row.js';
import { type RecordOptions, readRecords } from '../run/read-records.js';
import { type Expectation, loadExpectation, updateExpectation } from './expectations.js';

export interface CheckOptions extends RecordOptions {
  readonly isKnown: IsKnown;
  readonly failOn: FailOn;
  /** Write what the pages say as what is expected of them. */
  readonly update: boolean;
}

/** Parses and checks everything named, page by page and across the folder. */
export async function check(options: CheckOptions): Promise<CheckReport> {
  const findings: Finding[] = [];
  const unusable: Unusable[] = [];
  const pages: string[] = [];
  const facts: PageFacts[] = [];
  const onRecord = (record: GipRecord, file: string | null) => {
    const { path } = record.source;
    pages.push(path);
    const expectation = file === null ? { kind: 'none' as const } : loadExpectation(file);
    if (expectation.kind === 'broken') unusable.push({ path, reason: expectation.reason });
    const expected = expectedOf(expectation);
    if (isUnusable(record, false) && expected?.status !== record.status)
      return void unusable.push({ path, reason: `${record.status}: ${record.reason}` });
    if (options.update && file !== null) updateExpectation(record, file, expectation);
    else findings.push(...findInRecord(record, file, expected));
    facts.push(keepFacts(record, file));
  };
  const onProblem = (path: string, reason: string) => void unusable.push({ path, reason });
  await readRecords(options, { onRecord, onProblem });
  findings.push(...checkFolder(facts));
  const known = findings.filter(options.isKnown);
  const fresh = findings.filter((finding) => !known.includes(finding));
  return { pages, findings: fresh, known, unusable, failOn: options.failOn };
}

function expectedOf(expectation: Expectation) {
  return expectation.kind === 'found' ? expectation.expected : undefined;
}

/** 3 where an input could not be used, else 1 where something is to settle, else 0. */
export function statusOf({ unusable, findings, failOn }: CheckReport): 0 | 1 | 3 {
  if (unusable.length > 0) return 3;
  return findings.some((finding) => fails(finding, failOn)) ? 1 : 0;
}
