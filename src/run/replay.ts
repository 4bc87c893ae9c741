import type { Input } from '../input/input.js';
import { CallError } from '../model/call-error.js';
import type { KeptEntry } from './journal.js';

/**
 * Goes over the inputs that an earlier run has done, and gives what became of them.
 * @throws CallError where an input is no longer what it was
 */
export async function* replay(
  earlier: Iterable<KeptEntry>,
  inputs: AsyncIterator<Input>,
): AsyncGenerator<KeptEntry> {
  let count = 0;
  for (const entry of earlier) {
    count++;
    const { done, value: input } = await inputs.next();
    const change = done ? 'is no longer there' : await findChange(input, entry);
    if (change !== null)
      throw new CallError(
        `the earlier run cannot be continued: its input ${count}, ${entry.row.path}, ${change}; without --resume all is read anew`,
      );
    yield entry;
  }
}

async function findChange(input: Input, { row }: KeptEntry): Promise<string | null> {
  if (input.path !== row.path || input.container !== row.container) return `is now ${input.path}`;
  if (input.kind !== 'page') return input.kind === row.status ? null : input.reason;
  return (await hashOf(input)) === row.sha256 ? null : 'has other content now';
}

/** Empty where the bytes cannot be had. */
async function hashOf({ read }: Extract<Input, { kind: 'page' }>): Promise<string> {
  try {
    return (await read()).sha256;
  } catch {
    return '';
  }
}
