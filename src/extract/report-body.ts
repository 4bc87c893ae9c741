import data from '../data/report.json' with { type: 'json' };
import type { Line } from '../model/page.js';
import type { Body } from '../page/body.js';
import { findPlace } from '../place/find-place.js';
import { isSpamName } from '../text/spam.js';
import type { Reading } from './fact-candidates.js';
import type { Opening } from './opening.js';
import { readNamed, readSignature, readUnderTitle } from './publisher.js';
import { readSiteBodies, type SiteNames } from './site-body.js';
import type { TitleReading } from './title.js';

const MOST = 20;

/** Bodies whose report it may be, the one to take first: the title's, the text's, then those that the site names. */
export function readBodies(
  titles: readonly TitleReading[],
  lines: readonly Line[],
  opening: readonly Opening[],
  { header, title }: Pick<Body, 'header' | 'title'>,
  site: SiteNames,
  year: number | null,
): Reading<string>[] {
  const inTitle = titles
    .filter((t) => t.body !== '')
    .map((t) => ({ value: t.body, from: t.from, range: t.lines[0] ?? null }));
  const inText = [...readUnderTitle(header, title), ...readNamed(opening)];
  const all = [...inTitle, ...inText, ...readSignature(lines), ...readSiteBodies(opening, site)];
  const found = all.filter(({ value }) => !isSpamName(value));
  const different = found.filter(({ value }, i) => found.findIndex((other) => other.value === value) === i);
  return different
    .slice(0, MOST)
    .map((reading) => ({ ...reading, value: wholeName(reading.value, year, opening) }));
}

const town = new RegExp(data.town);
const noPlace = new RegExp(data.no_place_alone);
const street = new RegExp(data.street);
/** Named like a unit of the state, though the table of area codes does not have it. */
const unknownUnit = new RegExp(data.unknown_unit);

/**
 * Where the title names only a place, the report is that place's people's government's; that of a street, its office's
 * where the text calls it so.
 */
function wholeName(body: string, year: number | null, opening: readonly Opening[]): string {
  if (noPlace.test(body)) return body;
  if (street.test(body)) {
    const text = opening.map((paragraph) => paragraph.text).join('');
    return text.includes(body + data.street_office) ? body + data.street_office : body;
  }
  const { place, kind } = findPlace({ name: body, year, context: () => [] });
  const isTown = kind === 'township' && town.test(body);
  const isPlace = kind === 'government' && (place === null || body.endsWith(place));
  const isUnknown = kind === 'other' && place === null && unknownUnit.test(body);
  return isPlace || isTown || isUnknown ? body + data.people_government : body;
}
