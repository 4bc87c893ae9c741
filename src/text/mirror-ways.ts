import { gbk, isAsciiTrail, isLead, pairAt } from './mirror-bytes.js';
import { findDangling, hasTone } from './mirror-readings.js';
import { move, type Page, type State, UNKNOWN } from './mirror-state.js';
import { isHole, type Token } from './mirror-tokens.js';

/** The lead byte of an ideographic space, and of most full-width marks. */
const SPACE_BYTE = 0xa1;
const MARK_LEAD = 0xa3;
/** The one byte above ASCII that is no first byte is read as this. */
const EURO = 0x20ac;
const EURO_BYTE = 0x80;
const QUESTION = 0x3f;
const CLOSE = 0x29;
const LOST = '?';
/** A tag or an entity whose first character fell into a hole. */
const brokenTag =
  /(?:\/(?:p|td|tr|th|div|span|li|ul|ol|h[1-6]|font|strong|b|a|table|tbody|center|title|em|u|i)>|(?:br|hr|p|td|tr|th|div|span|li|ul|ol|font|strong|b|a|img|table)(?:\/?| [^<>?]{0,200})>)/iy;
const brokenEntity = /(?:nbsp|amp|lt|gt|quot|[lr][ds]quo|ensp|emsp|mdash|middot|hellip|#\d{2,5});/y;

/** Logarithms of how unlikely each thing is, on the scale of the weights of characters. */
const COST = {
  /** A hole with a reading that is left as it is. */
  left: -30,
  /** A hole that stands for something unknown. */
  hole: -4,
  /** A hole that ate the first character of a tag, though no byte was waiting. */
  tag: -12,
  /** A comma or the like right behind a hole. */
  mark: -14,
  /** A pair whose second byte is lost with what stood behind it. */
  lost: -13,
  /** The same, where it is a mark or a space at the end of a paragraph. */
  lostMark: -3,
  /** A pair that has gone without a trace. */
  gone: -7,
  /** A hole that was such a pair. */
  unassigned: -3,
  /** A character of which both halves are lost. */
  unknown: -4,
  /** A shift that no reading vouches for. */
  space: -14,
  fold: -1,
} as const;

/** Adds every way on from a state over a token that is no reading. */
export function addWays(page: Page, state: State, token: Token, ways: State[]): void {
  addWay(page, state, token, ways);
  if (state.shifted && state.byte !== UNKNOWN && !page.keepsPrivate)
    addWay(page, skipGone(state, token), token, ways);
}

/** The way that takes a hole, or nothing at all, for the lost first byte of an ideographic space. */
export function startSpace(state: State, token: Token): State {
  const { last } = state;
  const score = COST.space;
  return move(state, { token, out: '', kind: 'space', score, shifted: true, byte: SPACE_BYTE, last });
}

/** The way on which an unassigned pair has gone without a trace, and half of either neighbour with it. */
function skipGone(state: State, { start }: Token): State {
  const steps = { out: LOST, start, end: start, kind: 'lost' as const, before: state.steps };
  return { ...state, score: state.score + COST.gone, steps, byte: UNKNOWN, last: QUESTION };
}

function addWay(page: Page, state: State, token: Token, ways: State[]): void {
  if (token.kind !== 'char') {
    if (token.reading === undefined) addBareHole(page, state, token, ways);
    else addHole(page, state, token, token.reading, ways);
  } else if (state.shifted) addShiftedChar(page, state, token, ways);
  else {
    const { code } = token;
    const out = page.source.charAt(token.start);
    const isOdd = state.last === QUESTION && isFoldedMark(code);
    const score = page.weigh(state.last, code) + (isOdd ? COST.mark : 0);
    const byte = pairAt(code) & 0xff;
    ways.push(move(state, { token, out, kind: 'same', score, shifted: false, byte, last: code }));
  }
}

/** A hole before a reading: its pair straddles two characters, or while shifted is the true one. */
function addHole(page: Page, state: State, token: Token, reading: string, ways: State[]): void {
  if (state.shifted) {
    if (state.byte === UNKNOWN) addPair(page, state, token, UNKNOWN, ways);
    else
      for (const byte of findDangling(state.byte, reading))
        if (isLead(byte)) addPair(page, state, token, byte, ways);
    return;
  }
  const out = page.source.slice(token.start, token.end);
  const score = hasTone(reading) ? COST.left : COST.hole;
  ways.push(move(state, { token, out, kind: 'left', score, shifted: false, byte: UNKNOWN, last: CLOSE }));
  for (const byte of findDangling(state.byte, reading))
    if (isLead(byte))
      ways.push(
        move(state, { token, out: '', kind: 'straddle', score: 0, shifted: true, byte, last: state.last }),
      );
}

/** A hole without a reading: a second byte and what it ate, an unassigned pair, half a space, or nothing. */
function addBareHole(page: Page, state: State, token: Token, ways: State[]): void {
  const { shifted } = state;
  const tag = token.code === QUESTION ? findBroken(page.source, token.end) : '';
  const kept = {
    token,
    out: page.source.charAt(token.start) + tag,
    kind: shifted ? ('lost' as const) : tag ? ('tag' as const) : ('same' as const),
    score: weighHole(state, tag !== ''),
    shifted: false,
    byte: UNKNOWN,
    last: token.code,
  };
  ways.push(move(state, kept));
  if (!shifted) {
    if (startsShift(page.source, token.end)) ways.push(startSpace(state, token));
  } else if (!page.keepsPrivate && state.byte !== UNKNOWN)
    ways.push(move(state, { ...kept, shifted: true, score: COST.lost + COST.unassigned }));
}

function weighHole({ shifted, byte }: State, isTag: boolean): number {
  if (!shifted) return isTag ? COST.tag : COST.hole;
  return isTag && byte === SPACE_BYTE ? COST.lostMark : COST.lost;
}

/** True where a lost half of an ideographic space would give a space or a full stop. */
function startsShift(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  if (isHole(code) || isDigit(code) || isLetter(code)) return false;
  const lead = pairAt(code) >> 8;
  return lead === SPACE_BYTE || lead === MARK_LEAD;
}

/** True for a hole that can only stand for something unknown. */
export function isPlainHole(source: string, { end, reading }: Token): boolean {
  return reading === undefined && !startsShift(source, end) && findBroken(source, end) === '';
}

function findBroken(source: string, at: number): string {
  brokenTag.lastIndex = at;
  if (brokenTag.test(source)) return '<';
  brokenEntity.lastIndex = at;
  return brokenEntity.test(source) ? '&' : '';
}

/** While shifted, a pair gives the second byte of one character and the first of the next. */
function addShiftedChar(page: Page, state: State, token: Token, ways: State[]): void {
  const { code } = token;
  if (code === EURO) addPair(page, state, token, EURO_BYTE, ways);
  if (isAsciiTrail(code)) addPair(page, state, token, code, ways);
  if (code === EURO || code < 0x20 || code === 0x3c || code === 0x3e || isDigit(code)) return;
  const pair = pairAt(code);
  const byte = pair & 0xff;
  if (!isLead(byte)) return;
  const before = ways.length;
  addPair(page, state, token, pair >> 8, ways);
  const folded = ways[before];
  if (folded)
    ways[before] = { ...folded, shifted: true, byte, score: folded.score + (code < 0x80 ? COST.fold : 0) };
}

/** Gives the waiting byte its second one. Digits and private characters are never made. */
function addPair(page: Page, state: State, token: Token, byte: number, ways: State[]): void {
  if (state.byte === UNKNOWN) {
    const lost = { token, out: LOST, kind: 'lost' as const, score: COST.unknown, last: QUESTION };
    ways.push(move(state, { ...lost, shifted: false, byte }));
    return;
  }
  const code = gbk().charOf[(state.byte << 8) | byte] ?? 0;
  if (code === 0 || (code >= 0xe000 && code <= 0xf8ff) || isDigit(code)) return;
  const score = page.weigh(state.last, code);
  const out = String.fromCharCode(code);
  ways.push(move(state, { token, out, kind: 'pair', score, shifted: false, byte, last: code }));
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** Full-width marks that end or divide sentences, as they are or folded. */
function isFoldedMark(code: number): boolean {
  const plain = code > 0xff00 ? code - 0xfee0 : code;
  return plain === 0x21 || plain === 0x2c || plain === 0x3a || plain === 0x3b;
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}
