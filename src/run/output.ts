import type { InputRow } from './input-row.js';
import type { KeptEntry } from './journal.js';

/** Where the records of a run go. */
export interface Output {
  /** Adds what became of an input; `piece` is null where it is no page. */
  readonly add: (row: InputRow, piece: Uint8Array | null) => void | Promise<void>;
  /** Makes the output whole. */
  readonly finish: () => void | Promise<void>;
  /** Ends without that and leaves nothing under the name of the output; says how to go on, where that can be. */
  readonly abandon: () => string | null | Promise<string | null>;
}

/** An output before the run begins. */
export interface Target {
  /** What an earlier run left of it, input by input; nothing where there is none to go on with. */
  readonly earlier: Iterable<KeptEntry>;
  /** Begins behind what is kept of an earlier run. */
  readonly begin: (last: KeptEntry | undefined) => Output | Promise<Output>;
}
