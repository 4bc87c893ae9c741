import { isAcceptable, isNotOfTheYear } from './prose-accept.js';
import type { Clause } from './prose-clause.js';
import { flags } from './prose-flags.js';
import { findMatch, type Match, wordsBehind } from './prose-match.js';
import { keep, type Reader, type Statement } from './prose-reader.js';
import { closeClause } from './prose-rest.js';
import type { ProseRule, ProseRules } from './prose-rules.js';
import {
  type Context,
  isEnd,
  type SentenceState,
  startSentence,
  takeMark,
  takeNumber,
  takeWord,
  takeYear,
} from './prose-state.js';
import type { NumberToken, Token } from './prose-tokens.js';

const SCOPE = flags('@scope');
const ALL = flags('@all');
const INCREASE_TO = flags('@increase_to');
const SUM = flags('@sum');
const CUMULATIVE = flags('@cumulative');
const NOT_CUMULATIVE = flags('@this_year', '@whole');

/** Reads the figures that the tokens of a sentence state; `context` is told what it speaks of. */
export function readStatements(
  tokens: readonly Token[],
  rules: ProseRules,
  context: Context,
  year: number | null,
): Statement[] {
  const reader: Reader = {
    tokens,
    rules,
    context,
    state: startSentence(),
    year,
    found: [],
    codes: new Set(),
  };
  let at = 0;
  for (const token of tokens) takeToken(reader, token, at++);
  closeClause(reader, tokens.at(-1)?.end ?? 0);
  return reader.found;
}

function takeToken(reader: Reader, token: Token, at: number): void {
  const { state, context, year } = reader;
  if (token.kind === 'word') {
    if (token.end > state.usedUntil) takeWord(state, context, token.name);
  } else if (token.kind === 'year') takeYear(state, token, year);
  else if (token.kind === 'other') {
    state.clause.other = true;
    state.clause.isTimeLast = false;
    state.clause.phrase.gap = true;
    state.clause.phrase.other = true;
  } else if (token.kind === 'mark') {
    if (token.name === ':' && isLabelled(reader.tokens, at)) return;
    if (isEnd(token.name)) closeClause(reader, token.start);
    takeMark(state, token.name, token.end);
  } else if (token.kind === 'number') {
    if (!token.isShare) readNumber(reader, token, at);
    takeNumber(state);
  }
}

/** A colon with nothing but a number behind it parts no clauses. */
function isLabelled(tokens: readonly Token[], at: number): boolean {
  const behind = tokens[at + 2];
  return tokens[at + 1]?.kind === 'number' && (behind === undefined || behind.kind === 'mark');
}

function readNumber(reader: Reader, number: NumberToken, at: number): void {
  const { tokens, state } = reader;
  const { clause } = state;
  if (number.kinds?.size === 0 || isNotOfTheYear(state)) return;
  const listed = clause.queue.length;
  if (listed > 0 && clause.numbers === 0 && listed !== countListed(tokens, at)) clause.isUneven = true;
  if (clause.isUneven) return;
  const queued = clause.queue.shift();
  const before = queued ?? namesBefore(state);
  const after = queued ? [] : wordsBehind(tokens, at);
  const match = (names: readonly string[], behind: typeof after) =>
    findMatch(reader.rules.statements, { before: names, after: behind }, (rule, count) =>
      isAcceptable(reader, rule, names, names.length - count, number, tokens[at + 1]),
    );
  const isBehind = clause.phrase.names.length === 0 && !queued;
  const found =
    (isBehind ? match([], after) : undefined) ??
    match(before, after) ??
    (clause.phrase.other ? undefined : match([...clause.lastNames.slice(0, -1), ...before], []));
  if (!found) {
    if (before.length === 0 && (clause.flags & SCOPE) === 0) clause.left = number;
    return;
  }
  const joined =
    found.usedUntil > 0
      ? []
      : clause.pending
          .flatMap((names) => match(names, []) ?? [])
          .filter(({ rule }) => rule.code !== found.rule.code);
  const isEach = (clause.flags & ALL) !== 0 || number.value === 0;
  if (!isEach && joined.some((other) => areSiblings(other.rule, found.rule))) return;
  state.usedUntil = Math.max(state.usedUntil, found.usedUntil);
  if (found.usedUntil === 0 && before.length > 0) clause.lastNames = before;
  for (const each of isEach ? [found, ...joined] : [found]) add(reader, each, number);
}

/** How many numbers are listed from here on. */
function countListed(tokens: readonly Token[], at: number): number {
  let count = 0;
  for (let next = at; next < tokens.length; next++) {
    const token = tokens[next];
    if (token?.kind === 'number' && !token.isShare) count++;
    else if (token?.kind === 'mark' && token.name !== '\u3001') break;
  }
  return count;
}

/** Figures of one kind, which a number behind their list sums up. */
function areSiblings(one: ProseRule, other: ProseRule): boolean {
  const parents = [one, other].map(({ code = '' }) => code.replace(/[.][^.:]*(:.*)?$/, '$1'));
  const areTotals = [one, other].every(({ code = '' }) => code.endsWith('.total'));
  return one.code !== other.code && (areTotals || parents[0] === parents[1]);
}

const OF_A_SUM = ['@sum'];

/** The words of the phrase; where there is none, those of the clause before, or what has grown to the number. */
function namesBefore({ clause, before }: SentenceState): readonly string[] {
  const { phrase, pending, opening } = clause;
  if ((clause.flags & INCREASE_TO) !== 0)
    return phrase.names.length > 0 && !phrase.gap ? phrase.names : opening;
  if (phrase.gap) return [];
  const names = phrase.names.length > 0 ? phrase.names : (pending.at(-1) ?? []);
  if (clause.numbers > 0 || !before || before.numbers > 0 || before.phrase.gap)
    return names.length === 0 && (clause.flags & SUM) !== 0 ? OF_A_SUM : names;
  return [...before.phrase.names, ...names];
}

function add(reader: Reader, { rule }: Match, number: NumberToken): void {
  const { context, state } = reader;
  const code = rule.code?.replace('*', context.row ?? '');
  if (code === undefined || code.startsWith(':')) return;
  const { value, raw, unit, approximate, end } = number;
  const { start } = state.clause;
  state.clause.isRead = true;
  const cumulative = isCumulative(state.clause);
  keep(reader, { code, or: rule.or, value, raw, unit, approximate, cumulative, start, end });
  if (rule.topics) state.isDetailed = true;
  if (!rule.row) return;
  context.row = code.split(':')[0];
  context.rowValue = value;
}

function isCumulative(clause: Clause): boolean {
  return (clause.flags & CUMULATIVE) !== 0 && (clause.flags & NOT_CUMULATIVE) === 0;
}
