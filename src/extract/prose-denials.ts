import rulesData from '../data/prose-rules.json' with { type: 'json' };
import type { OwnBody } from './prose-own.js';
import { isOfTopic, type ProseRule, type ProseRules } from './prose-rules.js';
import { type Context, isEnd, isStrict, UNKNOWN } from './prose-state.js';
import type { Token } from './prose-tokens.js';

/** What a sentence says there was none of. */
export interface Denial {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** Nouns joined by marks and words, each as the names of its words. */
interface Clause {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
}

const neutral = new Set(rulesData.neutral);
const MOST_WORDS = 3;
/** Rules name it where their nouns must stand before what denies them. */
const BEFORE = ['~'];
/** More unknown letters than this behind a noun, and the denial is of something else. */
const TAIL = 6;

/** Reads the zeros that a sentence states in words, clause by clause, each for what it denies and for nothing else. */
export function readDenials(
  tokens: readonly Token[],
  rules: ProseRules,
  context: Context,
  year: number | null,
): Denial[] {
  if (!tokens.some(isNone)) return [];
  const clauses = cutClauses(tokens);
  let isAside = false;
  return clauses.flatMap((clause, i) => {
    const at = clause.tokens.findIndex(isNone);
    isAside = isOfSomethingElse(clause, year, context.own) || (isAside && !isOfTheYear(clause, year));
    if (at < 0 || isAside) {
      isAside &&= isOnlyLead(clause);
      return [];
    }
    const behind = clause.tokens.slice(at + 1);
    if (behind.some((token) => token.kind === 'number')) return [];
    const before = clause.tokens.slice(0, at);
    const lastYear = before.filter((token) => token.kind === 'word' && token.name === '@last_year');
    const codes = readNouns([...lastYear, ...behind], rules, context);
    if (codes.length > 0) return codes.map((code) => ({ code, start: clause.start, end: clause.end }));
    if (namesIn(behind).length > 0 || lettersIn(behind) > TAIL) return [];
    const own = readNouns(before, rules, context, BEFORE);
    const earlier = clauses[i - 1];
    const canLookBack = own.length === 0 && namesIn(before).length === 0 && earlier !== undefined;
    const from = canLookBack && !hasNumber(earlier.tokens) && !earlier.tokens.some(isNone) ? earlier : clause;
    const found = from === clause ? own : readNouns(from.tokens, rules, context, BEFORE);
    return found.map((code) => ({ code, start: from.start, end: clause.end }));
  });
}

function cutClauses(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const close = (to: number) => {
    const own = tokens.slice(from, to);
    const [first] = own;
    if (first) clauses.push({ tokens: own, start: first.start, end: own.at(-1)?.end ?? first.end });
    from = to + 1;
  };
  for (const [at, token] of tokens.entries()) if (token.kind === 'mark' && isEnd(token.name)) close(at);
  close(tokens.length);
  return clauses;
}

function isNone(token: Token): boolean {
  return token.kind === 'word' && token.name === '@none';
}

function hasNumber(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.kind === 'number');
}

/** Plans, comparisons, failings and other years say nothing of the year's figures. */
const OF_SOMETHING_ELSE = new Set(['@spoil', '@plan', '@compare', '@running', '@part_of_year']);

/** It speaks only of a time or a body, for the clause behind it. */
function isOnlyLead({ tokens }: Clause): boolean {
  return namesIn(tokens).every((name) => name.startsWith('@')) && !hasNumber(tokens) && !tokens.some(isNone);
}

function isOfTheYear({ tokens }: Clause, year: number | null): boolean {
  return tokens.some((token) => token.kind === 'year' && token.year === year);
}

function isOfSomethingElse({ tokens }: Clause, year: number | null, own: OwnBody): boolean {
  let isLastYear = false;
  let isCarried = false;
  for (const token of tokens) {
    if (token.kind === 'year' && year !== null && token.year < year) return true;
    if (token.kind !== 'word') continue;
    if (OF_SOMETHING_ELSE.has(token.name) || own.elsewhere.has(token.name)) return true;
    isLastYear ||= token.name === '@last_year';
    isCarried ||= token.name === 'carry';
  }
  return isLastYear && !isCarried;
}

/** Codes of the nouns at the end, joined by marks and words, as far back as each is something that can be denied. */
function readNouns(
  tokens: readonly Token[],
  rules: ProseRules,
  context: Context,
  end: readonly string[] = [],
): string[] {
  const phrases = cutPhrases(tokens);
  const codes: string[] = [];
  for (const phrase of phrases.reverse()) {
    const names = namesIn(phrase);
    const found = findDenial(names, end, rules, context);
    const isLast = phrase === phrases[0];
    if (isLast && lettersBehind(phrase) > TAIL) return [];
    if (found.length === 0 && !(names.length === 0 && !isLast) && !neutral.has(names.at(-1) ?? '')) break;
    codes.push(...found);
  }
  return [...new Set(codes)];
}

function cutPhrases(tokens: readonly Token[]): Token[][] {
  const phrases: Token[][] = [[]];
  for (const token of tokens) {
    const isJoint =
      (token.kind === 'mark' && token.name === '\u3001') || (token.kind === 'word' && token.name === '@and');
    if (isJoint) phrases.push([]);
    else phrases.at(-1)?.push(token);
  }
  return phrases;
}

function findDenial(
  names: readonly string[],
  end: readonly string[],
  rules: ProseRules,
  context: Context,
): string[] {
  for (let count = Math.min(MOST_WORDS, names.length); count > 0; count--) {
    const last = names.slice(-count);
    const found = rules.denials.get(last.join(' ')) ?? rules.denials.get([...last, ...end].join(' ')) ?? [];
    const fitting = found.filter((rule) => rule.code !== undefined && mayBeDenied(rule, context, count));
    if (fitting.length > 0) return fitting.map((rule) => rule.code ?? '');
  }
  return [];
}

function mayBeDenied(rule: ProseRule, context: Context, words: number): boolean {
  return isOfTopic(rule, context.topic) || words > 1;
}

/** Names of the words; one that something unknown before it makes another thing is none. */
function namesIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'word' || (token.name.startsWith('@') && token.name !== '@last_year')) return [];
    return isStrict(token.name) && tokens[at - 1]?.kind === 'other' ? [UNKNOWN] : [token.name];
  });
}

function lettersIn(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + (token.kind === 'other' ? token.end - token.start : 0), 0);
}

function lettersBehind(phrase: readonly Token[]): number {
  const last = phrase.findLastIndex((token) => token.kind === 'word' && !token.name.startsWith('@'));
  return lettersIn(phrase.slice(last + 1));
}
