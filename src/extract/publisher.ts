import data from '../data/report.json' with { type: 'json' };
import type { Line } from '../model/page.js';
import { fillPattern } from '../text/fill-pattern.js';
import { closeUp, holdsAny } from '../text/strings.js';
import type { Reading } from './fact-candidates.js';
import type { Opening } from './opening.js';
import { isBodyName } from './title-parts.js';

const sentences = data.publisher.map(({ from, needs, pattern }) => ({
  from,
  needs,
  pattern: fillPattern(pattern, data.parts),
}));
const signature = fillPattern(data.signature, data.parts);
const dateBehind = new RegExp(data.date_behind);
const OPENING_LINES = 4;
const CLOSING_LINES = 4;
/** No name with a date behind it is longer. */
const LONGEST_SIGNATURE = 60;

/** Lines between the title and the text that are a body's name and no more. */
export function readUnderTitle(found: Reading<string>[], below: readonly Line[]): void {
  for (const line of below) {
    const value = closeUp(line.text).replace(dateBehind, '');
    if (isBodyName(value)) found.push({ value, from: 'line under the title', range: line });
  }
}

/** Bodies named in the opening paragraphs, in the order of how much they can be trusted. */
export function readNamed(found: Reading<string>[], opening: readonly Opening[]): void {
  for (const { from, needs, pattern } of sentences)
    for (let at = 0; at < opening.length && at < OPENING_LINES; at++) {
      const { line, text } = opening[at] as Opening;
      const value = holdsAny(text, needs) ? pattern.exec(text)?.groups?.body : undefined;
      if (value !== undefined) found.push({ value, from, range: line });
    }
}

/** Bodies that sign the report. */
export function readSignature(found: Reading<string>[], lines: readonly Line[]): void {
  for (let at = Math.max(0, lines.length - CLOSING_LINES); at < lines.length; at++) {
    const line = lines[at] as Line;
    const text = closeUp(line.text);
    const value = text.length <= LONGEST_SIGNATURE ? signature.exec(text)?.groups?.body : undefined;
    if (value !== undefined) found.push({ value, from: 'signature', range: line });
  }
}
