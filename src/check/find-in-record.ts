import type { Expected } from '../model/expected.js';
import type { Finding } from '../model/finding.js';
import {
  type CheckResult,
  type Culprit,
  type GipRecord,
  type Message,
  recordSchema,
} from '../model/record.js';
import { findRule } from './catalogue.js';
import { compareExpected, printDifference } from './compare-expected.js';

/**
 * What is wrong with one page: its record against the schema, its figures against the checks of its form, and both
 * against what is expected of it. A culprit that the expectation names is no finding.
 */
export function findInRecord(
  record: GipRecord,
  file: string | null,
  expected: Expected | undefined,
): Finding[] {
  const about = { path: record.source.path, file };
  return [
    ...findInSchema(record).map((finding) => ({ ...about, ...finding })),
    ...findInChecks(record, expected).map((finding) => ({ ...about, ...finding })),
    ...findDifferences(record, expected).map((finding) => ({ ...about, ...finding })),
  ];
}

type Found = Omit<Finding, 'path' | 'file'>;

function findInSchema(record: GipRecord): Found[] {
  const { error } = recordSchema.safeParse(record);
  return (error?.issues ?? []).map((issue) => ({
    rule: 'schema',
    severity: 'error',
    text: `The record does not fit its schema: ${issue.path.join('.')}: ${issue.message}`,
    codes: [],
    place: null,
  }));
}

const SEVERITY = { identity: 'error', bound: 'warning', suspicion: 'info' } as const satisfies Record<
  CheckResult['kind'],
  Message['severity']
>;

/** A culprit is one finding with all that it explains; a failure that none explains is one of its own. */
function findInChecks(record: GipRecord, expected: Expected | undefined): Found[] {
  const explained = new Set(record.culprits.flatMap(({ explains }) => explains));
  const named = (expected?.culprits ?? []).map(({ codes }) => JSON.stringify(codes));
  const unknown = record.culprits.filter(({ codes }) => !named.includes(JSON.stringify(codes)));
  const failures = record.checks.filter(({ id, status }) => status === 'fail' && !explained.has(id));
  return [
    ...unknown.map((culprit) => describeCulprit(culprit, record)),
    ...failures.map((check) => describeFailure(check, record)),
  ];
}

/** The message that the record carries says it in words. */
function describeCulprit(culprit: Culprit, record: GipRecord): Found {
  const codes = culprit.codes.length > 0 ? culprit.codes : [...new Set(culprit.alternatives?.flat())];
  const message = record.messages.find((m) => m.code.startsWith('culprit') && sameList(m.codes, codes));
  const { verdict, explains } = culprit;
  const text = `${message?.text ?? explains.join(', ')} [${verdict}]`;
  const figures = culprit.codes.length === 1 ? { expected: culprit.implied, got: culprit.printed } : {};
  return { rule: 'culprit', severity: 'error', text, codes, place: message?.place ?? null, ...figures };
}

function describeFailure(
  { id, kind, codes, left, right, equation, verdict }: CheckResult,
  record: GipRecord,
): Found {
  const name = findRule(id)?.rule.name.en ?? id;
  const place =
    record.values.find((value) => value.origin === 'table' && value.code === codes[0])?.place ?? null;
  const text = `${name}: ${left} against ${right} in ${equation} [${verdict}]`;
  return { rule: id, severity: SEVERITY[kind], text, codes, place, expected: right, got: left };
}

function findDifferences(record: GipRecord, expected: Expected | undefined): Found[] {
  if (!expected) return [];
  return compareExpected(record, expected).map((difference) => ({
    rule: 'expected',
    severity: 'error',
    text: printDifference(difference),
    codes: difference.codes,
    place: difference.place,
    expected: difference.expected ?? null,
    got: difference.got ?? null,
  }));
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
