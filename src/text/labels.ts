import data from '../data/labels.json' with { type: 'json' };
import { remember } from './remember.js';
import { withoutSpam } from './spam.js';
import { squeeze } from './strings.js';

const numbering = new RegExp(data.numbering);
const prefix = new RegExp(data.prefix);
const note = new RegExp(data.note_in_brackets, 'g');
const innerNumbering = new RegExp(data.inner_numbering, 'g');
const punctuation = new RegExp(data.punctuation, 'g');

/** The forms in which a label is compared: without numbering and marks, with and without notes and numbers inside. */
export const labelKeys: (label: string) => readonly string[] = remember(buildKeys);

function buildKeys(label: string): string[] {
  const plain = withoutSpam(squeeze(label)).replace(numbering, '').replace(prefix, '').replace(numbering, '');
  const full = plain.replace(punctuation, '');
  const bare = plain.replace(note, '').replace(punctuation, '');
  const joined = plain.replace(innerNumbering, '').replace(punctuation, '');
  return [...new Set([full, bare, joined])].filter((key) => key !== '');
}

/** In template data: here the page may say anything, such as the name of an account or a year. */
const GAP = '*';

export function hasGap(label: string): boolean {
  return label.includes(GAP);
}

/** Matches keys of a label with a gap. */
export function gapPattern(label: string): RegExp {
  const [before = '', after = ''] = label
    .split(GAP)
    .map((part) => (labelKeys(part)[0] ?? '').replace(/[$^{}]/g, '\\$&'));
  return new RegExp(`^${before}.{0,40}${after}$`);
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

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const best = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + change,
      );
      current.push(best);
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
