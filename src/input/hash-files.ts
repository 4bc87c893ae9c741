import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Size and SHA-256 of a file. */
export async function hashFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** The files under a folder by their names in it, with `/` between its parts, in order. */
export function namesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => nameIn(folder, join(parentPath, name)))
    .sort();
}

/** One hash of files of a folder: of their names in it, and of their bytes. */
export function hashFiles(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const bytes = readFileSync(file);
    hash.update(`${nameIn(folder, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function nameIn(folder: string, file: string): string {
  return relative(folder, file).replaceAll('\\', '/');
}
