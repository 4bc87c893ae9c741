import { isMended, mend } from './mend.js';
import { TextWriter } from './page-text.js';
import { isWithoutTraditional, simplify } from './simplify.js';
import { tidy } from './strings.js';

/** Cleans a string that stands apart from the page's text, such as a value in the head of the page. */
export function cleanString(raw: string): string {
  if (isMended(raw) && isWithoutTraditional(raw)) return tidy(raw);
  const writer = new TextWriter(raw);
  mend(writer, 0, raw.length, { mirrored: true, repairs: new Map(), newline: ' ' });
  return tidy(simplify(writer.finish()).page.text);
}
