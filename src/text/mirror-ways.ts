import { gbk, isAsciiTrail, isLead, pairAt } from './mirror-bytes.js';
import { findGaps } from './mirror-gaps.js';
import { findDangling, hasTone } from './mirror-readings.js';
import {
  findBroken,
  isDigit,
  isFoldedMark,
  isOddSign,
  MARK_LEAD,
  SPACE_BYTE,
  startsShift,
} from './mirror-signs.js';
import { LOST, move, type Page, type State, UNKNOWN } from './mirror-state.js';
import type { Token } from './mirror-tokens.js';

/** The one byte above ASCII that is no first byte is read as this. */
const EURO = 0x20ac;
const EURO_BYTE = 0x80;
/** Marks a waiting byte behind which an unassigned pair has gone without a trace. */
const GAP = 0x100;
const QUESTION = 0x3f;
const CLOSE = 0x29;
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
  gone: -3,
  goneMark: -1,
  /** A character of which both halves are lost. */
  unknown: -8,
  /** A shift that no reading vouches for. */
  space: -14,
  fold: -1,
} as const;

/** Adds every way on from a state over a token that is no reading. */
export function addWays(page: Page, state: State, token: Token, ways: State[]): void {
  addWay(page, state, token, ways);
  if (waits(state) && !page.keepsPrivate)
    addWay(page, { ...state, score: state.score + weighGap(state), byte: GAP | state.byte }, token, ways);
}

/** The second byte of a comma makes no pair with any common character. */
function weighGap({ byte }: State): number {
  return byte === MARK_LEAD ? COST.goneMark : COST.gone;
}

/** True for a state with a byte that waits for the next one. */
function waits({ shifted, byte }: State): boolean {
  return shifted && byte !== UNKNOWN && byte < GAP;
}

/** The way that takes a hole, or nothing at all, for the lost first byte of an ideographic space. */
function startSpace(state: State, token: Token): State {
  const { last } = state;
  const score = COST.space;
  return move(state, { token, out: '', kind: 'space', score, shifted: true, byte: SPACE_BYTE, last });
}

function addWay(page: Page, state: State, token: Token, ways: State[]): void {
  if (token.kind !== 'char') {
    if (token.reading === undefined) addBareHole(page, state, token, ways);
    else addHole(page, state, token, token.reading, ways);
  } else if (state.shifted) addShiftedChar(page, state, token, ways);
  else {
    const { code } = token;
    const out = page.source.charAt(token.start);
    const isOdd = state.steps?.kind === 'same' && state.last === QUESTION && isFoldedMark(code);
    const score = page.weigh(state.last, code) + (isOdd ? COST.mark : 0);
    const byte = pairAt(code) & 0xff;
    ways.push(move(state, { token, out, kind: 'same', score, shifted: false, byte, last: code }));
    if (isOddSign(page, token.start))
      addShiftedChar(page, startSpace(state, { ...token, end: token.start }), token, ways);
  }
}

/** A hole before a reading: its pair straddles two characters, or while shifted is the true one. */
function addHole(page: Page, state: State, token: Token, reading: string, ways: State[]): void {
  if (state.shifted) {
    if (!waits(state)) addPair(page, state, token, UNKNOWN, ways);
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
    out: (state.byte < GAP ? '' : LOST) + page.source.charAt(token.start) + tag,
    kind: shifted ? ('lost' as const) : tag ? ('tag' as const) : ('same' as const),
    score: weighHole(state, tag !== ''),
    shifted: false,
    byte: UNKNOWN,
    last: token.code,
  };
  ways.push(move(state, kept));
  if (!shifted) {
    if (startsShift(page.source, token.end)) ways.push(startSpace(state, token));
  } else if (tag === '' && !page.keepsPrivate && waits(state)) {
    const score = COST.lost;
    const gap = { out: '', shifted: true, byte: GAP | state.byte, score, last: state.last };
    ways.push(move(state, { ...kept, ...gap }));
  }
}

function weighHole({ shifted, byte }: State, isTag: boolean): number {
  if (!shifted) return isTag ? COST.tag : COST.hole;
  return isTag && byte === SPACE_BYTE ? COST.lostMark : COST.lost;
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
  for (let at = before; at < ways.length; at++) {
    const way = ways[at];
    if (way) ways[at] = { ...way, shifted: true, byte, score: way.score + (code < 0x80 ? COST.fold : 0) };
  }
}

/** Gives the waiting byte its second one. Digits and private characters are never made. */
function addPair(page: Page, state: State, token: Token, byte: number, ways: State[]): void {
  if (!waits(state)) {
    const out = state.byte < GAP ? LOST : LOST + LOST;
    const lost = { token, out, kind: 'lost' as const, score: COST.unknown, last: QUESTION };
    ways.push(move(state, { ...lost, shifted: false, byte }));
    if (state.byte >= GAP && byte !== UNKNOWN) addGaps(page, state, token, byte, ways);
    return;
  }
  const code = gbk().charOf[(state.byte << 8) | byte] ?? 0;
  if (code === 0 || (code >= 0xe000 && code <= 0xf8ff) || isDigit(code)) return;
  const score = page.weigh(state.last, code);
  const out = String.fromCharCode(code);
  ways.push(move(state, { token, out, kind: 'pair', score, shifted: false, byte, last: code }));
}

function addGaps(page: Page, state: State, token: Token, byte: number, ways: State[]): void {
  for (const { first, second, score } of findGaps(page, state.last, state.byte - GAP, byte)) {
    const out = String.fromCharCode(first, second);
    ways.push(move(state, { token, out, kind: 'gap', score, shifted: false, byte, last: second }));
  }
}
