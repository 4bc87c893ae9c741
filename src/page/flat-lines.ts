import data from '../data/html.json' with { type: 'json' };
import type { Range } from '../model/page.js';
import type { RawLine } from './outline.js';

const { longest_line: longest, fewest_figures: figures, least_letters: letters } = data.flat;
const gap = /[\s|]+/g;
const figure = /^[+-]?\d[\d,]*(?:\.\d+)?$/;
const heading = new RegExp(data.flat.heading);
const goesOn = new RegExp(data.flat.goes_on);

/**
 * A page that was flattened to one line: what spaces or bars part stands on lines of its own again. Numbers within
 * sentences stay with the words behind them. Nothing for any other line.
 */
export function splitFlat(line: RawLine, text: string): readonly RawLine[] | undefined {
  if (line.end - line.start < longest) return undefined;
  const pieces = cut(line, text);
  const words = pieces.map(({ start, end }) => text.slice(start, end));
  const isFlat =
    words.filter((word) => figure.test(word)).length >= figures ||
    words.filter((word) => heading.test(word)).length >= 2;
  if (!isFlat || line.end - line.start < pieces.length * letters) return undefined;
  const joined: Range[] = [];
  for (const [at, piece] of pieces.entries()) {
    const before = joined.at(-1);
    const isSame = before && isInBrackets(before, piece, text);
    if (before && (isSame || isJoint(words[at - 1] ?? '', words[at] ?? '')))
      joined[joined.length - 1] = { start: before.start, end: piece.end };
    else joined.push(piece);
  }
  return joined.map(({ start, end }) => ({ ...line, start, end }));
}

function cut({ start, end }: Range, text: string): Range[] {
  const pieces: Range[] = [];
  let from = start;
  gap.lastIndex = start;
  for (let found = gap.exec(text); found && found.index < end; found = gap.exec(text)) {
    if (found.index > from) pieces.push({ start: from, end: found.index });
    from = gap.lastIndex;
  }
  if (from < end) pieces.push({ start: from, end });
  return pieces;
}

const opened = /[(\uff08][^()\uff08\uff09]*$/;
const closing = /^[^()\uff08\uff09]*[)\uff09]/;
/** So many letters of a note stand on either side of a space in it. */
const LONGEST_NOTE = 30;

/** The space between two pieces stands in a note in brackets. */
function isInBrackets({ start, end }: Range, next: Range, text: string): boolean {
  return (
    opened.test(text.slice(Math.max(start, end - LONGEST_NOTE), end)) &&
    closing.test(text.slice(next.start, next.start + LONGEST_NOTE))
  );
}

/** A number goes on in the next words where they are its unit and more of a sentence, or part of a date. */
function isJoint(word: string, next: string): boolean {
  if (/\d$/.test(word) && goesOn.test(next)) return true;
  return figure.test(next) && word.length > MOST_LABEL && !/[.:)]$/.test(word);
}

/** Longer words before a number are the beginning of a sentence, no label of a row. */
const MOST_LABEL = 90;
