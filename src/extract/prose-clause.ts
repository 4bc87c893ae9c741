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
  readonly flags: Set<string>;
  /** Of the flags, those that clauses before have set. */
  carried: readonly string[];
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
  /** It stands in brackets. */
  readonly inBrackets: boolean;
  readonly start: number;
}

export function startPhrase(): Phrase {
  return { names: [], gap: false, other: false };
}

const NONE: readonly string[] = [];

export function startClause(start: number, inBrackets = false): Clause {
  return {
    phrase: startPhrase(),
    pending: [],
    lastNames: [],
    opening: [],
    flags: new Set(),
    carried: NONE,
    other: false,
    isTimeLast: false,
    numbers: 0,
    left: undefined,
    isRead: false,
    queue: [],
    inBrackets,
    start,
  };
}

/** What a clause may say of the next ones too: of what time and whose their figures are. */
const TIMES = ['@other_year', '@last_year', '@running', '@part_of_year'];
const LEADS = [...TIMES, '@until', '@to_date', '@elsewhere'];

/** A clause that only names a time or a body speaks of the next ones too, one with figures of another time does so. */
function flagsToCarry({ flags, opening, numbers, other, isTimeLast, isRead }: Clause): readonly string[] {
  if (flags.size === 0) return NONE;
  if (flags.has('@compare') || flags.has('@increase') || flags.has('@increase_to')) return [];
  if (numbers > 0) return isRead ? [] : TIMES.filter((flag) => flags.has(flag));
  const leads = opening.length > 0 ? ['@running'] : other && !isTimeLast ? ['@running', '@elsewhere'] : LEADS;
  return leads.filter((flag) => flags.has(flag));
}

/** The clause behind this one. */
export function followClause(clause: Clause, start: number): Clause {
  const next = startClause(start, clause.inBrackets);
  next.lastNames = clause.lastNames;
  next.carried = flagsToCarry(clause);
  for (const flag of next.carried) next.flags.add(flag);
  if (clause.flags.has('@hard_scope') && clause.opening.length === 0) next.flags.add('@hard_scope');
  return next;
}

/** Forgets what clauses before have said. */
export function dropCarried(clause: Clause): void {
  for (const flag of clause.carried) clause.flags.delete(flag);
  clause.carried = NONE;
}
