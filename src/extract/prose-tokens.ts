import data from '../data/prose-lexicon.json' with { type: 'json' };
import { findUnit, findWord } from './prose-lexicon.js';
import { type Printed, readHanNumber, readPrinted } from './prose-numbers.js';

interface Span {
  /** Offsets in the sentence without spaces. */
  readonly start: number;
  readonly end: number;
}

/** A piece of a sentence. */
export type Token = PlainToken | NumberToken;

/** All but numbers are of one shape. */
export interface PlainToken extends Span {
  readonly kind: 'word' | 'mark' | 'year' | 'other';
  /** What rules know a word by, or the mark itself; empty for a year and what is none of these. */
  readonly name: string;
  /** 0 for all but a year. */
  readonly year: number;
  /** It is a year that is part of a date. */
  readonly isDate: boolean;
}

export interface NumberToken extends Span {
  readonly kind: 'number';
  readonly name: '';
  readonly value: number;
  /** As printed, with the words that make it a round one. */
  readonly raw: string;
  readonly unit: string | null;
  /** Kinds of figures that the unit counts; null where no unit is printed, empty for another measure. */
  readonly kinds: ReadonlySet<string> | null;
  readonly isShare: boolean;
  readonly approximate: boolean;
}

const sticky = (pattern: string) => new RegExp(pattern, 'y');
const year = sticky(data.patterns.year);
const years = sticky(data.patterns.years);
const date = sticky(data.patterns.date);
const item = sticky(data.patterns.item);
const innerItem = sticky(data.patterns.inner_item);
const reference = sticky(data.patterns.reference);
const plainNumber = sticky(data.patterns.plain_number);
const printed = sticky(data.patterns.number);
const hanNumber = sticky(data.patterns.han_number);
const about = [...data.about].sort((a, b) => b.length - a.length);
/** What may begin with a character, as bits. */
const MARK = 1;
const REFERENCE = 2;
const HAN_NUMBER = 4;
const DIGIT = 8;
const ITEM = 16;
const openings = new Uint8Array(0x10000);
for (const [bit, chars] of [
  [MARK, ',;:\u3001()\u201c\u201d"'],
  [REFERENCE, data.patterns.reference_opens],
  [HAN_NUMBER, [...Object.keys(data.digits), data.ten, data.hundred].join('')],
  [DIGIT, '0123456789'],
  [ITEM, '('],
] as const)
  for (const char of chars) openings[char.charCodeAt(0)] = (openings[char.charCodeAt(0)] ?? 0) | bit;
const SHARE = new Set(['%', '\u2030']);

/** Cuts a sentence into words of the lexicon, `names` of the body, numbers with their units, years, marks, and what is none of these. */
export function readTokens(text: string, names: readonly string[]): Token[] {
  const tokens: Token[] = [];
  const heads = names.map(codeOf);
  let known = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const bits = openings[code] ?? 0;
    const token =
      (bits & ITEM ? readItem(text, at, known === at ? tokens.at(-1) : undefined) : undefined) ??
      (heads.includes(code) ? readName(text, at, names) : undefined) ??
      readToken(text, at, bits);
    if (typeof token === 'number') {
      at = token;
      continue;
    }
    if (known < at) tokens.push(plain('other', '', known, at));
    tokens.push(token);
    at = token.end;
    known = at;
  }
  if (known < text.length) tokens.push(plain('other', '', known, text.length));
  return tokens;
}

function plain(kind: PlainToken['kind'], name: string, start: number, end: number): PlainToken {
  return { kind, name, start, end, year: 0, isDate: false };
}

function codeOf(name: string): number {
  return name.charCodeAt(0);
}

/** The number of an item within the sentence: `of which (1) …, (2) …`. */
function readItem(text: string, at: number, before: Token | undefined): Token | undefined {
  const follows = before?.kind === 'mark' || (before?.kind === 'word' && before.name === '@of_which');
  const end = follows ? matchEnd(innerItem, text, at) : undefined;
  return end === undefined ? undefined : plain('word', '@filler', at, end);
}

function readName(text: string, at: number, names: readonly string[]): Token | undefined {
  const name = names.find((one) => text.startsWith(one, at));
  return name === undefined ? undefined : plain('word', '@filler', at, at + name.length);
}

/**
 * A token, or where something unknown ends.
 * @param bits what may begin with its first character
 */
function readToken(text: string, at: number, bits: number): Token | number {
  if (bits & MARK) return plain('mark', text.charAt(at), at, at + 1);
  const number = bits & DIGIT ? readDigits(text, at) : undefined;
  if (number) return number;
  const quoted = bits & REFERENCE ? matchEnd(reference, text, at) : undefined;
  if (quoted) return quoted;
  const word = findWord(text, at);
  const han = bits & HAN_NUMBER ? readHan(text, at) : undefined;
  if (han && (!word || word.end <= han.end)) return han;
  return word ? plain('word', word.meaning, at, word.end) : at + 1;
}

function readDigits(text: string, at: number): Token | number {
  const bare = at > 0 ? matchEnd(plainNumber, text, at) : undefined;
  if (bare) return withUnit(text, at, bare, { value: Number(text.slice(at, bare)), isRound: false });
  const range = matchEnd(years, text, at);
  if (range) return plain('word', '@running', at, range);
  const named = match(year, text, at);
  if (named) {
    const isDate = named[2] !== undefined;
    return { kind: 'year', name: '', start: at, end: year.lastIndex, year: Number(named[1]), isDate };
  }
  const skipped = matchEnd(date, text, at) ?? (at === 0 ? matchEnd(item, text, at) : undefined);
  if (skipped) return plain('word', '@filler', at, skipped);
  const quoted = matchEnd(reference, text, at);
  if (quoted) return quoted;
  const found = match(printed, text, at);
  if (!found) return at + 1;
  return withUnit(text, at, printed.lastIndex, readPrinted(found));
}

function readHan(text: string, at: number): NumberToken | undefined {
  const found = match(hanNumber, text, at);
  const value = found && readHanNumber(found[0]);
  return value === undefined ? undefined : withUnit(text, at, hanNumber.lastIndex, { value, isRound: false });
}

function withUnit(text: string, start: number, numberEnd: number, { value, isRound }: Printed): NumberToken {
  const unit = findUnit(text, numberEnd);
  const name = unit ? text.slice(numberEnd, unit.end) : null;
  const before = about.find((word) => text.startsWith(word, start - word.length)) ?? '';
  return {
    kind: 'number',
    name: '',
    start,
    end: unit?.end ?? numberEnd,
    value,
    raw: before + text.slice(start, numberEnd),
    unit: name,
    kinds: unit?.meaning ?? null,
    isShare: name !== null && SHARE.has(name),
    approximate: isRound || before !== '',
  };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
