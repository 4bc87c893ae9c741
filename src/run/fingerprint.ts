import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFolders } from '../template/load.js';
import { tool } from '../tool.js';
import type { PageSettings } from './page-job.js';

/** What decides how pages are read: where two runs agree in it, the same page gives the same record. */
export function readingOf({ encoding, maxBytes, templates }: PageSettings) {
  return {
    version: tool.version,
    code: hashFolder(folderOf('../')),
    data: hashFolder(folderOf('../../src/data/')),
    templates: templates === null ? null : hashTemplates(templates),
    encoding,
    maxBytes,
  };
}

const folderOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function hashFolder(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return hashFiles(folder, files.map(({ parentPath, name }) => join(parentPath, name)).sort());
}

/** Of the files that are read as templates, wherever links to them lead. */
function hashTemplates(folder: string): string {
  const files = findFolders(folder).flatMap(({ template, indicators }) => [template, indicators ?? []]);
  return hashFiles(folder, files.flat());
}

/** A hash of files: of their names in their folder, and of their bytes. */
function hashFiles(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const bytes = readFileSync(file);
    hash.update(`${relative(folder, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
