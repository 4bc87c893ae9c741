import type { Writable } from 'node:stream';
import type { Language } from '../talk/language.js';
import type { Translate } from '../talk/translate.js';

/** What a command may do with the process it runs in; only the command line knows the process itself. */
export interface Terminal {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Writable;
  /** The language that is spoken. */
  readonly language: () => Language;
  readonly speak: (language: Language) => Promise<void>;
  /** Wording in the language that is spoken; `say` and `progress` do it themselves. */
  readonly translate: Translate;
  /** Prints a line of talk. */
  readonly say: (line: string) => void;
  /** Prints a line for machines. */
  readonly log: (line: string) => void;
  /** Replaces the line of progress, where there is a terminal to show it. */
  readonly progress: ((line: string) => void) | null;
  /** Takes the line of progress away. */
  readonly clear: () => void;
  /** Writes a whole text to a file, or to stdout. */
  readonly print: (text: string, out?: string) => void;
  /**
   * Fires when the process is told to end, or nobody takes its output any more; the reason is what to end with. Whoever
   * asks for it ends in good order; else the process ends at once.
   */
  readonly untilEnded: () => AbortSignal;
  /** Chooses how the line looks that says why the process ends. */
  readonly sayErrorsAs: (line: (text: string) => string) => void;
  readonly processId: number;
  readonly isRunning: (processId: number) => boolean;
  readonly now: Date;
  /** The variable that continuous integration sets; empty where it is not set. */
  readonly ci: string;
}

/** Hears the exit status of a command. */
export type OnExit = (status: number) => void;
