import { createCorrector } from '../corrections/apply.js';
import { readTextFile } from '../input/read-text.js';
import { CallError } from '../model/call-error.js';
import type { Correction } from '../model/correction.js';
import type { GipRecord } from '../model/record.js';

/**
 * The corrections that a file holds; none where none is named.
 * @throws CallError that names the line where the file is broken
 */
export async function loadCorrections(
  path: string | undefined,
  codes: ReadonlySet<string>,
): Promise<readonly Correction[]> {
  if (path === undefined) return [];
  const { readCorrections } = await import('../corrections/read.js');
  const read = readCorrections(readFileText(path), codes);
  if ('problem' in read) throw new CallError(`${path}: line ${read.line}: ${read.problem}`);
  return read.corrections;
}

function readFileText(path: string): string {
  try {
    return readTextFile(path);
  } catch (error) {
    throw new CallError(`${path}: the corrections cannot be read: ${(error as Error).message}`);
  }
}

/** Which of the pages that corrections are for there were. */
export interface Sightings {
  readonly note: (sha256: string) => void;
  /** A line for each correction whose page was not among them. */
  readonly unused: () => string[];
}

/** Keeps in mind only pages that a correction is for: there may be a million others. */
export function createSightings(corrections: readonly Correction[]): Sightings {
  const missing = new Set(corrections.map(({ sha256 }) => sha256));
  return {
    note: (sha256) => void missing.delete(sha256),
    unused: () =>
      corrections
        .filter(({ sha256 }) => missing.has(sha256))
        .map(
          ({ line, code, sha256 }) =>
            `correction of line ${line} (${code}) was not used: no page has the SHA-256 ${sha256}`,
        ),
  };
}

/** Puts corrections to records as they come, and knows which were not used. */
export function putCorrections(corrections: readonly Correction[]) {
  const correct = createCorrector(corrections);
  const { note, unused } = createSightings(corrections);
  return {
    unused,
    put(record: GipRecord): GipRecord {
      note(record.source.sha256);
      return correct(record);
    },
  };
}
