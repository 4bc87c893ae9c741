import data from '../data/page-body.json' with { type: 'json' };
import { closeUp } from './strings.js';

const titlePattern = new RegExp(data.title);
const titleNot = new RegExp(data.title_not);
const titleTail = new RegExp(data.title_tail);
const titleSign = new RegExp(data.title_sign);
const titleMore = new RegExp(data.title_more);
const titleHead = new RegExp(data.title_head);

/** The last text that did: a page prints its title several times. */
let last: string | undefined;

/** True for a line that reads like the title of a report on information disclosure. */
export function isTitleLike(text: string): boolean {
  if (text === last) return true;
  if (!hasTitleSign(text)) return false;
  const plain = closeUp(text);
  if (plain.length > data.title_longest || !titlePattern.test(plain) || titleNot.test(plain)) return false;
  last = text;
  return true;
}

/** Some sites print the way to the page before the title and source and date behind it, in the same line. */
export function titlePart(text: string): string {
  const title = titleMore.test(text) ? text.replace(titleTail, '').replace(titleHead, '') : text;
  return title.trim();
}

/** True for a line that has such a title in it. */
export function isTitleLine(line: string): boolean {
  return hasTitleSign(line) && isTitleLike(titlePart(line));
}

/** A word that such titles have: most lines have none. */
export function hasTitleSign(line: string): boolean {
  return titleSign.test(line);
}
