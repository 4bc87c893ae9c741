import {
  closeSync,
  fstatSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { CallError } from '../model/call-error.js';
import type { Writer } from '../output/writers.js';
import { type JournalHead, type KeptEntry, openJournal } from './journal.js';
import type { Output } from './output.js';
import { createText } from './text-output.js';

/** Where a part file, its journal and the whole file lie. */
export interface PartFiles {
  readonly target: string;
  readonly part: string;
  readonly journal: string;
}

/** Begins a part file, or goes on with it behind the last input that is kept. */
export async function beginPart(
  files: PartFiles,
  writer: Writer,
  head: JournalHead,
  last: KeptEntry | undefined,
): Promise<Output> {
  if (!last) rmSync(files.journal, { force: true });
  const part = openPart(files.part, last?.end);
  const hasPieces = part.size() > Buffer.byteLength(writer.open());
  const text = createText(writer, part.put, hasPieces);
  if (!last) await text.begin();
  const journal = openJournal(files.journal, head, last);
  let isEmpty = last === undefined;
  const close = () => {
    part.close();
    journal.close();
  };
  return {
    async add(row, piece) {
      if (piece) await text.add(piece);
      journal.add({ end: part.size(), row });
      isEmpty = false;
    },
    async finish() {
      await text.finish();
      if (!part.isOwn()) throw new CallError(`${files.part} was taken away or replaced by another run`);
      close();
      renameSync(files.part, files.target);
      rmSync(files.journal);
    },
    abandon() {
      const isOwn = part.isOwn();
      close();
      return isOwn ? leave(files, isEmpty) : null;
    },
  };
}

/** A file that grows at its end: begun anew, or gone on with behind its first `kept` bytes. */
function openPart(path: string, kept: number | undefined) {
  if (kept !== undefined) truncateSync(path, kept);
  const file = openSync(path, kept === undefined ? 'w' : 'a');
  let size = kept ?? 0;
  return {
    put(text: string | Uint8Array) {
      writeFileSync(file, text);
      size += Buffer.byteLength(text);
    },
    size: () => size,
    close: () => closeSync(file),
    /** False where another run has begun the same output anew, and the name is no longer of this file. */
    isOwn: () => statSync(path, { throwIfNoEntry: false })?.ino === fstatSync(file).ino,
  };
}

/** Keeps what can be continued, and says so; a part without an input is worth nothing. */
function leave({ part, journal }: PartFiles, isEmpty: boolean): string | null {
  if (!isEmpty) return `${part} holds what was done: the same call with --resume goes on from there`;
  for (const file of [part, journal]) rmSync(file, { force: true });
  return null;
}
