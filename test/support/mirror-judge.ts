import { readPage } from '../../src/page/read-page.js';
import { type MirrorRepair, repairMirror } from '../../src/text/mirror.js';
import type { Damaged } from './mirror-damage.js';
import { type Difference, findDifferences } from './text-diff.js';

/** What a repair made of one damaged page, in characters of the clean one unless said otherwise. */
export interface Judgement {
  readonly all: number;
  /** Not there again, or not as they were. */
  readonly missed: number;
  /** Of these, characters of which the damaged page holds no byte. */
  readonly gone: number;
  /** Places where the repair wrote a character that the clean page has not there; `?` is none. */
  readonly invented: readonly string[];
  /** Places with a wrong character of the damaged page that nothing near by marks, or on a page that counts nothing. */
  readonly silent: readonly string[];
  readonly digitsHold: boolean;
  /** What `text.repairs` counts as unrepaired. */
  readonly unrepaired: number;
  /** The text of the page as it is read, without spaces. */
  readonly read: { readonly all: number; readonly missed: number };
}

const NEAR = 40;
const HOLE = /[?\ufffd]/;
const READING = /[(\uff08][a-z\u00e0-\u01dc]+[)\uff09]/;

/** Repairs a damaged page and compares what it says with the clean one. */
export function judge({ printed, clean, damaged, gone }: Damaged): Judgement {
  const repair = repairMirror(damaged);
  const { text, counts } = repair;
  const unrepaired = counts.find(({ kind }) => kind === 'unrepaired')?.count ?? 0;
  const differences = findDifferences(clean, text);
  const written = findWritten(repair);
  const wrong = (difference: Difference, wasWritten: boolean) => {
    for (let at = difference.otherFrom; at < difference.otherTo; at++)
      if ((written[at] === 1) === wasWritten && !HOLE.test(text.charAt(at))) return true;
    return false;
  };
  const isMarked = ({ otherFrom, otherTo }: Difference) => {
    const around = text.slice(Math.max(0, otherFrom - NEAR), otherTo + NEAR);
    return unrepaired > 0 && (HOLE.test(around) || READING.test(around));
  };
  const show = (one: Difference) =>
    `${mark(clean, one.from, one.to)} -> ${mark(text, one.otherFrom, one.otherTo)}`;
  return {
    all: clean.length,
    missed: countMissed(differences),
    gone,
    invented: differences.filter((one) => wrong(one, true)).map(show),
    silent: differences.filter((one) => wrong(one, false) && !isMarked(one)).map(show),
    digitsHold: digitsOf(text) === digitsOf(damaged),
    unrepaired,
    read: compareRead(printed, damaged),
  };
}

/** The characters that the repair wrote. */
function findWritten({ text, edits }: MirrorRepair): Uint8Array {
  const written = new Uint8Array(text.length);
  for (const { at, length } of edits) written.fill(1, at, at + length);
  return written;
}

function compareRead(printed: string, damaged: string): Judgement['read'] {
  const plain = (source: string) => readPage(source).page.text.replace(/\s/g, '');
  const clean = plain(printed);
  return { all: clean.length, missed: countMissed(findDifferences(clean, plain(damaged))) };
}

function countMissed(differences: readonly Difference[]): number {
  return differences.reduce((sum, { from, to }) => sum + to - from, 0);
}

function mark(text: string, from: number, to: number): string {
  return `${text.slice(Math.max(0, from - 12), from)}[${text.slice(from, to)}]${text.slice(to, to + 12)}`;
}

/** Without those of entities, which readings may be written with. */
function digitsOf(text: string): string {
  return text.replace(/&#\d+;|\D/g, '');
}
