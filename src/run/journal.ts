import { closeSync, existsSync, ftruncateSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { readLines } from '../input/line-file.js';
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
  for (const { content } of readContents(file)) return content as JournalHead;
  return undefined;
}

/** The entries of a journal. */
export function* readJournal(file: string): Generator<KeptEntry> {
  let isHead = true;
  for (const { content, length } of readContents(file)) {
    if (!isHead) yield { ...(content as JournalEntry), length };
    isHead = false;
  }
}

/** What the lines of a journal say up to the first that is cut off or damaged, and how long it is with each. */
function* readContents(file: string): Generator<{ readonly content: unknown; readonly length: number }> {
  for (const { text, at, length } of readLines(file)) {
    const content = parseLine(text);
    if (content === undefined) return;
    yield { content, length: at + length + 1 };
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
