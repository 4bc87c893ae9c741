import { closeSync, existsSync, ftruncateSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import type { InputRow } from './input-row.js';

/** The first line of a journal: what the run was called with, and who runs it. */
export interface JournalHead {
  readonly journal: 1;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly host: string;
  readonly process: number;
}

/** A line for an input: what became of it, and where the part file ends behind it, in bytes. */
interface JournalEntry {
  readonly end: number;
  readonly row: InputRow;
}

/** An entry that was read, with the length of the journal up to its end. */
export type KeptEntry = JournalEntry & { readonly length: number };

/** A journal that entries are added to. */
export interface Journal {
  readonly add: (entry: JournalEntry) => void;
  readonly close: () => void;
}

/** The head is padded to this, so that whoever goes on with the journal can put another in its place. */
const HEAD_BYTES = 2048;

/** Begins a journal, or goes on with one behind the last entry that is kept. */
export function openJournal(file: string, head: JournalHead, last: KeptEntry | undefined): Journal {
  const line = Buffer.alloc(HEAD_BYTES, ' ');
  line.write(JSON.stringify(head));
  line.write('\n', HEAD_BYTES - 1);
  const handle = openSync(file, last ? 'r+' : 'w');
  writeSync(handle, line);
  if (last) ftruncateSync(handle, last.length);
  closeSync(handle);
  const entries = openSync(file, 'a');
  return {
    add: (entry) => writeFileSync(entries, `${JSON.stringify(entry)}\n`),
    close: () => closeSync(entries),
  };
}

/** The head of a journal; undefined where there is none, or its first line was cut off. */
export function readJournalHead(file: string): JournalHead | undefined {
  if (!existsSync(file)) return undefined;
  for (const { content } of readLines(file)) return content as JournalHead;
  return undefined;
}

/** The entries of a journal. */
export function* readJournal(file: string): Generator<KeptEntry> {
  let isHead = true;
  for (const { content, length } of readLines(file)) {
    if (!isHead) yield { ...(content as JournalEntry), length };
    isHead = false;
  }
}

const CHUNK = 65_536;
const LINE_FEED = 0x0a;

/** The lines of a journal up to the first that is cut off or damaged. */
function* readLines(file: string): Generator<{ readonly content: unknown; readonly length: number }> {
  const handle = openSync(file, 'r');
  try {
    let rest = Buffer.alloc(0);
    let length = 0;
    while (true) {
      const chunk = Buffer.alloc(CHUNK);
      const size = readSync(handle, chunk);
      rest = Buffer.concat([rest, chunk.subarray(0, size)]);
      for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
        const content = parseLine(rest.toString('utf8', 0, end));
        if (content === undefined) return;
        length += end + 1;
        rest = rest.subarray(end + 1);
        yield { content, length };
      }
      if (size === 0) return;
    }
  } finally {
    closeSync(handle);
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
