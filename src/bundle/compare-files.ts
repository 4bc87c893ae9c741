import { createHash } from 'node:crypto';
import { type LinePlace, readLineAt, readLines } from '../input/line-file.js';
import type { GipRecord } from '../model/record.js';
import { compareFields, compareValues, type ValueDifference } from './compare-records.js';

/** How one input differs between two files of records. */
export type InputDifference =
  | { readonly kind: 'added' | 'missing'; readonly path: string }
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
 * What differs between two files of records in NDJSON, in the order of the second, then what only the first has. Only
 * where records stand is kept in memory.
 */
export function* compareFiles(before: string, after: string): Generator<InputDifference> {
  const old = indexFile(before);
  const seen = new Map<string, number>();
  for (const { text } of readLines(after)) {
    const record = JSON.parse(text) as GipRecord;
    const key = keyOf(record, seen);
    const known = old.get(key);
    old.delete(key);
    if (!known) yield { kind: 'added', path: pathOf(record) };
    else if (known.hash !== hash(text))
      yield compare(JSON.parse(readLineAt(before, known)) as GipRecord, record);
  }
  for (const { path } of old.values()) yield { kind: 'missing', path };
}

interface Known extends LinePlace {
  readonly path: string;
  readonly hash: string;
}

function indexFile(file: string): Map<string, Known> {
  const index = new Map<string, Known>();
  const seen = new Map<string, number>();
  for (const { text, at, length } of readLines(file)) {
    const record = JSON.parse(text) as GipRecord;
    index.set(keyOf(record, seen), { at, length, path: pathOf(record), hash: hash(text) });
  }
  return index;
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

function compare(before: GipRecord, after: GipRecord): InputDifference {
  const values = compareValues(before, after);
  return {
    kind: 'changed',
    path: pathOf(after),
    isOtherPage: before.source.sha256 !== after.source.sha256,
    values,
    fields: compareFields(before, after).filter((name) => name !== 'values' || values.length === 0),
  };
}
