import data from '../data/page-body.json' with { type: 'json' };
import type { Block, Line } from '../model/page.js';
import { tidy } from '../text/strings.js';

const { shortest, search, blocks: nearest } = data.run_on;
const titleInside = new RegExp(data.run_on.title, 'g');
const year = new RegExp(data.run_on.year);
const opening = new RegExp(data.run_on.opening);
const headings = new RegExp(data.run_on.headings, 'g');

/**
 * Some pages come as one line: menus, title, dates and text. A long line near the top that holds a title is cut before
 * and behind it, where its text begins, and at its headings.
 */
export function splitRunOn(blocks: readonly Block[], text: string): Block[] {
  const at = blocks
    .slice(0, nearest)
    .findIndex((b) => b.kind === 'line' && !b.linked && b.text.length >= shortest);
  const line = blocks[at];
  if (line?.kind !== 'line') return [...blocks];
  const cuts = findCuts(text.slice(line.start, line.end));
  return cuts.length === 0
    ? [...blocks]
    : [...blocks.slice(0, at), ...cutAt(line, cuts, text), ...blocks.slice(at + 1)];
}

/** Offsets in the line; none where it holds no title. */
function findCuts(text: string): number[] {
  const titles = [...text.slice(0, search).matchAll(titleInside)];
  const title = titles.find((match) => year.test(match[0]));
  if (title === undefined) return [];
  const end = title.index + title[0].length;
  const begins = text.slice(end, end + search).search(opening);
  const start = end + Math.max(0, begins);
  const inText = [...text.slice(start).matchAll(headings)].flatMap(({ 0: heading, index }) => [
    start + index,
    start + index + heading.length,
  ]);
  return [title.index, end, start, ...inText];
}

function cutAt(line: Line, cuts: readonly number[], text: string): Line[] {
  const bounds = [line.start, ...cuts.map((cut) => line.start + cut), line.end];
  return bounds.slice(1).flatMap((to, i) => {
    const piece = text.slice(bounds[i], to);
    const end = to - (piece.length - piece.trimEnd().length);
    const start = Math.min(end, to - piece.trimStart().length);
    return end > start ? [{ ...line, start, end, text: tidy(piece) }] : [];
  });
}
