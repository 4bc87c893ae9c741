import { createReadStream } from 'node:fs';
import type { Settings } from './container.js';
import { LIST_WITHIN, readContainer } from './containers.js';
import { type DiskPath, sizeOf } from './disk.js';
import type { Input, NoPage } from './input.js';
import { kindOfName, skipReason } from './kind-of-name.js';
import { createBudget } from './limits.js';
import { readBytes } from './read-bytes.js';
import { gunzip } from './streams.js';
import type { DiskFile } from './walk.js';

/** The inputs in a file on disk: itself, or what it holds; one that the call names is a page whatever its name. */
export async function* readDiskFile(
  { at, path }: DiskFile,
  isNamed: boolean,
  settings: Settings,
): AsyncGenerator<Input> {
  const { kind, isGzip } = kindOfName(path);
  if (kind === 'list') yield noPage('skipped', path, LIST_WITHIN);
  else if (kind === 'unknown' && !isNamed) yield noPage('skipped', path, skipReason(path));
  else if (kind === 'page' || kind === 'unknown') {
    const read = () => readBytes(isGzip ? openGzip(at, settings) : at, settings.maxBytes);
    const file = typeof at === 'string' && !isGzip ? at : null;
    yield { kind: 'page', path, container: null, file, url: null, fetchedAt: null, declared: null, read };
  } else {
    const source = { file: isGzip ? null : at, open: () => createReadStream(at) };
    yield* readContainer({ ...source, kind, path, container: null, isNamed }, sizeOf(at), settings);
  }
}

function openGzip(at: DiskPath, settings: Settings) {
  const budget = createBudget(settings);
  return gunzip(budget.count(createReadStream(at)), budget);
}

export function noPage(kind: NoPage['kind'], path: string, reason: string): NoPage {
  return { kind, path, container: null, reason };
}
