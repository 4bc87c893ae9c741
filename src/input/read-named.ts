import type { Settings } from './container.js';
import { type DiskPath, printPath, resolvePath, statOf } from './disk.js';
import { noPage, readDiskFile } from './disk-inputs.js';
import type { Input } from './input.js';
import { reasonOf } from './reasons.js';
import { NO_FILE, walk } from './walk.js';

/** A path, and the folder it leads from; empty for the one that the program runs in. */
export interface NamedPath {
  readonly path: DiskPath;
  readonly from: string;
}

/** What the record calls a file that is named, and what stands in front of the files of a folder. */
export interface Naming {
  readonly file: (path: string) => string;
  readonly folder: (path: string) => string;
}

const NO_PAGES = 'holds no pages (.html .htm .shtml .xhtml .txt .md), and no archives or dumps of them';
const NO_MATCH = 'is no file, and as a pattern matches none';
const PATTERN = /[*?[{]/;

/** The inputs of a file or folder, or of the files that a pattern matches where no file has that very name. */
export async function* readNamed(
  named: NamedPath,
  naming: Naming,
  settings: Settings,
): AsyncGenerator<Input> {
  const at = resolvePath(named.from, named.path);
  const path = printPath(named.path);
  const found = lookAt(at);
  if (found === 'folder') yield* readFolder(at, naming.folder(path), settings);
  else if (found === 'file') yield* readDiskFile({ at, path: naming.file(path) }, true, settings);
  else if (found === 'absent' && PATTERN.test(path)) yield* readPattern(path, named.from, naming, settings);
  else yield noPage('missing', path, found === 'absent' ? ABSENT : found);
}

/** What a path leads to, or why to nothing. */
function lookAt(at: DiskPath): string {
  try {
    const found = statOf(at);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : NO_FILE;
  } catch (error) {
    const reason = reasonOf(error);
    return reason === ABSENT ? 'absent' : reason;
  }
}

async function* readFolder(at: DiskPath, name: string, settings: Settings): AsyncGenerator<Input> {
  let pages = 0;
  for (const found of walk(at, name, {
    followLinks: settings.followLinks,
    depth: Number.POSITIVE_INFINITY,
  })) {
    if (!('at' in found)) yield noPage(found.kind, found.path, found.reason);
    else
      for await (const input of readDiskFile(found, false, settings)) {
        if (input.kind === 'page') pages++;
        yield input;
      }
  }
  if (pages === 0) yield noPage('no_pages', printPath(at), NO_PAGES);
}

/** What a pattern matches is read as if it were named; a folder that cannot be read is told in any case. */
async function* readPattern(
  path: string,
  from: string,
  naming: Naming,
  settings: Settings,
): AsyncGenerator<Input> {
  const { readGlob } = await import('./glob.js');
  const { base, depth, fits } = readGlob(path);
  const prefix = base === '' ? '' : naming.folder(base);
  let files = 0;
  for (const found of walk(resolvePath(from, base === '' ? '.' : base), '', {
    followLinks: settings.followLinks,
    depth,
  })) {
    const isFile = 'at' in found;
    if (!fits(found.path) && (isFile || !found.isFolder)) continue;
    const named = prefix === '' ? found.path : `${prefix}/${found.path}`;
    if (isFile) yield* readDiskFile({ at: found.at, path: named }, true, settings);
    else yield noPage(found.kind, named, found.reason);
    files++;
  }
  if (files === 0) yield noPage('missing', path, NO_MATCH);
}

const ABSENT = 'does not exist';
