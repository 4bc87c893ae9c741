import { findUnused } from '../corrections/apply.js';
import { readCorrections } from '../corrections/read.js';
import { readTextFile } from '../input/read-text.js';
import { CallError } from '../model/call-error.js';
import type { Correction } from '../model/correction.js';

/**
 * The corrections that a file holds; none where none is named.
 * @throws CallError that names the line where the file is broken
 */
export function loadCorrections(path: string | undefined, codes: ReadonlySet<string>): readonly Correction[] {
  if (path === undefined) return [];
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

/** A line for each correction whose page was not among the inputs. */
export function tellUnused(corrections: readonly Correction[], pages: ReadonlySet<string>): string[] {
  return findUnused(corrections, pages).map(
    ({ line, code, sha256 }) =>
      `correction of line ${line} (${code}) was not used: no page has the SHA-256 ${sha256}`,
  );
}
