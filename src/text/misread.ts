import data from '../data/encodings.json' with { type: 'json' };
import { codesOf } from './codes.js';
import { countGone, countRare, endOfRun, isSuspect } from './damage-signs.js';
import type { Patch } from './edits.js';
import { type Piece, readBytes, toBytes } from './misread-bytes.js';
import { guessCharacter } from './misread-guess.js';
import { countUsual, plausibility, worthOf } from './plausible.js';

/** Text that was once read in a wrong encoding and saved so. */
export interface Misread {
  /** What it says in the right one. */
  readonly patches: readonly Patch[];
  /** Characters of which a byte is gone. */
  readonly lost: number;
  readonly restored: number;
  /** Characters that were thrown away as a whole, with only a sign of it left. */
  readonly gone: number;
  /** True where what it says is itself misread. */
  readonly again: boolean;
}

interface Run {
  readonly start: number;
  readonly end: number;
  /** Characters that official text seldom has. */
  readonly rare: number;
}

type Kind = (typeof data.misread)[number];

const NOTHING: Misread = { patches: [], lost: 0, restored: 0, gone: 0, again: false };
/** Characters that are read again; no page has so many. */
const MOST_READ = 1_500_000;
const MOST_TRIED = 400;
const TRIED_LENGTH = 600;
const EVIDENCE_SHARE = 0.8;
const WHOLE = 0.9;
const MOST_LOST = 0.05;
const MISREAD_AGAIN = 6;
const SHARE = 0.6;

/** Finds text such as UTF-8 that was read as GBK: where its bytes in the one encoding are words in the other. */
export function findMisread(source: string): Misread {
  const runs = findRuns(source, 1);
  if (runs.length === 0) return NOTHING;
  const suspects = runs.filter(({ start, end, rare }) => isSuspect(rare, end - start));
  const { kinds, whole } = findKinds(source, suspects);
  const patches: Patch[] = [];
  let lost = 0;
  let restored = 0;
  let effort = 0;
  let again = false;
  for (const run of whole ? findRuns(source, 0) : kinds.length > 0 ? runs : []) {
    effort += run.end - run.start;
    if (effort > MOST_READ) break;
    const best = readBest(source, run, kinds, whole ? isComplete : isLikely);
    if (!best) continue;
    again ||= isMisreadAgain(best);
    lost += best.pieces.filter((piece) => piece.lost).length;
    restored += best.pieces.filter((piece) => !piece.lost && piece.text > '\u007f').length;
    patches.push(...toPatches(source, run, best));
  }
  const thrown = suspects.reduce((sum, { start, end }) => sum + countGone(source.slice(start, end)), 0);
  return { patches, lost, restored, gone: thrown, again };
}

/** Stretches without ASCII (damage-signs.ts) that hold rare characters. */
function findRuns(source: string, fewestRare: number): Run[] {
  const codes = codesOf(source);
  const runs: Run[] = [];
  for (let start = 0; start < source.length; start++) {
    if ((codes[start] ?? 0) < 0x80) continue;
    const end = endOfRun(codes, start, source.length);
    const rare = countRare(codes, start, end);
    if (rare >= fewestRare) runs.push({ start, end, rare });
    start = end - 1;
  }
  return runs;
}

/** The ways in which text of this page was misread, and whether all of it was. */
function findKinds(source: string, suspects: readonly Run[]): { kinds: Kind[]; whole: boolean } {
  const found = new Set<Kind>();
  const tried = suspects
    .slice(0, MOST_TRIED)
    .map((run) => ({ ...run, end: Math.min(run.end, run.start + TRIED_LENGTH) }));
  for (const run of tried) {
    const best = readBest(source, run, data.misread, isCertain);
    if (best) found.add(best.kind);
  }
  const kinds = [...found];
  if (kinds.length !== 1) return { kinds, whole: false };
  const made = tried.filter((run) => readBest(source, run, kinds, isComplete));
  return { kinds, whole: made.length >= tried.length * WHOLE };
}

interface Reading {
  readonly kind: Kind;
  readonly units: readonly number[];
  readonly pieces: readonly Piece[];
  readonly usual: number;
  /** Characters beside plain signs. */
  readonly all: number;
  /** How plausible it is, and how plausible the text is as it stands. */
  readonly score: number;
  readonly before: number;
}

const isCertain = (reading: Reading) => {
  const { kind, pieces, usual, all, score, before } = reading;
  const words = pieces.filter(({ text }) => worthOf(text.charCodeAt(0)) > 0).map(({ text }) => text);
  const isSense = usual >= all * EVIDENCE_SHARE && score > before && new Set(words).size >= kind.evidence;
  return isSense || isMisreadAgain(reading);
};
const isLikely = (reading: Reading) => {
  const { usual, all, score, before } = reading;
  return (usual > 0 && usual >= all * SHARE && score > before) || isMisreadAgain(reading);
};
const isComplete = ({ kind, pieces, score, before }: Reading) => {
  const lost = pieces.filter((piece) => piece.lost).length;
  return lost <= 1 + pieces.length * MOST_LOST && score + lost + (kind.is === 'utf-8' ? 1 : 0) >= before;
};

/** Valid UTF-8 at length, of letters that are themselves misread bytes. */
function isMisreadAgain({ kind, pieces, score, before }: Reading): boolean {
  if (kind.is !== 'utf-8' || score <= before) return false;
  const high = pieces.filter(({ text }) => text > '\u007f');
  const again = high.filter(({ text, lost }) => !lost && text < '\u0100');
  return again.length >= MISREAD_AGAIN && again.length >= high.length * EVIDENCE_SHARE;
}

/** The reading that makes most sense, of those that are good enough. */
function readBest(
  source: string,
  { start, end }: Run,
  kinds: readonly Kind[],
  isGood: (reading: Reading) => boolean,
): Reading | undefined {
  const text = source.slice(start, end);
  const before = plausibility(text);
  let best: Reading | undefined;
  for (const kind of kinds) {
    const { bytes, units } = toBytes(text, kind.as);
    const pieces = readBytes(bytes, kind.is, guessCharacter, source.slice(Math.max(0, start - 1), start));
    const after = pieces.map((piece) => piece.text).join('');
    const reading = { kind, units, pieces, ...countUsual(after), score: plausibility(after), before };
    if (isGood(reading) && reading.score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = reading;
  }
  return best;
}

const closingTag = /^\/[a-z][a-z0-9]{0,11}>/i;

/** One patch for each stretch of characters that begins and ends where those of the source do. */
function toPatches(source: string, run: Run, { units, pieces }: Reading): Patch[] {
  const patches: Patch[] = [];
  let text = '';
  let first = 0;
  for (const piece of pieces) {
    const last = units[piece.end - 1] ?? 0;
    text += piece.text;
    if (units[piece.end] === last) continue;
    const start = run.start + (units[first] ?? 0);
    const end = run.start + last + 1;
    if (piece.text === '\ufffd' && source[end - 1] === '?' && closingTag.test(source.slice(end, end + 14)))
      text += '<';
    if (text !== source.slice(start, end)) patches.push({ start, end, text });
    first = piece.end;
    text = '';
  }
  return patches;
}
