import data from '../data/report.json' with { type: 'json' };
import type { Block, Line } from '../model/page.js';
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

/** Lines between the title and the text that are a body's name and no more. */
export function readUnderTitle(header: readonly Block[], title: Line | undefined): Reading<string>[] {
  const at = title ? header.indexOf(title) : -1;
  const below = at < 0 ? [] : header.slice(at + 1);
  return below
    .filter((block): block is Line => block.kind === 'line' && !block.linked)
    .map((line) => ({
      value: closeUp(line.text).replace(dateBehind, ''),
      from: 'line under the title',
      range: line,
    }))
    .filter(({ value }) => isBodyName(value));
}

/** Bodies named in the opening paragraphs, in the order of how much they can be trusted. */
export function readNamed(opening: readonly Opening[]): Reading<string>[] {
  const first = opening.slice(0, OPENING_LINES);
  const found: Reading<string>[] = [];
  for (const { from, needs, pattern } of sentences)
    for (const { line, text } of first) {
      const value = holdsAny(text, needs) ? pattern.exec(text)?.groups?.body : undefined;
      if (value !== undefined) found.push({ value, from, range: line });
    }
  return found;
}

/** Bodies that sign the report. */
export function readSignature(lines: readonly Line[]): Reading<string>[] {
  return lines
    .slice(-CLOSING_LINES)
    .flatMap((line) => toReading(signature.exec(closeUp(line.text))?.groups?.body, 'signature', line));
}

function toReading(value: string | undefined, from: string, range: Line): Reading<string>[] {
  return value === undefined ? [] : [{ value, from, range }];
}
