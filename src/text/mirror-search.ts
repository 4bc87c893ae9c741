import { isAsciiTrail } from './mirror-bytes.js';
import { isReadAs } from './mirror-readings.js';
import { better, move, type Page, type State, UNKNOWN } from './mirror-state.js';
import { asChar, belongs, type InSight, readToken, type Token } from './mirror-tokens.js';
import { addWays } from './mirror-ways.js';

/** A stretch of the page from a hole to where all ways to read it agree again. */
export interface Stretch {
  readonly end: number;
  /** Undefined where no way leads on. */
  readonly state: State | undefined;
  readonly sight: InSight;
  /** The readings that are taken out whichever way is right. */
  readonly plain: readonly Token[];
  /** How many ways were tried. */
  readonly effort: number;
}

const QUESTION = 0x3f;
const WIDTH = 24;
const LONGEST = 400;
const HOPELESS = 45;
/** A reading that belongs to nothing. */
const STRAY = -14;

/** Follows every way to read the page from a place on, until they agree. */
export function search(page: Page, start: number, first: readonly State[], before: InSight): Stretch {
  let states = first;
  let sight = before;
  let at = start;
  let effort = 0;
  const plain: Token[] = [];
  for (let count = 0; at < page.source.length && count < LONGEST; count++) {
    const ways: State[] = [];
    const token = takeToken(page, at, states, sight, ways);
    if (token.kind === 'reading') plain.push(token);
    else sight = { last: token.kind === 'hole' ? 0 : token.code, beforeLast: sight.last };
    at = token.end;
    effort += ways.length;
    states = prune(ways, page.sure);
    if (states.length === 0 || (states.length === 1 && states[0]?.shifted === false)) break;
  }
  const [one, ...others] = states;
  return {
    end: at,
    state: one && others.reduce((best, other) => better(best, other, 0), one),
    sight,
    plain,
    effort,
  };
}

/** Adds the ways over the next token; a reading that belongs to no way's character is text. */
function takeToken(page: Page, at: number, states: readonly State[], sight: InSight, ways: State[]): Token {
  const token = readToken(page.source, at);
  if (token.kind !== 'reading') {
    for (const state of states) addWays(page, state, token, ways);
    return token;
  }
  const reading = token.reading ?? '';
  const inSight = belongs(reading, sight);
  const owners = states.filter((state) => inSight || owns(state, reading));
  if (owners.length > 0) {
    for (const state of states)
      if (owners.includes(state))
        ways.push(move(state, { ...state, token, out: '', kind: 'reading', score: 0 }));
      else if (!state.shifted) ways.push(leaveReading(page, state, token));
    return token;
  }
  const char = asChar(page.source, at);
  for (const state of states) addWays(page, state, char, ways);
  return char;
}

/** True where the reading may be that of the character just made, or of one that is lost but for its second byte. */
function owns({ shifted, byte, last }: State, reading: string): boolean {
  return !shifted && (isReadAs(last, reading) || (last === QUESTION && isAsciiTrail(byte)));
}

function leaveReading({ source }: Page, state: State, token: Token): State {
  const out = source.slice(token.start, token.end);
  return move(state, { ...state, token, out, kind: 'same', score: STRAY, byte: UNKNOWN });
}

/** Of the ways that have the same future the best is kept. */
function prune(ways: readonly State[], sure: number): State[] {
  const kept: State[] = [];
  let best = Number.NEGATIVE_INFINITY;
  for (const state of ways) {
    const same = kept.findIndex((other) => isSameFuture(state, other));
    const other = kept[same];
    if (other) kept[same] = better(state, other, sure);
    else kept.push(state);
    if (state.score > best) best = state.score;
  }
  const alive = kept.length > 1 ? kept.filter((state) => state.score > best - HOPELESS) : kept;
  return alive.length > WIDTH ? alive.sort((a, b) => b.score - a.score).slice(0, WIDTH) : alive;
}

function isSameFuture(one: State, other: State): boolean {
  return one.shifted === other.shifted && one.byte === other.byte && one.last === other.last;
}
