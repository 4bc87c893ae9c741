import data from '../data/labels.json' with { type: 'json' };
import { remember } from './remember.js';
import { withoutSpam } from './spam.js';
import { squeeze } from './strings.js';

const numbering = new RegExp(data.numbering);
const prefix = new RegExp(data.prefix);
const note = new RegExp(data.note_in_brackets, 'g');
const innerNumbering = new RegExp(data.inner_numbering, 'g');
const punctuation = new RegExp(data.punctuation, 'g');
/** Notes and numbers inside a label have a mark or bracket in them: without one and without a head nothing is to be cut. */
const anyCut = new RegExp(`${data.numbering}|${data.prefix}|${data.punctuation}`);

/** The forms in which a label is compared: without numbering and marks, with and without notes and numbers inside. */
export const labelKeys: (label: string) => readonly string[] = remember(buildLabelKeys);

function buildLabelKeys(label: string): readonly string[] {
  const text = withoutSpam(squeeze(label));
  if (!anyCut.test(text)) return text === '' ? [] : [text];
  const plain = text.replace(numbering, '').replace(prefix, '').replace(numbering, '');
  const full = plain.replace(punctuation, '');
  const keys = full === '' ? [] : [full];
  if (full === plain) return keys;
  for (const cut of [note, innerNumbering]) {
    const rest = plain.replace(cut, '');
    const key = rest === plain ? full : rest.replace(punctuation, '');
    if (key !== '' && !keys.includes(key)) keys.push(key);
  }
  return keys;
}

/** In template data: here the page may say anything, such as the name of an account or a year. */
const GAP = '*';

export function hasGap(label: string): boolean {
  return label.includes(GAP);
}

const ANYTHING = '.{0,40}';

/** Matches keys of a label with a gap. */
export function gapPattern(label: string): RegExp {
  const [before = '', after = ''] = label
    .split(GAP)
    .map((part) => (labelKeys(part)[0] ?? '').replace(/[$^{}]/g, '\\$&'));
  return new RegExp(`^${before}${ANYTHING}${after}$`);
}

/** The letters that a key begins with which such a pattern matches. */
export function beforeGap({ source }: RegExp): string {
  return source.slice(1, source.indexOf(ANYTHING)).replaceAll('\\', '');
}

/** Below this two labels are different. */
const LEAST_ALIKE = 0.5;

/** How alike two label keys are, 0 to 1, by the letters that must change. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const most = Math.max(a.length, b.length);
  if (most < 3 || Math.abs(a.length - b.length) > most * (1 - LEAST_ALIKE)) return 0;
  return 1 - editDistance(a, b) / most;
}

/**
 * True where whole words differ, not single letters: a slip changes one letter here and there, so what stands between
 * the common beginning and end of two labels is short, or has letters in common.
 */
export function isOtherWord(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (
    Math.min(left.length, right.length) >= SHORTEST_WORD &&
    ![...left].some((letter) => right.includes(letter))
  );
}

const SHORTEST_WORD = 2;

/** One row of the table of distances, grown to the longest label seen. */
let row = new Uint16Array(256);

function editDistance(a: string, b: string): number {
  const { length } = b;
  if (row.length <= length) row = new Uint16Array(length * 2);
  for (let j = 0; j <= length; j++) row[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    let corner = i - 1;
    let left = i;
    row[0] = i;
    for (let j = 1; j <= length; j++) {
      const above = row[j] ?? 0;
      const change = corner + (letter === b.charCodeAt(j - 1) ? 0 : 1);
      left = Math.min(above + 1, left + 1, change);
      corner = above;
      row[j] = left;
    }
  }
  return row[length] ?? 0;
}
