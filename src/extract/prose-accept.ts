import type { Clause } from './prose-clause.js';
import { flags } from './prose-flags.js';
import { fitsUnit } from './prose-match.js';
import type { Reader } from './prose-reader.js';
import { isOfTopic, type ProseRule } from './prose-rules.js';
import type { SentenceState } from './prose-state.js';
import type { NumberToken, Token } from './prose-tokens.js';

const PLAN = flags('@plan');
/** Sums over many years, parts of the year and other bodies. */
const ELSEWHERE = flags('@running', '@part_of_year', '@elsewhere');
const SUM_TO_DATE = flags('@to_date', '@cumulative');
const THIS_YEAR = flags('@this_year');
const INCREASE_TO = flags('@increase_to');
const OF_ANOTHER_YEAR = flags('@compare', '@increase', '@other_year');
const LAST_YEAR = flags('@last_year');
const OF_WHICH = flags('@of_which');
const PART = flags('@part');
const SCOPE = flags('@scope');
const HARD_SCOPE = flags('@hard_scope');
const FOR_THE_YEAR = flags('@this_year', '@new');

/** Plans, comparisons, other years and sums over many years are not the year's figures. */
export function isNotOfTheYear({ clause, flags: lasting }: SentenceState): boolean {
  const own = clause.flags;
  if ((lasting & PLAN) !== 0 || (own & ELSEWHERE) !== 0) return true;
  if ((own & (SUM_TO_DATE | THIS_YEAR)) === SUM_TO_DATE) return true;
  return (own & INCREASE_TO) === 0 && (own & OF_ANOTHER_YEAR) !== 0;
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
  const { clause, flags: lasting } = state;
  if (!isOfTopic(rule, context.topic) || !fitsUnit(number, rule, next)) return false;
  if (rule.pure && (clause.other || next?.kind === 'other' || isWithOthers(names, others))) return false;
  if ((clause.flags & LAST_YEAR) !== 0 && !names.slice(others).includes('@last_year')) return false;
  const isPart = (lasting & OF_WHICH) !== 0 || clause.inBrackets;
  const isOfPart = (clause.flags & PART) !== 0;
  if (rule.whole && (isOfPart || (isPart && !isNamedForTheYear(clause)))) return false;
  return !(isPart && (clause.flags & (PART | SCOPE)) !== 0) && (clause.flags & HARD_SCOPE) === 0;
}

/** Other words before those that the rule names. */
function isWithOthers(names: readonly string[], count: number): boolean {
  return names.slice(0, count).some((name) => !name.startsWith('@'));
}

/** `of which in 2012 …`: no part of the body but of the time. */
function isNamedForTheYear(clause: Clause): boolean {
  return (clause.flags & FOR_THE_YEAR) !== 0;
}
