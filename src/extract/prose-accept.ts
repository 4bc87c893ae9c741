import type { Clause } from './prose-clause.js';
import { fitsUnit } from './prose-match.js';
import type { Reader } from './prose-reader.js';
import { isOfTopic, type ProseRule } from './prose-rules.js';
import type { SentenceState } from './prose-state.js';
import type { NumberToken, Token } from './prose-tokens.js';

/** Sums over many years, parts of the year and other bodies. */
const ELSEWHERE = ['@running', '@part_of_year', '@elsewhere'];

/** Plans, comparisons, other years and sums over many years are not the year's figures. */
export function isNotOfTheYear({ clause, flags }: SentenceState): boolean {
  const own = clause.flags;
  if (flags.has('@plan') || ELSEWHERE.some((flag) => own.has(flag))) return true;
  if (own.has('@to_date') && own.has('@cumulative') && !own.has('@this_year')) return true;
  if (own.has('@increase_to')) return false;
  if (own.has('@compare') || own.has('@increase')) return true;
  return own.has('@other_year');
}

/**
 * True where a rule may take a number in its place.
 * @param others words before those that the rule names
 */
export function isAcceptable(
  { state, context }: Reader,
  rule: ProseRule,
  names: readonly string[],
  others: number,
  number: NumberToken,
  next: Token | undefined,
): boolean {
  const { clause, flags } = state;
  if (!isOfTopic(rule, context.topic) || !fitsUnit(number, rule, next)) return false;
  if (rule.pure && (clause.other || next?.kind === 'other' || isWithOthers(names, others))) return false;
  if (clause.flags.has('@last_year') && !names.slice(others).includes('@last_year')) return false;
  const isPart = flags.has('@of_which') || clause.inBrackets;
  const isOfPart = clause.flags.has('@part');
  if (rule.whole && (isOfPart || (isPart && !isNamedForTheYear(clause)))) return false;
  return !(isPart && (isOfPart || clause.flags.has('@scope'))) && !clause.flags.has('@hard_scope');
}

/** Other words before those that the rule names. */
function isWithOthers(names: readonly string[], count: number): boolean {
  return names.slice(0, count).some((name) => !name.startsWith('@'));
}

/** `of which in 2012 …`: no part of the body but of the time. */
function isNamedForTheYear({ flags }: Clause): boolean {
  return flags.has('@this_year') || flags.has('@new');
}
