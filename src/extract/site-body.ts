import data from '../data/report.json' with { type: 'json' };
import type { Line } from '../model/page.js';
import { closeUp } from '../text/strings.js';
import type { Reading } from './fact-candidates.js';
import type { Opening } from './opening.js';
import { isBodyName } from './title-parts.js';

/** What a page's chrome says that may be the name of a body. */
export interface SiteNames {
  readonly issuing: string | null;
  readonly source: string | null;
  /** The site's name and the page's title in its head. */
  readonly site: string | null;
  readonly title: string | null;
  /** Lines outside the report. */
  readonly chrome: () => readonly Line[];
}

const self = new RegExp(data.self);
const endings: Readonly<Record<string, string>> = data.self_endings;
const siteTail = new RegExp(data.site_tail);

/**
 * Bodies that the site names: those that fit the report's word for itself (my bureau, my town), then the one said to
 * issue the page.
 */
export function readSiteBodies(found: Reading<string>[], opening: readonly Opening[], site: SiteNames): void {
  const fits = findSelf(opening);
  if (fits) {
    add(found, site.issuing, 'issuing body', null, fits);
    for (const line of site.chrome())
      if (line.text.includes(fits.letter))
        for (const step of splitPath(line.text)) add(found, step, 'way to the page', line, fits);
    add(found, site.source, 'source of the page', null, fits);
    add(found, site.site, 'name of the site', null, fits);
    add(found, site.title?.split(/[-_|]/).at(-1), 'name of the site', null, fits);
  }
  add(found, site.issuing, 'issuing body', null);
}

/** What a name that the report's own word for its body fits ends in; it begins with the letter of the word. */
interface Ending {
  readonly pattern: RegExp;
  readonly letter: string;
}

/** The ending that the report's own word for its body asks for; undefined where it has none. */
function findSelf(opening: readonly Opening[]): Ending | undefined {
  for (const { text } of opening) {
    const word = self.exec(text)?.groups?.word;
    if (word !== undefined)
      return { pattern: new RegExp(endings[word] ?? `${word}$`), letter: word.charAt(0) };
  }
  return undefined;
}

/** Adds a name, if it fits the word that the report has for its body. */
function add(
  found: Reading<string>[],
  name: string | null | undefined,
  from: string,
  range: Line | null,
  fits?: Ending,
): void {
  if (name === null || name === undefined) return;
  const value = closeUp(name).replace(siteTail, '');
  if (value === '' || (fits && !(fits.pattern.test(value) && isBodyName(value)))) return;
  found.push({ value, from, range });
}

/** The steps of a line like `Home > Offices > Bureau of Justice`; a plain line is one step. */
function splitPath(text: string): string[] {
  return text.split(/[>»→›:|/\s]+/).slice(0, 20);
}
