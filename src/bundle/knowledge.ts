import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from './manifest.js';

const data = fileURLToPath(new URL('../../src/data/', import.meta.url));
const isTemplate = (name: string) => /^(?:templates\/|indicators\.tsv$)/.test(name);
const isRule = (name: string) => /^(?:identities\/|folder\.json$|years\.json$)/.test(name);

/**
 * Hashes of what the tool knows.
 * @param ownTemplates a folder of forms beside its own; null for none
 */
export function hashKnowledge(ownTemplates: string | null): Knowledge {
  return {
    templates: hashFolder(data, isTemplate),
    rules: hashFolder(data, isRule),
    data: hashFolder(data, (name) => !isTemplate(name) && !isRule(name)),
    own_templates: ownTemplates === null ? null : hashFolder(ownTemplates, () => true),
  };
}

/** A hash of files of a folder: their names in order, and their bytes. */
function hashFolder(folder: string, isWanted: (name: string) => boolean): string {
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name).slice(join(folder, '/').length).replaceAll('\\', '/'),
    )
    .filter(isWanted)
    .sort();
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
