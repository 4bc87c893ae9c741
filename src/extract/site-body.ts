import data from '../data/report.json' with { type: 'json' };
import type { Line } from '../model/page.js';
import { closeUp } from '../text/strings.js';
import type { Reading } from './fact-candidates.js';
import type { Opening } from './opening.js';
import { isBodyName } from './title-parts.js';

/** What a page's chrome says that may be the name of a body. */
export interface SiteNames {
  readonly issuing: string | undefined;
  readonly source: string | undefined;
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
export function readSiteBodies(opening: readonly Opening[], site: SiteNames): Reading<string>[] {
  const fits = findSelf(opening);
  const issuing = toReadings([site.issuing], 'issuing body', null);
  if (!fits) return issuing;
  const named = [
    ...issuing,
    ...site
      .chrome()
      .filter(({ text }) => text.includes(fits.letter))
      .flatMap((line) => toReadings(splitPath(line.text), 'way to the page', line)),
    ...toReadings([site.source], 'source of the page', null),
    ...toReadings([site.site, site.title?.split(/[-_|]/).at(-1)], 'name of the site', null),
  ];
  return [...named.filter(({ value }) => fits.pattern.test(value) && isBodyName(value)), ...issuing];
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

function toReadings(
  names: readonly (string | null | undefined)[],
  from: string,
  range: Line | null,
): Reading<string>[] {
  return names.flatMap((name) => {
    const value = closeUp(name ?? '').replace(siteTail, '');
    return value === '' ? [] : [{ value, from, range }];
  });
}

/** The steps of a line like `Home > Offices > Bureau of Justice`; a plain line is one step. */
function splitPath(text: string): string[] {
  return text.split(/[>»→›:|/\s]+/).slice(0, 20);
}
