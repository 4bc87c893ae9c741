import { unitInBrackets } from '../text/figures.js';

/** The head of a column as the page prints it, or as the form has it. */
export interface PrintedHead {
  /** Outermost first; null where there is none. */
  readonly text: string | null;
  readonly unit: string | null;
}

export function readPrintedHead(text: string): PrintedHead {
  return text === '' ? NO_HEAD : { text, unit: unitInBrackets(text) ?? null };
}

export const NO_HEAD: PrintedHead = { text: null, unit: null };
