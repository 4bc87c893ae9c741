import data from '../data/html.json' with { type: 'json' };
import { codesOf } from '../text/codes.js';
import { findName, markNames } from './names.js';

/** No page is nested as deep as this; parsers take time that grows with the square of the depth. */
const DEEPEST = 2000;
/** Pages with fewer tags cannot be slow, however they are nested. */
const FEW_TAGS = 20_000;
const SHORTEST_TAG = 3;
const uncounted = markNames(data.closes_itself);
const name = /[a-z][a-z0-9:]*/iy;
const SLASH = 0x2f;

/**
 * Blanks the tags that are nested too deep, with as many spaces, so that positions hold.
 * @returns the source, and how many tags were blanked
 */
export function limitDepth(source: string): { text: string; deepTags: number } {
  if (source.length < FEW_TAGS * SHORTEST_TAG || countTags(source) < FEW_TAGS)
    return { text: source, deepTags: 0 };
  const codes = codesOf(source);
  const parts: string[] = [];
  let kept = 0;
  let depth = 0;
  let deepTags = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', Math.max(at + 1, kept))) {
    const closes = source.charCodeAt(at + 1) === SLASH;
    const start = at + (closes ? 2 : 1);
    name.lastIndex = start;
    if (!name.test(source) || uncounted[findName(codes, start, name.lastIndex)]) continue;
    const isDeep = depth > DEEPEST || (depth === DEEPEST && !closes);
    depth = Math.max(0, depth + (closes ? -1 : 1));
    if (!isDeep) continue;
    const end = source.indexOf('>', at) + 1 || source.length;
    parts.push(source.slice(kept, at), ' '.repeat(end - at));
    kept = end;
    deepTags++;
  }
  return { text: deepTags === 0 ? source : parts.join('') + source.slice(kept), deepTags };
}

/** Opening angle brackets. */
function countTags(source: string): number {
  let count = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) count++;
  return count;
}
