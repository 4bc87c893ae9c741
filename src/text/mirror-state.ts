import type { Weigh } from './mirror-score.js';
import type { Token } from './mirror-tokens.js';

/** Two characters of which the inner bytes have gone. */
export interface Gap {
  readonly first: number;
  readonly second: number;
  readonly score: number;
}

/** How far back two ways may part. */
const FAR = 48;

/** The page, and what is known of how it was damaged. */
export interface Page {
  readonly source: string;
  readonly weigh: Weigh;
  /** True where pairs that no standard assigns are still there, as private characters. */
  readonly keepsPrivate: boolean;
  /** By how much the chosen way must be better than any other. */
  readonly sure: number;
  /** What may have stood in gaps, once found: by the character before and the bytes on both sides. */
  readonly gaps: Map<number, readonly Gap[]>;
}

/** What is written for one token. */
export interface Step {
  readonly out: string;
  readonly start: number;
  readonly end: number;
  readonly kind: StepKind;
  readonly before: Step | undefined;
}

type StepKind = 'same' | 'gap' | 'reading' | 'straddle' | 'space' | 'pair' | 'tag' | 'lost' | 'left';

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
/** What is written for a character that is lost. */
export const LOST = '?';

export function startState(byte: number, last: number): State {
  return { shifted: false, byte, last, score: 0, margin: Number.POSITIVE_INFINITY, steps: undefined };
}

export function move(state: State, { token, out, kind, score, shifted, byte, last }: Move): State {
  const steps = { out, start: token.start, end: token.end, kind, before: state.steps };
  return { shifted, byte, last, score: state.score + score, margin: state.margin, steps };
}

/** The better way, which remembers by how much; where that is too little, it says only what the other says too. */
export function better(one: State, other: State, sure: number): State {
  const [first, second] = one.score >= other.score ? [one, other] : [other, one];
  const gap = first.score - second.score;
  if (gap >= first.margin) return first;
  const agreed = gap < sure ? agree(first.steps, second.steps) : undefined;
  return agreed ? { ...first, steps: agreed } : { ...first, margin: gap };
}

/** The first way with `?` for the characters that the second has otherwise; undefined where one of them keeps the page's own. */
function agree(first: Step | undefined, second: Step | undefined): Step | undefined {
  const passed: Step[] = [];
  let one = first;
  let other = second;
  while (one !== other) {
    if (!one || !other || one.start !== other.start || passed.length >= FAR) return undefined;
    if (one.out === other.out) passed.push(one);
    else if (isMade(one) && isMade(other))
      passed.push({ ...one, out: one.out.replace(/[^<&]/g, LOST), kind: 'lost' });
    else return undefined;
    one = one.before;
    other = other.before;
  }
  return passed.reduceRight<Step | undefined>((before, step) => ({ ...step, before }), one);
}

function isMade({ kind }: Step): boolean {
  return kind === 'pair' || kind === 'gap' || kind === 'lost';
}
