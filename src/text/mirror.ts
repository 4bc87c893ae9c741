import type { Edit } from './edits.js';
import { pairAt } from './mirror-bytes.js';
import { isMirrored } from './mirror-gate.js';
import { hasTone } from './mirror-readings.js';
import { createWeigh } from './mirror-score.js';
import { type Stretch, search } from './mirror-search.js';
import { isOddSign, isPlainHole, isSpoilt, oddSign } from './mirror-signs.js';
import { type Page, type Step, startState } from './mirror-state.js';
import { belongs, type InSight, isHole, readToken, startOfReading } from './mirror-tokens.js';

export interface MirrorRepair {
  readonly text: string;
  /** In order; what lies between them is the same in both texts. */
  readonly edits: readonly Edit[];
  readonly counts: readonly { readonly kind: string; readonly count: number }[];
}

interface Change {
  readonly out: string;
  readonly start: number;
  readonly end: number;
}

/** What has been decided so far. */
interface Work {
  readonly source: string;
  /** True where the page has no full-width form of any ASCII character, so that none is written. */
  readonly folded: boolean;
  readonly changes: Change[];
  readonly counts: Map<string, number>;
  /** The end of the last change, with what stands before it in the repaired text. */
  tail: { at: number; byte: number; sight: InSight };
  /** How many more ways may be tried; the densest real damage needs about one for two characters. */
  patience: number;
}

const PATIENCE = 300_000;
/** By how much the chosen way must be better than any other; more where pairs may have gone without a trace. */
const SURE = 3;
const SURER = 4;
const WIDE = /[\uff01-\uff5e]/;
const PRIVATE = /[\ue000-\uf8ff]/;
/** The places of readings, and of ideographic spaces that have lost a byte. */
const suspect = new RegExp(`[(\uff08?\ufffd]|${oddSign}`, 'g');

/** Takes out what mirror sites put into GBK text byte by byte, as far as it can be undone exactly. */
export function repairMirror(source: string): MirrorRepair {
  if (!isMirrored(source)) return { text: source, edits: [], counts: [] };
  const work = startWork(source);
  const keepsPrivate = PRIVATE.test(source);
  const page = {
    source,
    weigh: createWeigh(source),
    keepsPrivate,
    sure: keepsPrivate ? SURE : SURER,
    gaps: new Map(),
  };
  for (let from = 0; from < source.length; ) {
    suspect.lastIndex = from;
    const found = suspect.exec(source);
    if (!found) break;
    from = repairAt(work, page, startOfReading(source, found.index, from));
  }
  return write(work);
}

const noTail: Work['tail'] = { at: -1, byte: 0, sight: { last: 0, beforeLast: 0 } };

function startWork(source: string): Work {
  const folded = !WIDE.test(source);
  return { source, folded, changes: [], counts: new Map(), tail: noTail, patience: PATIENCE };
}

function foldWidths(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** Repairs what starts here, if anything does, and says where to go on. */
function repairAt(work: Work, page: Page, at: number): number {
  const token = readToken(work.source, at);
  if (token.kind === 'char' && !isOddSign(page, at)) return at + 1;
  const { reading } = token;
  const { byte, sight } = contextAt(work, at);
  const state = startState(byte, sight.last);
  if (token.kind === 'reading' && reading !== undefined) {
    if (belongs(reading, sight)) {
      change(work, { out: '', start: at, end: token.end });
      count(work, 'reading');
      work.tail = { at: token.end, byte, sight };
    } else if (hasTone(reading)) count(work, 'unrepaired');
    return token.end;
  }
  if (token.kind === 'hole' && isPlainHole(work.source, token)) {
    if (isSpoilt(page, at + 1)) count(work, 'unrepaired');
    return at + 1;
  }
  if (work.patience <= 0) {
    count(work, 'unrepaired');
    return token.end;
  }
  return repairStretch(work, page, search(page, at, [state], sight));
}

function repairStretch(work: Work, page: Page, { end, state, sight, plain, effort }: Stretch): number {
  work.patience -= effort;
  if (!state || state.margin < page.sure || state.shifted) {
    for (const token of plain) change(work, { out: '', start: token.start, end: token.end });
    count(work, 'reading', plain.length);
    count(work, 'unrepaired');
    return end;
  }
  const steps: Step[] = [];
  for (let step = state.steps; step; step = step.before) steps.push(step);
  for (const step of steps.reverse()) {
    const out = work.folded ? foldWidths(step.out) : step.out;
    if (out !== work.source.slice(step.start, step.end)) change(work, { ...step, out });
    const isLeft =
      step.kind === 'same' && isHole(work.source.charCodeAt(step.start)) && isSpoilt(page, step.end);
    if (step.kind === 'lost' || step.kind === 'left' || isLeft) count(work, 'unrepaired');
    else if (step.kind !== 'same' && step.kind !== 'pair') count(work, step.kind);
  }
  work.tail = { at: end, byte: state.byte, sight: { last: state.last, beforeLast: sight.beforeLast } };
  return end;
}

/** The characters in sight before a place, readings left out, and the last byte of the repaired text there. */
function contextAt(work: Work, at: number): { byte: number; sight: InSight } {
  const { source, tail } = work;
  if (at === tail.at) return tail;
  const last = source.charCodeAt(at - 1) || 0;
  const beforeLast = at - 1 === tail.at ? tail.sight.last : source.charCodeAt(at - 2) || 0;
  return { byte: pairAt(last) & 0xff, sight: { last, beforeLast } };
}

function count(work: Work, kind: string, more = 1): void {
  if (more > 0) work.counts.set(kind, (work.counts.get(kind) ?? 0) + more);
}

function change({ changes }: Work, { out, start, end }: Change): void {
  const before = changes.at(-1);
  if (before && before.end === start)
    changes[changes.length - 1] = { out: before.out + out, start: before.start, end };
  else changes.push({ out, start, end });
}

function write({ source, changes, counts }: Work): MirrorRepair {
  const parts: string[] = [];
  const edits: Edit[] = [];
  let at = 0;
  let kept = 0;
  for (const { out, start, end } of changes) {
    parts.push(source.slice(kept, start), out);
    at += start - kept;
    edits.push({ at, length: out.length, start, end });
    at += out.length;
    kept = end;
  }
  parts.push(source.slice(kept));
  return { text: parts.join(''), edits, counts: [...counts].map(([kind, count]) => ({ kind, count })) };
}
