import { setImmediate } from 'node:timers/promises';
import { readInputs } from '../input/find-pages.js';
import type { InputOptions } from '../input/input.js';

/** Inputs that are counted without a pause. */
const STRIDE = 200;

/**
 * How many pages a run has, where they are files: null where stdin or a container is among the inputs, which would have to
 * be read for it.
 */
export async function countPages(
  paths: readonly string[],
  options: InputOptions,
  signal: AbortSignal,
): Promise<number | null> {
  if (paths.includes('-')) return null;
  let inputs = 0;
  let pages = 0;
  for await (const { kind, container } of readInputs(paths, options)) {
    if (container !== null || signal.aborted) return null;
    if (kind === 'page') pages++;
    if (++inputs % STRIDE === 0) await setImmediate();
  }
  return pages;
}
