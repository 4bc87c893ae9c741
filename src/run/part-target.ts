import { existsSync, statSync } from 'node:fs';
import { CallError } from '../model/call-error.js';
import type { Writer } from '../output/writers.js';
import { type JournalHead, type KeptEntry, readJournal, readJournalHead } from './journal.js';
import type { Target } from './output.js';
import { beginPart } from './part-output.js';

export interface PartOptions {
  readonly target: string;
  readonly writer: Writer;
  readonly head: JournalHead;
  readonly isResumed: boolean;
  /** Whether the process that began a part still runs. */
  readonly isRunning: (head: JournalHead) => boolean;
  readonly onNote: (note: string) => void;
}

/**
 * A file of text that grows as `<target>.part` and takes its name when it is whole. A journal beside it says after which
 * inputs it ends where, so that a run that was killed can be continued.
 * @throws CallError where another run writes it, or it was begun with other settings than it should be continued with
 */
export function partTarget(options: PartOptions): Target {
  const { target, writer, head, isResumed, onNote } = options;
  const part = `${target}.part`;
  const journal = `${part}.journal`;
  const known = existsSync(part) ? readJournalHead(journal) : undefined;
  if (known && options.isRunning(known))
    throw new CallError(`${part} is being written by another run (process ${known.process})`);
  if (known && isResumed) refuseOther(part, known, head);
  if (known && !isResumed) onNote(`${part} of an earlier run is replaced; --resume would go on with it`);
  if (!known && isResumed) onNote(`there is no ${part} to go on with: the run begins at the first input`);
  return {
    earlier: known && isResumed ? readWhole(journal, statSync(part).size) : [],
    begin: (last) => beginPart({ target, part, journal }, writer, head, last),
  };
}

/** The entries whose pieces are in the part file. */
function* readWhole(journal: string, size: number): Generator<KeptEntry> {
  for (const entry of readJournal(journal)) {
    if (entry.end > size) return;
    yield entry;
  }
}

function refuseOther(part: string, { settings }: JournalHead, head: JournalHead): void {
  const isOther = (name: string) => JSON.stringify(settings[name]) !== JSON.stringify(head.settings[name]);
  const others = Object.keys({ ...settings, ...head.settings }).filter(isOther);
  if (others.length > 0)
    throw new CallError(
      `${part} cannot be continued, it was begun with other settings (${others.join(', ')}): call as before, or without --resume to begin anew`,
    );
}
