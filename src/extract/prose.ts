import rulesData from '../data/prose-rules.json' with { type: 'json' };
import { type Denial, readDenials } from './prose-denials.js';
import { readOwnBody } from './prose-own.js';
import type { Statement } from './prose-reader.js';
import { homesOf, loadProseRules, type ProseRules, type Times } from './prose-rules.js';
import { findShares, type StatedShare } from './prose-shares.js';
import type { Context } from './prose-state.js';
import { readStatements } from './prose-statements.js';
import { readTokens, type Token } from './prose-tokens.js';
import type { Sentence } from './sentences.js';

/** A figure that a sentence states. */
export interface ProseReading {
  readonly code: string;
  /** The code where the page gives another figure of the first. */
  readonly or: string | undefined;
  readonly value: number;
  readonly raw: string;
  readonly unit: string | null;
  readonly label: string;
  readonly approximate: boolean;
  readonly sentence: Sentence;
  /** A sum over time, which may be longer than the year. */
  readonly cumulative: boolean;
  /** It stands in the section that belongs to the indicator. */
  readonly atHome: boolean;
  /** A percentage stated next to it. */
  readonly share: StatedShare | undefined;
  /** Numbers of its section, of which it may be a share: the first ones. */
  readonly counts: ReadonlySet<number>;
}

interface Reader {
  readonly rules: ProseRules;
  readonly year: number | null;
  readonly names: readonly string[];
  context: Context;
  /** How the codes begin to which the section belongs. */
  homes: readonly string[];
  counts: Set<number>;
  readonly found: ProseReading[];
}

/** More numbers of a section are not kept. */
const MOST_COUNTS = 300;

const nothing = new RegExp(rulesData.nothing);

/**
 * Reads the figures that sentences state, and the zeros that they state in words. A sum over time beside a figure of
 * the year is no figure of the year.
 */
export function readProse(
  sentences: readonly Sentence[],
  times: Times,
  year: number | null,
  publisher: string | null,
): ProseReading[] {
  const own = readOwnBody(publisher);
  const context: Context = { topic: undefined, row: undefined, rowValue: undefined, own };
  const { names } = own;
  const rules = loadProseRules(times);
  const reader: Reader = { rules, year, names, context, homes: [], counts: new Set(), found: [] };
  let section: string | undefined;
  for (const sentence of sentences) {
    if (sentence.section !== section) startSection(reader, sentence.section);
    section = sentence.section;
    readSentence(reader, sentence);
  }
  return settle(reader.found);
}

/** Tells the totals apart that a sentence alone does not: sums over time, and those of one channel. */
function settle(found: readonly ProseReading[]): ProseReading[] {
  const yearly = new Set(found.filter(({ cumulative }) => !cumulative).map(({ code }) => code));
  const left = found.filter(({ code, cumulative }) => !cumulative || !yearly.has(code));
  const values = new Map<string, Set<number>>();
  for (const { code, value } of left) values.set(code, (values.get(code) ?? new Set()).add(value));
  return left.map((reading) => {
    const { code, or } = reading;
    return or !== undefined && (values.get(code)?.size ?? 0) > 1 ? { ...reading, code: or } : reading;
  });
}

/** A section speaks of what its heading names last. */
function startSection(reader: Reader, heading: string): void {
  const { rules, year, names } = reader;
  const { own, row, rowValue } = reader.context;
  const context: Context = { topic: undefined, row, rowValue, own };
  readStatements(readTokens(heading, names), rules, context, year);
  reader.context = { topic: context.topic, row: undefined, rowValue: undefined, own };
  reader.homes = homesOf(heading);
  reader.counts = new Set();
}

function readSentence(reader: Reader, sentence: Sentence): void {
  const { rules, context, year, names } = reader;
  const { text } = sentence;
  if (nothing.test(text)) {
    readNothing(reader, sentence);
    return;
  }
  const tokens = readTokens(text, names);
  if (tokens.some(isUnrelated)) return;
  const stated = readStatements(tokens, rules, context, year);
  for (const token of tokens)
    if (token.kind === 'number' && !token.isShare && reader.counts.size < MOST_COUNTS)
      reader.counts.add(token.value);
  const shares = findShares(tokens);
  for (const one of stated) add(reader, sentence, one, shares.get(one.end));
  const denials = readDenials(tokens, rules, context, year);
  if (denials.length === 0) return;
  const known = new Set(stated.map(({ code }) => code));
  for (const one of denials) if (!known.has(one.code)) add(reader, sentence, denied(one, text));
}

function isUnrelated(token: Token): boolean {
  return token.kind === 'word' && token.name === '@unrelated';
}

/** `None.` under a heading denies what the heading names. */
function readNothing(reader: Reader, sentence: Sentence): void {
  const { rules, context, names } = reader;
  const heading = sentence.section.split(' ').at(-1) ?? '';
  const tokens = readTokens(`${heading},${sentence.text}`, names);
  for (const { code } of readDenials(tokens, rules, context, null)) {
    const all = { code, start: 0, end: sentence.text.length };
    add(reader, sentence, denied(all, sentence.text));
  }
}

function denied({ code, start, end }: Denial, raw: string): Statement {
  return { code, value: 0, raw, unit: null, approximate: false, cumulative: false, start, end };
}

function add(
  { found, homes, counts }: Reader,
  sentence: Sentence,
  statement: Statement,
  share?: StatedShare,
): void {
  const { code, or, value, raw, unit, approximate, cumulative, start, end } = statement;
  found.push({
    code,
    or,
    value,
    raw,
    unit,
    label: sentence.text.slice(start, end),
    approximate,
    sentence,
    cumulative,
    atHome: homes.some((prefix) => code.startsWith(prefix)),
    share,
    counts,
  });
}
