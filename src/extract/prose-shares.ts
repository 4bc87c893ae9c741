import type { NumberToken, Token } from './prose-tokens.js';

/** A percentage that a sentence states next to a count. */
export interface StatedShare {
  readonly percent: number;
  /** One unit of its last digit. */
  readonly step: number;
  /** What the growth was reckoned from may be any of these; undefined for a share of a total. */
  readonly formers: readonly number[] | undefined;
}

interface Reader {
  /** The count spoken of. */
  subject: NumberToken | undefined;
  /** A mark has come behind it. */
  isParted: boolean;
  isShare: boolean;
  isGrowth: boolean;
  /** The count before it, which has grown to it. */
  before: NumberToken | undefined;
  formers: readonly number[] | undefined;
}

/** Finds the shares and growth rates next to counts: of each count, by where it ends in the sentence, the first one. */
export function findShares(tokens: readonly Token[]): ReadonlyMap<number, StatedShare> {
  if (!tokens.some(isPercent)) return NOTHING;
  const found = new Map<number, StatedShare>();
  const reader: Reader = {
    subject: undefined,
    isParted: false,
    isShare: false,
    isGrowth: false,
    before: undefined,
    formers: undefined,
  };
  for (const token of tokens) {
    if (token.kind === 'mark') takeMark(reader, token.name);
    else if (token.kind === 'word') takeWord(reader, token.name);
    else if (token.kind === 'number' && token.isShare) takePercent(reader, token, found);
    else if (token.kind === 'number') takeCount(reader, token);
  }
  return found;
}

const NOTHING: ReadonlyMap<number, StatedShare> = new Map();

function isPercent(token: Token): boolean {
  return token.kind === 'number' && token.isShare;
}

/** A share may stand alone in brackets behind its count. */
function takeMark(reader: Reader, mark: string): void {
  reader.isShare = mark === '(' && !reader.isParted;
  reader.isParted = true;
}

/** One share of several counts, and that of another noun, are not the count's. */
function takeWord(reader: Reader, name: string): void {
  if (name === '@share') reader.isShare = true;
  else if (name === '@increase') reader.isGrowth = true;
  else if (name === '@increase_to') reader.before = reader.subject;
  else if (name === '@respectively' || name === '@sum' || (reader.isParted && !name.startsWith('@')))
    reader.subject = undefined;
}

function takeCount(reader: Reader, count: NumberToken): void {
  const { subject, before, isGrowth } = reader;
  if (isGrowth && subject) {
    reader.formers = [subject.value - count.value, subject.value + count.value];
    reader.isGrowth = false;
    return;
  }
  reader.subject = count;
  reader.formers = before ? [before.value] : undefined;
  reader.before = undefined;
  reader.isParted = false;
  reader.isShare = false;
  reader.isGrowth = false;
}

/** No share is stated with more decimals. */
const MOST_DIGITS = 10;

function takePercent(reader: Reader, number: NumberToken, found: Map<number, StatedShare>): void {
  const { subject, isShare, isGrowth, formers } = reader;
  reader.isShare = false;
  reader.isGrowth = false;
  if (!subject || found.has(subject.end) || (isGrowth ? !formers : !isShare)) return;
  const digits = /[.](\d+)/.exec(number.raw)?.[1]?.length ?? 0;
  if (digits > MOST_DIGITS) return;
  const stated = { percent: number.value, step: 10 ** -digits, formers: isGrowth ? formers : undefined };
  found.set(subject.end, stated);
}
