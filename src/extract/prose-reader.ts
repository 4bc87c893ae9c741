import type { ProseRules } from './prose-rules.js';
import type { Context, SentenceState } from './prose-state.js';
import type { Token } from './prose-tokens.js';

/** A figure that a sentence states. */
export interface Statement {
  readonly code: string;
  /** What it is a figure of where the page gives another one of the code. */
  readonly or?: string | undefined;
  readonly value: number;
  readonly raw: string;
  readonly unit: string | null;
  readonly approximate: boolean;
  /** A sum over time, which may be longer than the year. */
  readonly cumulative: boolean;
  /** Where the clause with the figure stands in the sentence. */
  readonly start: number;
  readonly end: number;
}

/** A sentence being read. */
export interface Reader {
  readonly tokens: readonly Token[];
  readonly rules: ProseRules;
  readonly context: Context;
  readonly state: SentenceState;
  readonly year: number | null;
  readonly found: Statement[];
  /** Codes of what was found. */
  readonly codes: Set<string>;
}

/** Keeps a figure that the sentence states. */
export function keep({ found, codes }: Reader, statement: Statement): void {
  found.push(statement);
  codes.add(statement.code);
}
