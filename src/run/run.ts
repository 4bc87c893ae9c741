import { readInputs } from '../input/find-pages.js';
import type { Input, InputOptions } from '../input/input.js';
import { type Done, readInOrder } from './in-order.js';
import type { InputRow } from './input-row.js';
import type { KeptEntry } from './journal.js';
import type { Output, Target } from './output.js';
import type { PageSettings } from './page-job.js';
import { createPool } from './pool.js';
import { replay } from './replay.js';
import type { StatusFile } from './status-file.js';

export interface RunOptions {
  readonly paths: readonly string[];
  readonly input: InputOptions;
  readonly pages: PageSettings;
  /** Workers at most. */
  readonly jobs: number;
  /** Milliseconds that a page may take. */
  readonly pageTimeout: number;
  readonly target: Target;
  readonly status: StatusFile | null;
  /** Ends the run; its reason is thrown. */
  readonly signal: AbortSignal;
}

/** What a run tells its caller as it goes, in input order. */
export interface RunListener {
  /** Of an input that an earlier run has done. */
  readonly onEarlier: (row: InputRow) => void;
  readonly onDone: (done: Done) => void;
  /** How to go on with what is left where the run ends before its time. */
  readonly onLeft: (note: string) => void;
}

/**
 * Reads every input into a record and writes the records in input order. A page that fails stops nothing.
 * @throws where the output cannot be written, an earlier run cannot be continued, or the signal says so; nothing is left
 * under the name of the output then
 */
export async function run(options: RunOptions, listener: RunListener): Promise<void> {
  const { paths, input, pages, jobs, pageTimeout, status } = options;
  const broken = new AbortController();
  const pool = createPool(pages, { jobs, pageTimeout, onBroken: (error) => broken.abort(error) });
  const signal = AbortSignal.any([options.signal, broken.signal]);
  const inputs = readInputs(paths, input);
  try {
    const output = await begin(options, inputs, signal, listener);
    await orAbandon(output, listener, async () => {
      for await (const done of readInOrder(inputs, pool, jobs, signal)) {
        await output.add(done.row, done.output);
        status?.add(done.row);
        listener.onDone(done);
      }
      await output.finish();
    });
    status?.finish();
  } catch (error) {
    status?.abandon();
    throw error;
  } finally {
    await pool.close();
    letGo(inputs);
  }
}

/** Goes over what an earlier run has done, and begins behind it. */
async function begin(
  { target, status }: RunOptions,
  inputs: AsyncIterator<Input>,
  signal: AbortSignal,
  listener: RunListener,
): Promise<Output> {
  let last: KeptEntry | undefined;
  for await (const entry of replay(target.earlier, inputs)) {
    signal.throwIfAborted();
    status?.add(entry.row);
    listener.onEarlier(entry.row);
    last = entry;
  }
  return target.begin(last);
}

async function orAbandon(output: Output, { onLeft }: RunListener, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const note = await output.abandon();
    if (note !== null) onLeft(note);
    throw error;
  }
}

/** Closes what inputs have open. It is not waited for: an input that waits for bytes would never come to it. */
function letGo(inputs: AsyncGenerator<Input>): void {
  inputs.return(undefined).catch(() => {});
}
