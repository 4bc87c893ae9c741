import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashFiles, namesUnder } from '../input/hash-files.js';
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

function hashFolder(folder: string, isWanted: (name: string) => boolean): string {
  const names = namesUnder(folder).filter(isWanted);
  return hashFiles(
    folder,
    names.map((name) => join(folder, name)),
  );
}
