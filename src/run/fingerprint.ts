import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tool } from '../tool.js';
import type { PageSettings } from './page-job.js';

/** What decides how pages are read: where two runs agree in it, the same page gives the same record. */
export function readingOf({ encoding, maxBytes, templates }: PageSettings) {
  return {
    version: tool.version,
    code: hashFolder(folderOf('../')),
    data: hashFolder(folderOf('../../src/data/')),
    templates: templates === null ? null : hashFolder(templates),
    encoding,
    maxBytes,
  };
}

const folderOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A hash of the files of a folder, their names and their bytes. */
function hashFolder(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
    const bytes = readFileSync(path);
    hash.update(`${path.slice(folder.length)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
