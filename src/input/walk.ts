import { type DiskPath, isLink, leadsInto, listFolder, printPath, statOf } from './disk.js';
import { reasonOf } from './reasons.js';

/** A file on disk, and what the record calls it. */
export interface DiskFile {
  readonly at: DiskPath;
  readonly path: string;
}

/** Something in a folder that is not read, and why. */
interface DiskProblem {
  readonly kind: 'skipped' | 'missing';
  readonly path: string;
  readonly reason: string;
  /** Whether it stands for all that a folder may hold. */
  readonly isFolder: boolean;
}

type Found = DiskFile | DiskProblem;

export interface WalkOptions {
  readonly followLinks: boolean;
  /** How many folders deep. */
  readonly depth: number;
}

/** Pipes, sockets and devices may never end. */
export const NO_FILE = 'is neither a file nor a folder';
const LINKED_FOLDER = 'is a link to a folder (--follow-links follows it)';
const LEADS_OUT = 'is a link out of the folder given (--follow-links follows it)';
const READ_ALREADY = 'is a folder that was read under another name';

/** The files in a folder and those below it, in sorted order; `name` stands in front of what the record calls them. */
export function walk(root: DiskPath, name: string, { followLinks, depth }: WalkOptions): Generator<Found> {
  const isNew = createMemory();
  return walkFolder(root, name, depth);

  function* walkFolder(folder: DiskPath, prefix: string, deep: number): Generator<Found> {
    try {
      if (followLinks && !isNew(folder)) return yield skip(prefix, READ_ALREADY, true);
      for (const entry of listFolder(folder))
        yield* look(entry.at, prefix === '' ? entry.name : `${prefix}/${entry.name}`, deep);
    } catch (error) {
      yield miss(prefix === '' ? printPath(folder) : prefix, reasonOf(error), true);
    }
  }

  function* look(at: DiskPath, path: string, deep: number): Generator<Found> {
    try {
      const isHeld = !isLink(at) || followLinks;
      const found = statOf(at);
      if (found.isDirectory() && !isHeld) yield skip(path, LINKED_FOLDER, true);
      else if (found.isDirectory()) {
        if (deep > 1) yield* walkFolder(at, path, deep - 1);
      } else if (!found.isFile()) yield miss(path, NO_FILE);
      else yield isHeld || leadsInto(root, at) ? { at, path } : skip(path, LEADS_OUT);
    } catch (error) {
      yield miss(path, reasonOf(error));
    }
  }
}

/** Says of a folder whether it is seen for the first time: links may lead in circles. */
function createMemory(): (folder: DiskPath) => boolean {
  const seen = new Set<string>();
  return (folder) => {
    const { dev, ino } = statOf(folder);
    const size = seen.size;
    return seen.add(`${dev}:${ino}`).size > size;
  };
}

function skip(path: string, reason: string, isFolder = false): DiskProblem {
  return { kind: 'skipped', path, reason, isFolder };
}

function miss(path: string, reason: string, isFolder = false): DiskProblem {
  return { kind: 'missing', path, reason, isFolder };
}
