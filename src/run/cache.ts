import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GipRecord } from '../model/record.js';

/** Records by the content of their pages. A cache that does not work is told and stops nothing. */
export interface RecordCache {
  /** The record that was kept; undefined where there is none, or its file is damaged. */
  readonly find: (key: CacheKey) => GipRecord | undefined;
  readonly keep: (key: CacheKey, record: GipRecord) => void;
}

/** What a record depends on beside what all pages of a run are read with. */
interface CacheKey {
  readonly sha256: string;
  /** The encoding that the transfer declared. */
  readonly declared: string | null;
}

/**
 * @param folder where the entries lie, in subfolders by the first two digits of their names
 * @param context all else that decides what a page becomes
 */
export function openCache(
  folder: string,
  context: unknown,
  onProblem: (problem: string) => void,
): RecordCache {
  const tell = (error: unknown) => onProblem(error instanceof Error ? error.message : String(error));
  const fileOf = ({ sha256, declared }: CacheKey) => {
    const name = hash(JSON.stringify([context, sha256, declared]));
    return join(folder, name.slice(0, 2), `${name.slice(2)}.json`);
  };
  return {
    find(key) {
      try {
        return unseal(readFileSync(fileOf(key), 'utf8'));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') tell(error);
        return undefined;
      }
    },
    keep(key, record) {
      try {
        replaceFile(fileOf(key), seal(JSON.stringify(record)));
      } catch (error) {
        tell(error);
      }
    },
  };
}

/** The hash of an entry stands before it, by which damage shows. */
function seal(json: string): string {
  return `${hash(json)}\n${json}`;
}

function unseal(text: string): GipRecord | undefined {
  const end = text.indexOf('\n');
  const json = text.slice(end + 1);
  return text.slice(0, end) === hash(json) ? (JSON.parse(json) as GipRecord) : undefined;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Another run sees the old file or the new one, never a part. */
function replaceFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    writeFileSync(beside, text, { flag: 'wx' });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
