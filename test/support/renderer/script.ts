import { toTraditional } from '../mirror-damage.js';

/** Code points of radicals that text taken from a PDF has instead of characters. */
const radicals = new Map(
  [...'行自人文力大方用立见长门无示工一二金'].map((char, i) => [
    char,
    [...'⾏⾃⼈⽂⼒⼤⽅⽤⽴⻅⻓⻔⽆⽰⼯⼀⼆⾦'][i] ?? char,
  ]),
);

/** The page in other characters. */
export function changeScript(text: string, damage: ReadonlySet<string>): string {
  const written = damage.has('traditional') ? toTraditional(text) : text;
  if (!damage.has('radicals')) return written;
  return [...written].map((char) => radicals.get(char) ?? char).join('');
}
