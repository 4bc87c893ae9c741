import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Input, InputOptions, NoPage, PageInput } from './input.js';
import { type PageBytes, readBytes } from './read-bytes.js';

/** Pipes, sockets and devices may never end. */
const NO_FILE = 'is neither a file nor a folder';

/** Whether a file in a folder is read as a page: by its ending. */
export function isPageName(name: string): boolean {
  return endings.test(name);
}

const endings = /\.(?:html?|shtml|xhtml|txt|md)$/i;

/** Finds the inputs behind the paths given: files as they are, folders walked in sorted order, `-` for stdin. */
export async function* readInputs(paths: readonly string[], options: InputOptions): AsyncGenerator<Input> {
  const { stdin, maxBytes } = options;
  for (const path of paths) {
    if (path === '-') yield pageOf(path, null, () => readBytes(stdin, maxBytes));
    else
      for (const found of findUnder(path, paths.length > 1))
        yield 'file' in found ? pageOf(found.path, found.file, () => readBytes(found.file, maxBytes)) : found;
  }
}

/** A file that is read as a page. */
interface FoundFile {
  readonly path: string;
  readonly file: string;
}
type Found = FoundFile | NoPage;

function pageOf(path: string, file: string | null, read: () => Promise<PageBytes>): PageInput {
  return { kind: 'page', path, container: null, file, url: null, fetchedAt: null, declared: null, read };
}

function noPage(kind: NoPage['kind'], path: string, reason: string): NoPage {
  return { kind, path, container: null, reason };
}

const NO_PAGES = 'holds no pages (.html .htm .shtml .xhtml .txt .md)';
const LINKED_FOLDER = 'is a link to a folder';
const NO_PAGE_NAME = 'has the name of no page';

function* findUnder(path: string, several: boolean): Generator<Found> {
  const found = statOf(path);
  if (typeof found === 'string') yield noPage('missing', path, found);
  else if (found.isDirectory()) yield* findInFolder(path, several ? basename(path) : '');
  else if (found.isFile()) yield { file: path, path: basename(path) };
  else yield noPage('missing', path, NO_FILE);
}

function* findInFolder(folder: string, name: string): Generator<Found> {
  let pages = 0;
  for (const input of walk(folder, name)) {
    if ('file' in input) pages++;
    yield input;
  }
  if (pages === 0) yield noPage('no_pages', folder, NO_PAGES);
}

/** Links to folders are not followed, so a walk always ends. */
function* walk(folder: string, name: string): Generator<Found> {
  let entries: string[];
  try {
    entries = readdirSync(folder).sort();
  } catch (error) {
    yield noPage('missing', folder, messageOf(error));
    return;
  }
  for (const entry of entries) {
    const file = join(folder, entry);
    const path = name === '' ? entry : `${name}/${entry}`;
    const own = lstatSync(file, { throwIfNoEntry: false });
    if (own?.isDirectory()) yield* walk(file, path);
    else yield isPageName(entry) ? readable(file, path) : noPage('skipped', path, NO_PAGE_NAME);
  }
}

function readable(file: string, path: string): Found {
  const found = statOf(file);
  if (typeof found === 'string') return noPage('missing', path, found);
  if (found.isDirectory()) return noPage('skipped', path, LINKED_FOLDER);
  return found.isFile() ? { file, path } : noPage('missing', path, NO_FILE);
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
