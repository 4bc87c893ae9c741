import data from '../data/containers.json' with { type: 'json' };
import type { ContainerKind } from './input.js';

/** What the ending of a name says of a file. */
export interface NameKind {
  /** `unknown` is read as a page only where it was named itself. */
  readonly kind: ContainerKind | 'page' | 'unknown';
  readonly isGzip: boolean;
}

const kinds = new Map(
  Object.entries(data.endings).flatMap(([kind, endings]) =>
    endings.map((ending) => [ending, kind as ContainerKind | 'page'] as const),
  ),
);
const packed: Readonly<Record<string, string>> = data.gzip_endings;
const systemFile = new RegExp(data.system_files);

/** What a file is, by its name; under `.gz` by the name before it. */
export function kindOfName(name: string): NameKind {
  const ending = endingOf(name);
  const inner = ending === null ? undefined : packed[ending];
  const isGzip = inner !== undefined && ending !== null;
  const own = isGzip ? name.slice(0, -ending.length - 1) + inner : name;
  if (systemFile.test(name.slice(name.lastIndexOf('/') + 1))) return { kind: 'unknown', isGzip };
  const last = endingOf(own);
  if (last === null) return { kind: isGzip ? 'page' : 'unknown', isGzip };
  return { kind: kinds.get(last) ?? 'unknown', isGzip };
}

function endingOf(name: string): string | null {
  const ending = /\.([a-z0-9]{1,9})$/i.exec(name)?.[1];
  return ending === undefined ? null : ending.toLowerCase();
}

const unread: ReadonlySet<string> = new Set(data.unread_archives);

/** Why a file of an unknown kind is not read, unless it is named itself. */
export function skipReason(name: string): string {
  const isArchive = unread.has(endingOf(name) ?? '');
  return isArchive ? 'is an archive of a kind that is not read: unpack it' : 'has the name of no page';
}

/** Whether a file in a folder is read as a page: by its ending. */
export function isPageName(name: string): boolean {
  return kindOfName(name).kind === 'page';
}
