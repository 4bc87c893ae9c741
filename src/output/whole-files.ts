import { randomBytes } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A text file that is made piece by piece. */
export interface TextFile {
  readonly path: string;
  readonly pieces: Iterable<string>;
}

/** Writes files beside their targets and renames them when all are whole; files that exist are replaced. */
export function writeWholeFiles(files: readonly TextFile[]): void {
  const mark = randomBytes(4).toString('hex');
  const besides = files.map(({ path }) => join(dirname(path), `.${basename(path)}.${mark}.part`));
  try {
    for (const [i, { pieces }] of files.entries()) writePieces(besides[i] ?? '', pieces);
    for (const [i, { path }] of files.entries()) renameSync(besides[i] ?? '', path);
  } catch (error) {
    for (const beside of besides) rmSync(beside, { force: true });
    throw error;
  }
}

function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}
