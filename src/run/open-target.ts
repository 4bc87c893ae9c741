import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Writable } from 'node:stream';
import { CallError } from '../model/call-error.js';
import type { Writer } from '../output/writers.js';
import { readingOf } from './fingerprint.js';
import type { JournalHead } from './journal.js';
import type { Target } from './output.js';
import type { PageSettings } from './page-job.js';
import { partTarget } from './part-target.js';
import { deviceTarget, streamTarget } from './text-output.js';

export interface TextTargetOptions {
  /** The file to write; undefined for stdout. */
  readonly out: string | undefined;
  readonly stdout: Writable;
  readonly writer: Writer;
  readonly pages: PageSettings;
  /** Whether to go on with what an earlier run left. */
  readonly isResumed: boolean;
  readonly processId: number;
  readonly isRunning: (processId: number) => boolean;
  readonly onNote: (note: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Where text goes.
 * @throws CallError where it cannot be continued and should be
 */
export function textTarget(options: TextTargetOptions): Target {
  const { out, stdout, writer, pages, isResumed, processId, onNote } = options;
  if (out !== undefined && isReplaceable(out)) {
    const settings = settingsOf(pages);
    const head: JournalHead = { journal: 1, settings, host: hostname(), process: processId };
    const isRunning = (other: JournalHead) =>
      other.host === head.host && other.process !== processId && options.isRunning(other.process);
    return partTarget({ target: out, writer, head, isResumed, isRunning, onNote });
  }
  if (isResumed) throw new CallError('--resume needs --out with a file: nothing else can be continued');
  return out === undefined ? streamTarget(writer, stdout, options.signal) : deviceTarget(writer, out);
}

/** What must be the same for a run to go on with what an earlier one left. */
function settingsOf(pages: PageSettings): JournalHead['settings'] {
  const { text, leastCorroboration, lang } = pages;
  const corrections = createHash('sha256').update(JSON.stringify(pages.corrections)).digest('hex');
  return { ...readingOf(pages), ...text, leastCorroboration, lang, corrections };
}

/** Files are replaced; a device or a pipe is written into. */
export function isReplaceable(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
}
