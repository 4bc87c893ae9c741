import type { Input } from '../input/input.js';
import { type Done, readInOrder } from './in-order.js';
import type { PageSettings } from './page-job.js';
import { createPool } from './pool.js';

export interface WorkersOptions {
  readonly pages: PageSettings;
  /** Workers at most. */
  readonly jobs: number;
  /** Milliseconds that a page may take. */
  readonly pageTimeout: number;
  /** Ends the reading; its reason is thrown. */
  readonly signal: AbortSignal;
}

/** Reads inputs side by side and gives what became of them in input order. */
export async function* readInWorkers(
  inputs: AsyncIterator<Input>,
  { pages, jobs, pageTimeout, signal }: WorkersOptions,
): AsyncGenerator<Done> {
  const broken = new AbortController();
  const pool = createPool(pages, { jobs, pageTimeout, onBroken: (error) => broken.abort(error) });
  try {
    yield* readInOrder(inputs, pool, jobs, AbortSignal.any([signal, broken.signal]));
  } finally {
    await pool.close();
  }
}

/** Closes what inputs have open. It is not waited for: an input that waits for bytes would never come to it. */
export function letGo(inputs: AsyncGenerator<Input>): void {
  inputs.return(undefined).catch(() => {});
}
