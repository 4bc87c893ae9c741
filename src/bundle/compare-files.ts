import { createHash } from 'node:crypto';
import { type LinePlace, readLineAt, readLines } from '../input/line-file.js';
import type { GipRecord } from '../model/record.js';
import { compareFields, compareValues, type ValueDifference } from './compare-records.js';

/** How one input differs between two files of records. */
export type InputDifference =
  | { readonly kind: 'added' | 'missing'; readonly path: string }
  /** The same bytes under another path. */
  | { readonly kind: 'moved'; readonly path: string; readonly before: string }
  | {
      readonly kind: 'changed';
      readonly path: string;
      /** Whether the bytes of the page are no longer the same. */
      readonly isOtherPage: boolean;
      readonly values: readonly ValueDifference[];
      /** Fields of the record that differ beside its values. */
      readonly fields: readonly string[];
    };

/**
 * What differs between two files of records in NDJSON: inputs that both have, in the order of the second, then those under
 * a path that only one of them has. Only where records stand is kept in memory.
 */
export function* compareFiles(before: string, after: string): Generator<InputDifference> {
  const old = new Map(findRecords(before));
  const others: Known[] = [];
  for (const [key, now] of findRecords(after)) {
    const known = old.get(key);
    old.delete(key);
    if (!known) others.push(now);
    else if (known.hash !== now.hash) yield compare(readRecord(before, known), readRecord(after, now));
  }
  const left = groupBySha([...old.values()]);
  for (const now of others) {
    const known = now.sha256 === UNREAD ? undefined : left.get(now.sha256)?.shift();
    if (!known) yield { kind: 'added', path: now.path };
    else yield* compareMoved(readRecord(before, known), readRecord(after, now));
  }
  for (const { path } of [...left.values()].flat()) yield { kind: 'missing', path };
}

/** The bytes of a page that could not be had. */
const UNREAD = '';

function readRecord(file: string, place: LinePlace): GipRecord {
  return JSON.parse(readLineAt(file, place)) as GipRecord;
}

/** Records in their order, by the bytes of their pages. */
function groupBySha(records: readonly Known[]): Map<string, Known[]> {
  const groups = new Map<string, Known[]>();
  for (const record of records) {
    const same = groups.get(record.sha256);
    if (same) same.push(record);
    else groups.set(record.sha256, [record]);
  }
  return groups;
}

/** That a page was moved, and what else differs. */
function* compareMoved(before: GipRecord, after: GipRecord): Generator<InputDifference> {
  yield { kind: 'moved', path: pathOf(after), before: pathOf(before) };
  const { path, container } = after.source;
  const same = { ...before, source: { ...before.source, path, container } };
  const difference = compare(same, after);
  if (difference.values.length > 0 || difference.fields.length > 0) yield difference;
}

interface Known extends LinePlace {
  readonly path: string;
  /** Of the bytes of the page. */
  readonly sha256: string;
  /** Of the record. */
  readonly hash: string;
}

/** The records of a file, each with what tells it from all others there. */
function* findRecords(file: string): Generator<readonly [string, Known]> {
  const seen = new Map<string, number>();
  for (const { text, at, length } of readLines(file)) {
    const record = JSON.parse(text) as GipRecord;
    const { sha256 } = record.source;
    yield [keyOf(record, seen), { at, length, path: pathOf(record), sha256, hash: hash(text) }];
  }
}

/** An input by its path, and by how many of the same path were before it. */
function keyOf(record: GipRecord, seen: Map<string, number>): string {
  const path = JSON.stringify([record.source.container, record.source.path]);
  const count = seen.get(path) ?? 0;
  seen.set(path, count + 1);
  return `${count} ${path}`;
}

function pathOf({ source: { container, path } }: GipRecord): string {
  return container === null ? path : `${container}: ${path}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function compare(before: GipRecord, after: GipRecord): Extract<InputDifference, { kind: 'changed' }> {
  const values = compareValues(before, after);
  return {
    kind: 'changed',
    path: pathOf(after),
    isOtherPage: before.source.sha256 !== after.source.sha256,
    values,
    fields: compareFields(before, after).filter((name) => name !== 'values' || values.length === 0),
  };
}
