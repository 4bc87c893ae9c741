import type { Weigh } from './mirror-score.js';
import type { Token } from './mirror-tokens.js';

/** The page, and what is known of how it was damaged. */
export interface Page {
  readonly source: string;
  readonly weigh: Weigh;
  /** True where pairs that no standard assigns are still there, as private characters. */
  readonly keepsPrivate: boolean;
}

/** What is written for one token. */
export interface Step {
  readonly out: string;
  readonly start: number;
  readonly end: number;
  readonly kind: StepKind;
  readonly before: Step | undefined;
}

type StepKind = 'same' | 'reading' | 'straddle' | 'space' | 'pair' | 'tag' | 'lost' | 'left';

/** One way to read the page up to a place. */
export interface State {
  /** True while the true pairs are one byte behind the ones in sight. */
  readonly shifted: boolean;
  /** The last true byte: one that waits for its second byte where shifted, else the last of a character. */
  readonly byte: number;
  readonly last: number;
  readonly score: number;
  /** By how much every other way that met this one was worse. */
  readonly margin: number;
  readonly steps: Step | undefined;
}

/** What a token does to a state. */
export interface Move {
  readonly token: Token;
  readonly out: string;
  readonly kind: StepKind;
  readonly score: number;
  readonly shifted: boolean;
  readonly byte: number;
  readonly last: number;
}

/** The byte of a state that has lost it. */
export const UNKNOWN = 0;

export function startState(byte: number, last: number): State {
  return { shifted: false, byte, last, score: 0, margin: Number.POSITIVE_INFINITY, steps: undefined };
}

export function move(state: State, { token, out, kind, score, shifted, byte, last }: Move): State {
  const steps = { out, start: token.start, end: token.end, kind, before: state.steps };
  return { shifted, byte, last, score: state.score + score, margin: state.margin, steps };
}

/** The better way, which remembers by how much. */
export function better(one: State, other: State): State {
  const first = one.score >= other.score ? one : other;
  const gap = Math.abs(one.score - other.score);
  return gap < first.margin ? { ...first, margin: gap } : first;
}
