import data from '../data/report.json' with { type: 'json' };
import type { Line } from '../model/page.js';
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
  below: readonly Line[],
  lines: readonly Line[],
  opening: readonly Opening[],
  site: SiteNames,
  year: number | null,
): Reading<string>[] {
  const found: Reading<string>[] = [];
  for (const { body, from, lines: own } of titles)
    if (body !== '') found.push({ value: body, from, range: own[0] ?? null });
  readUnderTitle(found, below);
  readNamed(found, opening);
  readSignature(found, lines);
  readSiteBodies(found, opening, site);
  const bodies: Reading<string>[] = [];
  const names: string[] = [];
  for (const { value, from, range } of found) {
    if (names.includes(value) || isSpamName(value)) continue;
    if (names.push(value) > MOST) break;
    bodies.push({ value: wholeName(value, year, opening), from, range });
  }
  return bodies;
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
