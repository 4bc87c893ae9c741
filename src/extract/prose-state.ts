import data from '../data/prose-rules.json' with { type: 'json' };
import { type Clause, dropCarried, followClause, startClause, startPhrase } from './prose-clause.js';
import { flagOf, flags } from './prose-flags.js';
import { topicOf } from './prose-lexicon.js';
import type { OwnBody } from './prose-own.js';
import type { PlainToken } from './prose-tokens.js';

/** What a section has spoken of so far. */
export interface Context {
  topic: string | undefined;
  /** The row of the applications stated last, without its applicant, and its value. */
  row: string | undefined;
  rowValue: number | undefined;
  readonly own: OwnBody;
}

/** What a sentence has said so far. */
export interface SentenceState {
  clause: Clause;
  before: Clause | undefined;
  readonly outer: Pick<SentenceState, 'clause' | 'before' | 'flags' | 'topics' | 'isMixed' | 'isDetailed'>[];
  /** Of what words say of figures, what holds for the rest of the sentence, as bits. */
  flags: number;
  topics: readonly string[];
  /** It has spoken of reviews or lawsuits and of something else. */
  isMixed: boolean;
  /** How reviews or lawsuits ended was stated in it. */
  isDetailed: boolean;
  /** Words up to here were given to a number before them. */
  usedUntil: number;
  /** No number has come since `of which`. */
  isFresh: boolean;
}

export function startSentence(): SentenceState {
  return {
    clause: startClause(0),
    before: undefined,
    outer: [],
    flags: 0,
    topics: [],
    isMixed: false,
    isDetailed: false,
    usedUntil: 0,
    isFresh: false,
  };
}

const CARRY = 'carry';
const strict = new Set(data.strict);

/** True for a noun that something unknown right before it makes another thing. */
export const isStrict = (name: string): boolean => strict.has(name);

/** Takes a word into account: one that steers the reading, or a noun or verb of indicators. */
export function takeWord(state: SentenceState, context: Context, name: string): void {
  const { clause } = state;
  if (name === '@of_which' && state.isMixed) context.topic = MIXED;
  if (name.startsWith('@')) steer(state, context.own.elsewhere.has(name) ? '@elsewhere' : name);
  else {
    push(clause, name);
    takeTopic(state, context, topicOf(name));
  }
}

const MIXED = 'mixed';
const CONTESTED = new Set(['review', 'litigation']);
/** What is disclosed of documents is still about documents. */
const WEAK = 'disclosure';
const KEPT = new Set(['documents', 'rules']);
const within: ReadonlyMap<string, string> = new Map(Object.entries(data.within));

/** A new topic ends the list of parts; `of which` behind reviews and lawsuits says nothing of either. */
function takeTopic(state: SentenceState, context: Context, topic: string | undefined): void {
  if (topic === undefined) return;
  const before = context.topic ?? '';
  const isSpokenOf = state.topics.includes(before);
  if (topic === WEAK && KEPT.has(before) && isSpokenOf) return;
  if (topic !== before) {
    if (!state.isFresh) state.flags &= ~OF_WHICH;
    const isOther = CONTESTED.has(before) && isSpokenOf && within.get(topic) !== before;
    if (isOther && !state.isDetailed) state.isMixed = true;
  }
  if (!state.topics.includes(topic)) state.topics = [...state.topics, topic];
  context.topic = topic;
}

/** More words than a rule can name. */
const ENOUGH = 8;
/** A noun that something unknown before it makes another thing. */
export const UNKNOWN = '@unknown';

function push({ phrase, opening, numbers }: Clause, name: string): void {
  phrase.names.push(phrase.gap && isStrict(name) ? UNKNOWN : name);
  if (phrase.names.length > ENOUGH) phrase.names.shift();
  phrase.gap = false;
  if (numbers === 0 && opening.length < ENOUGH && !name.startsWith('@')) opening.push(name);
}

/** Words that hold for the rest of the sentence. */
const LASTING = flags('@plan', '@of_which');
const PLAN = flags('@plan');
const OF_WHICH = flags('@of_which');
const RUNNING = flags('@running');
const COMPARE = flags('@compare');
const UNTIL = flags('@until');
const THIS_YEAR = flags('@this_year');
const OTHER_YEAR = flags('@other_year');
/** Words that rules name. */
const NAMED = new Set(['@new', '@last_year', '@subject']);
/** Words that end what clauses before have said of time. */
const NOW = flags('@new', '@this_year', '@whole');

function steer(state: SentenceState, name: string): void {
  const { clause } = state;
  if (name === '@filler') return;
  if (name === '@noise') clause.phrase.gap = true;
  else if (name === '@since') {
    if ((clause.flags & THIS_YEAR) === 0) clause.flags |= RUNNING;
  } else if (name === '@next_year') {
    if (clause.phrase.names.at(-1) === CARRY) push(clause, name);
    else state.flags |= PLAN;
  } else mark(state, name);
}

function mark(state: SentenceState, name: string): void {
  const { clause } = state;
  const flag = flagOf(name);
  if ((flag & NOW) !== 0) dropCarried(clause);
  if ((flag & LASTING) !== 0) state.flags |= flag;
  else clause.flags |= flag;
  if (NAMED.has(name)) push(clause, name);
  if (name === '@and') cutPhrase(clause);
  else if (name === '@of_which') {
    state.isFresh = true;
    clause.phrase = startPhrase();
  } else if (name === '@respectively') {
    clause.queue = [...clause.pending, clause.phrase.names];
    clause.pending = [];
  }
}

/** A year: the report's own, the next one, or another whose figures are not the report's. */
export function takeYear(state: SentenceState, token: PlainToken, year: number | null): void {
  const { clause } = state;
  const named = token.year;
  clause.isTimeLast = true;
  if (year === null || (clause.flags & COMPARE) !== 0) return;
  if (named !== year && token.isDate) return;
  if (named > year) steer(state, '@next_year');
  else if (named < year) clause.flags |= OTHER_YEAR;
  else if ((clause.flags & UNTIL) === 0) {
    clause.flags = (clause.flags | THIS_YEAR) & ~OTHER_YEAR;
    dropCarried(clause);
  }
}

/** Ends a phrase that is joined to the next. */
function cutPhrase(clause: Clause): void {
  if (clause.phrase.names.length > 0) clause.pending.push(clause.phrase.names);
  clause.phrase = startPhrase();
}

/** True for a mark that ends a clause. */
export function isEnd(mark: string): boolean {
  return mark === ',' || mark === ':' || mark === ';' || mark === '(' || mark === ')';
}

/** Brackets within brackets; deeper ones only end a clause. */
const DEEPEST = 8;

export function takeMark(state: SentenceState, mark: string, end: number): void {
  if (mark === '\u3001') cutPhrase(state.clause);
  else if (mark === '(' && state.outer.length < DEEPEST) {
    const { clause, before, topics, isMixed, isDetailed } = state;
    state.outer.push({ clause, before, flags: state.flags, topics, isMixed, isDetailed });
    state.before = undefined;
    state.clause = startClause(end, true);
  } else if (mark === ')') {
    const outer = state.outer.pop();
    if (outer) Object.assign(state, outer);
  } else if (isEnd(mark)) nextClause(state, end);
}

function nextClause(state: SentenceState, start: number): void {
  const next = followClause(state.clause, start);
  state.before = state.clause;
  state.clause = next;
}

/** A number ends its phrase. */
export function takeNumber(state: SentenceState): void {
  const { clause } = state;
  clause.numbers++;
  clause.phrase = startPhrase();
  clause.pending = [];
  state.isFresh = false;
}
