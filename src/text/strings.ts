const HAN = '\\u2e80-\\u9fff\\uf900-\\ufaff\\u2014\\u2018-\\u201d\\u2026';
const MARK = ',;:()?!';
const aroundHan = new RegExp(`(?<=[${HAN}])\\s+(?=[${HAN}${MARK}])|(?<=[${MARK}])\\s+(?=[${HAN}])`, 'g');
const spaces = /\s+/g;
const space = /\s/;

/** A string as the record shows it: lines joined, runs of spaces made one, none between Han characters. */
export function tidy(text: string): string {
  return space.test(text) ? text.trim().replace(spaces, ' ').replace(aroundHan, '') : text;
}

/** Without any space: the form in which patterns are matched. */
export function squeeze(text: string): string {
  return space.test(text) ? text.replace(spaces, '') : text;
}

/** The same for a tidy text, of which no space is other than a plain one. */
export function closeUp(tidied: string): string {
  return tidied.includes(' ') ? tidied.replaceAll(' ', '') : tidied;
}

/** By code units, so that the order is the same everywhere. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
