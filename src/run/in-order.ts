import type { Input, PageInput } from '../input/input.js';
import { unreadable } from '../input/reasons.js';
import { rowOfNoPage } from './input-row.js';
import type { PageJob, PageResult } from './page-job.js';
import type { Pool } from './pool.js';

/** What became of an input; `output` is null where it is no page. */
export type Done = Pick<PageResult, 'row' | 'stages' | 'cacheProblem'> & {
  /** The page on disk as the call names it; null where it is none of its own. */
  readonly file: string | null;
  readonly output: Uint8Array | null;
};

/** An input on its way, with the bytes that are held for it. */
interface Slot {
  bytes: number;
  done: Done | undefined;
}

/** Inputs on their way at once for each worker: while a slow page is read, those behind it are. */
const MOST_INPUTS = 256;
/** Bytes of pages and results held in all. */
const MOST_BYTES = 64_000_000;

/**
 * Reads inputs side by side and gives what became of them in input order. As much is asked of the inputs as is taken
 * here: memory does not grow with their number.
 * @param signal ends it at once; its reason is thrown
 */
export async function* readInOrder(
  inputs: AsyncIterator<Input>,
  pool: Pool,
  jobs: number,
  signal: AbortSignal,
): AsyncGenerator<Done> {
  const slots: Slot[] = [];
  const turns = createTurns(signal);
  let next = 'wanted' as 'wanted' | 'asked' | 'none';
  const ask = async () => {
    next = 'asked';
    const { done, value } = await inputs.next();
    if (!done) slots.push(await begin(value, pool, turns.wake));
    next = done ? 'none' : 'wanted';
    turns.wake();
  };
  while (next !== 'none' || slots.length > 0) {
    turns.check();
    const held = slots.reduce((sum, { bytes }) => sum + bytes, 0);
    const hasRoom = slots.length < MOST_INPUTS * jobs && held < MOST_BYTES;
    if (next === 'wanted' && hasRoom) ask().catch(turns.fail);
    const first = slots[0]?.done;
    if (first) {
      slots.shift();
      yield first;
    } else await turns.next();
  }
}

/** Sends a page to the pool; what is no page is done. */
async function begin(input: Input, pool: Pool, onDone: () => void): Promise<Slot> {
  if (input.kind !== 'page')
    return {
      bytes: 0,
      done: { row: rowOfNoPage(input), file: null, output: null, stages: {}, cacheProblem: null },
    };
  const job = await prepare(input);
  const slot: Slot = { bytes: job.bytes?.bytes?.length ?? 0, done: undefined };
  pool.read(job, (result) => {
    slot.bytes = result.output.length;
    slot.done = { ...result, file: input.file };
    onDone();
  });
  return slot;
}

/** A file is left to the worker; what a container or stdin holds is read here, where it streams by. */
async function prepare({ read, kind, ...input }: PageInput): Promise<PageJob> {
  const job = { ...input, bytes: null, failure: null, spent: 0 };
  if (input.file !== null) return job;
  try {
    return { ...job, bytes: await read() };
  } catch (error) {
    return { ...job, failure: unreadable(error) };
  }
}

/** Lets a loop wait until something has happened, and end where it has to. */
function createTurns(signal: AbortSignal) {
  let failure: { readonly error: unknown } | undefined;
  let isDue = false;
  let go = () => {};
  const wake = () => {
    isDue = true;
    go();
  };
  const fail = (error: unknown) => {
    failure ??= { error };
    wake();
  };
  if (signal.aborted) fail(signal.reason);
  signal.addEventListener('abort', () => fail(signal.reason), { once: true });
  return {
    wake,
    fail,
    check() {
      if (failure) throw failure.error;
    },
    /** Waits for a wake-up since the last wait. */
    async next(): Promise<void> {
      if (!isDue)
        await new Promise<void>((resolve) => {
          go = resolve;
        });
      isDue = false;
    },
  };
}
