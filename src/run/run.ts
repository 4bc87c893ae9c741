import { readInputs } from '../input/find-pages.js';
import type { Input, InputOptions } from '../input/input.js';
import type { Done } from './in-order.js';
import type { InputRow } from './input-row.js';
import type { KeptEntry } from './journal.js';
import type { Output, Target } from './output.js';
import { letGo, readInWorkers, type WorkersOptions } from './read-in-workers.js';
import { replay } from './replay.js';
import type { StatusFile } from './status-file.js';

export interface RunOptions extends WorkersOptions {
  readonly paths: readonly string[];
  readonly input: InputOptions;
  readonly target: Target;
  readonly status: StatusFile | null;
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
  const { paths, input, status } = options;
  const inputs = readInputs(paths, input);
  try {
    const output = await begin(options, inputs, listener);
    await orAbandon(output, listener, async () => {
      for await (const done of readInWorkers(inputs, options)) {
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
    letGo(inputs);
  }
}

/** Goes over what an earlier run has done, and begins behind it. */
async function begin(
  { target, status, signal }: RunOptions,
  inputs: AsyncIterator<Input>,
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
