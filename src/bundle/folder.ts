import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { CallError } from '../model/call-error.js';
import { listFiles, MANIFEST, type Manifest, readManifest } from './manifest.js';

/** The records, which all other files of a bundle are made of. */
export const RECORDS = 'records.ndjson';
/** Forms of the user's own that the pages were read with. */
const TEMPLATES = 'templates';
/** What people found pages to say, where the figures were corrected. */
const CORRECTIONS = 'corrections.csv';

/**
 * Lets a folder be filled beside its name, which it takes when it is whole; nothing is left of one that fails.
 * @throws where there is something under the name, or the folder cannot be made
 */
export async function makeFolder<T>(folder: string, fill: (part: string) => Promise<T>): Promise<T> {
  if (existsSync(folder)) throw new CallError(`${folder} is there already: a bundle replaces nothing`);
  const part = join(dirname(folder), `.${basename(folder)}.${randomBytes(4).toString('hex')}.part`);
  mkdirSync(part);
  try {
    const result = await fill(part);
    renameSync(part, folder);
    return result;
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error;
  }
}

/** Gives a folder for as long as it is used. */
export async function inPassing<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gip-parse-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Keeps a copy of forms of the user's own. */
export function keepTemplates(bundle: string, templates: string | undefined): void {
  if (templates !== undefined) cpSync(templates, join(bundle, TEMPLATES), { recursive: true });
}

/** The forms of the user's own in a bundle; undefined where it has none. */
export function findTemplates(bundle: string): string | undefined {
  const folder = join(bundle, TEMPLATES);
  return existsSync(folder) ? folder : undefined;
}

/** Keeps a copy of the corrections that were put to the figures. */
export function keepCorrections(bundle: string, corrections: string | undefined): void {
  if (corrections !== undefined) copyFileSync(corrections, join(bundle, CORRECTIONS));
}

/** The corrections in a bundle; undefined where it has none. */
export function findCorrections(bundle: string): string | undefined {
  const file = join(bundle, CORRECTIONS);
  return existsSync(file) ? file : undefined;
}

/** Writes the manifest of all that a bundle holds. */
export async function writeManifest(
  bundle: string,
  about: Omit<Manifest, 'schema' | 'files'>,
): Promise<void> {
  const manifest: Manifest = { schema: '1', ...about, files: await listFiles(bundle) };
  writeFileSync(join(bundle, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
}

/** @throws CallError where the folder holds no bundle */
export function loadManifest(bundle: string): Manifest {
  const file = join(bundle, MANIFEST);
  if (!existsSync(file)) throw new CallError(`${bundle} is no bundle: it holds no ${MANIFEST}`);
  try {
    return readManifest(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new CallError(`${bundle} is no bundle: ${error instanceof Error ? error.message : error}`);
  }
}
