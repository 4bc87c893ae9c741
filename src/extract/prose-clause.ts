import { flags } from './prose-flags.js';
import type { NumberToken } from './prose-tokens.js';

/** Words since the last mark or number, by their names. */
interface Phrase {
  names: string[];
  /** Something unknown stands behind the last word. */
  gap: boolean;
  /** Something unknown stands in it. */
  other: boolean;
}

/** What a clause has said so far. */
export interface Clause {
  phrase: Phrase;
  /** Phrases before this one, joined to it. */
  pending: string[][];
  /** Words round the last number by which it was read. */
  lastNames: readonly string[];
  /** Words before the first number. */
  opening: string[];
  /** What it says of its figures, as bits. */
  flags: number;
  /** Of the flags, those that clauses before have set. */
  carried: number;
  /** Something unknown stands in it. */
  other: boolean;
  /** Nothing unknown stands behind the year that it names. */
  isTimeLast: boolean;
  numbers: number;
  /** The last number, where no rule took it. */
  left: NumberToken | undefined;
  /** It has stated a figure. */
  isRead: boolean;
  /** Phrases whose figures follow in their order. */
  queue: string[][];
  /** A list of nouns in it and one of numbers are not equally long. */
  isUneven: boolean;
  /** It stands in brackets. */
  readonly inBrackets: boolean;
  readonly start: number;
}

export function startPhrase(): Phrase {
  return { names: [], gap: false, other: false };
}

export function startClause(start: number, inBrackets = false): Clause {
  return {
    phrase: startPhrase(),
    pending: [],
    lastNames: [],
    opening: [],
    flags: 0,
    carried: 0,
    other: false,
    isTimeLast: false,
    numbers: 0,
    left: undefined,
    isRead: false,
    queue: [],
    isUneven: false,
    inBrackets,
    start,
  };
}

/** What a clause may say of the next ones too: of what time and whose their figures are. */
const TIMES = flags('@other_year', '@last_year', '@running', '@part_of_year');
const LEADS = TIMES | flags('@until', '@to_date', '@elsewhere');
const OF_OTHERS = flags('@running', '@elsewhere');
const RUNNING = flags('@running');
const COMPARISON = flags('@compare', '@increase', '@increase_to');
const HARD_SCOPE = flags('@hard_scope');

/** A clause that only names a time or a body speaks of the next ones too, one with figures of another time does so. */
function flagsToCarry({ flags: own, opening, numbers, other, isTimeLast, isRead }: Clause): number {
  if ((own & COMPARISON) !== 0) return 0;
  if (numbers > 0) return isRead ? 0 : own & TIMES;
  return own & (opening.length > 0 ? RUNNING : other && !isTimeLast ? OF_OTHERS : LEADS);
}

/** The clause behind this one. */
export function followClause(clause: Clause, start: number): Clause {
  const next = startClause(start, clause.inBrackets);
  next.lastNames = clause.lastNames;
  next.carried = flagsToCarry(clause);
  next.flags = next.carried | (clause.opening.length === 0 ? clause.flags & HARD_SCOPE : 0);
  return next;
}

/** Forgets what clauses before have said. */
export function dropCarried(clause: Clause): void {
  clause.flags &= ~clause.carried;
  clause.carried = 0;
}
