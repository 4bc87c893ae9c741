import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFiles, namesUnder } from '../input/hash-files.js';
import { packagePath } from '../package-path.js';
import type { Knowledge } from './manifest.js';

const data = packagePath('src/data/');
const isTemplate = (name: string) => /^(?:templates\/|indicators\.tsv$)/.test(name);
const isRule = (name: string) => /^(?:identities\/|folder\.json$|years\.json$)/.test(name);

/**
 * Hashes of what the tool knows.
 * @param own of the user: a folder of forms beside the tool's, and a file of corrections
 */
export function hashKnowledge(own: {
  readonly templates?: string;
  readonly corrections?: string;
}): Knowledge {
  return {
    templates: hashFolder(data, isTemplate),
    rules: hashFolder(data, isRule),
    data: hashFolder(data, (name) => !isTemplate(name) && !isRule(name)),
    own_templates: own.templates === undefined ? null : hashFolder(own.templates, () => true),
    corrections: own.corrections === undefined ? null : hashText(own.corrections),
  };
}

function hashText(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function hashFolder(folder: string, isWanted: (name: string) => boolean): string {
  const names = namesUnder(folder).filter(isWanted);
  return hashFiles(
    folder,
    names.map((name) => join(folder, name)),
  );
}
