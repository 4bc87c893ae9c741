import { addCode, codesOf, createCodeSet, hasCode } from './codes.js';
import { pairAt } from './mirror-bytes.js';
import { findDangling, hasTone } from './mirror-readings.js';
import { isFrequent } from './mirror-score.js';
import { belongs, type InSight, readToken, startOfReading, type Token } from './mirror-tokens.js';

/** What speaks for and against damage by a mirror. */
interface Evidence {
  /** Readings of frequent characters in running text, and what else only damage makes. */
  own: number;
  /** Readings behind characters that are not read so, as in a glossary. */
  foreign: number;
  /** By character, how often a reading stands behind it. */
  readonly annotated: Map<number, number>;
}

const ENOUGH = 3;
const [FIRST_HAN, LAST_HAN] = [0x4e00, 0x9fff];
/** A mirror leaves hardly any occurrence of an annotated character without its reading, a glossary most. */
const MOST = 2;
/** The places of readings, and what half an ideographic space makes of a bracket behind it. */
const telling = /[(\uff08?\ufffd]|\u3002(?=[\u3105-\u3129\u2550-\u2573\u01ce-\u01dc][^\u3105-\u3129])/g;

/** True where several readings stand behind frequent traditional characters, as nobody but a mirror puts them. */
export function isMirrored(source: string): boolean {
  const evidence: Evidence = { own: 0, foreign: 0, annotated: new Map() };
  telling.lastIndex = 0;
  for (let from = 0, found = telling.exec(source); found; found = telling.exec(source)) {
    const token = readToken(source, startOfReading(source, found.index, from));
    if (token.kind === 'char') evidence.own += token.code === 0x3002 ? 1 : 0;
    else if (token.reading !== undefined && hasTone(token.reading)) weighReading(evidence, source, token);
    from = token.end;
    telling.lastIndex = from;
  }
  const { own, foreign } = evidence;
  return own >= ENOUGH && foreign * MOST <= own && countBare(evidence, source) * MOST <= own;
}

function weighReading(evidence: Evidence, source: string, token: Token): void {
  const { start, end, kind, reading = '' } = token;
  const sight: InSight = {
    last: source.charCodeAt(start - 1) || 0,
    beforeLast: source.charCodeAt(start - 2) || 0,
  };
  if (kind === 'hole') {
    if (findDangling(pairAt(sight.last) & 0xff, reading).length > 0) evidence.own++;
  } else if (!belongs(reading, sight)) {
    if (isHan(sight.last)) evidence.foreign++;
  } else if (isHan(sight.beforeLast) || isHan(source.charCodeAt(end))) {
    if (isFrequent(sight.last)) evidence.own++;
    if (isHan(sight.last)) evidence.annotated.set(sight.last, (evidence.annotated.get(sight.last) ?? 0) + 1);
  }
}

/** How often annotated characters stand without a reading. */
function countBare({ annotated }: Evidence, source: string): number {
  let bare = 0;
  const known = createCodeSet();
  for (const [code, count] of annotated) {
    addCode(known, code);
    bare -= count;
  }
  const codes = codesOf(source);
  for (let at = 0; at < source.length; at++) {
    const code = codes[at] ?? 0;
    if (code >= FIRST_HAN && hasCode(known, code)) bare++;
  }
  return bare;
}

function isHan(code: number): boolean {
  return code >= FIRST_HAN && code <= LAST_HAN;
}
