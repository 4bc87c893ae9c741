import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A file to read, or why an input cannot be read. */
export type Input =
  | { readonly kind: 'file'; readonly file: string; readonly path: string; readonly bytes: number }
  | { readonly kind: 'stdin'; readonly path: string }
  | { readonly kind: 'skipped'; readonly path: string }
  | { readonly kind: 'missing'; readonly path: string; readonly reason: string }
  | { readonly kind: 'no_pages'; readonly path: string };

/** Pipes, sockets and devices may never end. */
const NO_FILE = 'is neither a file nor a folder';

/** Whether a file in a folder is read as a page: by its ending. */
export function isPageName(name: string): boolean {
  return endings.test(name);
}

const endings = /\.(?:html?|shtml|xhtml|txt|md)$/i;

/** Finds the pages behind the paths given: files as they are, folders walked in sorted order, `-` for stdin. */
export function* findPages(paths: readonly string[]): Generator<Input> {
  for (const path of paths) {
    if (path === '-') yield { kind: 'stdin', path };
    else yield* findUnder(path, paths.length > 1);
  }
}

function* findUnder(path: string, several: boolean): Generator<Input> {
  const found = statOf(path);
  if (typeof found === 'string') yield { kind: 'missing', path, reason: found };
  else if (found.isDirectory()) yield* findInFolder(path, several ? basename(path) : '');
  else if (found.isFile()) yield { kind: 'file', file: path, path: basename(path), bytes: found.size };
  else yield { kind: 'missing', path, reason: NO_FILE };
}

function* findInFolder(folder: string, name: string): Generator<Input> {
  let pages = 0;
  for (const input of walk(folder, name)) {
    if (input.kind === 'file') pages++;
    yield input;
  }
  if (pages === 0) yield { kind: 'no_pages', path: folder };
}

/** Links to folders are not followed, so a walk always ends. */
function* walk(folder: string, name: string): Generator<Input> {
  let entries: string[];
  try {
    entries = readdirSync(folder).sort();
  } catch (error) {
    yield { kind: 'missing', path: folder, reason: messageOf(error) };
    return;
  }
  for (const entry of entries) {
    const file = join(folder, entry);
    const path = name === '' ? entry : `${name}/${entry}`;
    const own = lstatSync(file, { throwIfNoEntry: false });
    if (own?.isDirectory()) yield* walk(file, path);
    else yield isPageName(entry) ? readable(file, path) : { kind: 'skipped', path };
  }
}

function readable(file: string, path: string): Input {
  const found = statOf(file);
  if (typeof found === 'string') return { kind: 'missing', path, reason: found };
  if (found.isDirectory()) return { kind: 'skipped', path };
  return found.isFile()
    ? { kind: 'file', file, path, bytes: found.size }
    : { kind: 'missing', path, reason: NO_FILE };
}

function statOf(path: string): Stats | string {
  try {
    return statSync(path);
  } catch (error) {
    return messageOf(error);
  }
}

function messageOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  if (code === 'ELOOP') return 'is a link that leads to itself';
  return error instanceof Error ? error.message : String(error);
}
