import { readRecordFiles } from '../input/read-records.js';
import type { Correction } from '../model/correction.js';
import type { GipRecord } from '../model/record.js';
import { putCorrections } from './corrections.js';
import { shown } from './shown.js';
import type { Terminal } from './terminal.js';

/** Reads kept records, tells of what is none, and remembers that there was such. */
export interface RecordReader {
  readonly read: (paths: readonly string[]) => AsyncGenerator<GipRecord>;
  readonly isFlawed: () => boolean;
  /** A line for each correction that was put to no record. */
  readonly unused: () => string[];
}

export function createRecordReader(
  { stdin, say }: Terminal,
  corrections: readonly Correction[] = [],
): RecordReader {
  const { put, unused } = putCorrections(corrections);
  let isFlawed = false;
  return {
    isFlawed: () => isFlawed,
    unused,
    async *read(paths) {
      for await (const line of readRecordFiles(paths, stdin)) {
        if (line.kind === 'record') yield put(line.record);
        else {
          isFlawed = true;
          say(`gip-parse: ${shown(line.path)}: ${shown(line.reason)}`);
        }
      }
    },
  };
}
