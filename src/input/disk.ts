import { existsSync, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeName } from './names.js';

/** Where a file lies; in bytes where its name is no UTF-8. */
export type DiskPath = string | Buffer;

export interface DiskEntry {
  readonly name: string;
  readonly at: DiskPath;
}

const LOST = '\ufffd';
const SLASH = 0x2f;

/**
 * What a folder holds, sorted by name.
 * @throws where the folder cannot be read
 */
export function listFolder(folder: DiskPath): DiskEntry[] {
  const names = readdirSync(folder);
  const entries = names.some((name) => name.includes(LOST))
    ? readdirSync(folder, { encoding: 'buffer' }).map((bytes) => entryOf(folder, bytes))
    : names.map((name) => ({ name, at: joinPath(folder, name) }));
  return entries.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

function entryOf(folder: DiskPath, bytes: Buffer): DiskEntry {
  const plain = bytes.toString();
  return Buffer.from(plain).equals(bytes)
    ? { name: plain, at: joinPath(folder, plain) }
    : { name: decodeName(bytes), at: joinPath(folder, bytes) };
}

/** A path in a folder. */
function joinPath(folder: DiskPath, name: DiskPath): DiskPath {
  if (typeof folder === 'string' && typeof name === 'string') return join(folder, name);
  return Buffer.concat([Buffer.from(folder), Buffer.from('/'), Buffer.from(name)]);
}

/** A path as it leads from a folder; from the one that the program runs in where that is empty. */
export function resolvePath(from: string, path: DiskPath): DiskPath {
  const isAbsolute = typeof path === 'string' ? path.startsWith('/') : path[0] === SLASH;
  return from === '' || isAbsolute ? path : joinPath(from, path);
}

/** A path to show, or to look for files beside it. */
export function printPath(path: DiskPath): string {
  return typeof path === 'string' ? path : decodeName(path);
}

/**
 * The file behind a path, links followed.
 * @throws where there is none, or it may not be looked at
 */
export function statOf(path: DiskPath): Stats {
  return statSync(path);
}

/** Whether a path leads to anything. */
export function exists(path: DiskPath): boolean {
  return existsSync(path);
}

/** The bytes of a file; none where it has gone. */
export function sizeOf(path: DiskPath): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

export function isLink(path: DiskPath): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Whether a link leads to something that lies in the folder. */
export function leadsInto(folder: DiskPath, link: DiskPath): boolean {
  const real = realpathSync(folder);
  return real === '/' || realpathSync(link).startsWith(`${real}/`);
}
