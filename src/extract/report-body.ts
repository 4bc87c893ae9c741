import data from '../data/report.json' with { type: 'json' };
import type { Line } from '../model/page.js';
import type { Body } from '../page/body.js';
import { findPlace } from '../place/find-place.js';
import { isSpamName } from '../text/spam.js';
import type { Reading } from './fact-candidates.js';
import type { PageFacts } from './page-facts.js';
import { readPublishers, readUnderTitle } from './publisher.js';
import type { TitleReading } from './title.js';

/** Bodies whose report it may be, the one to take first: the title's, the text's, then the one said to issue it. */
export function readBodies(
  titles: readonly TitleReading[],
  lines: readonly Line[],
  { header, title }: Pick<Body, 'header' | 'title'>,
  facts: PageFacts,
  year: number | null,
): Reading<string>[] {
  const named = titles.filter((title) => title.body !== '');
  const inTitle = named.map((t) => ({ value: t.body, from: t.from, range: t.lines[0] ?? null }));
  const inText = [...readUnderTitle(header, title), ...readPublishers(lines)].map(({ body, from, line }) => ({
    value: body,
    from,
    range: line,
  }));
  const issued = facts.issuing_body ? [{ value: facts.issuing_body, from: 'issuing body', range: null }] : [];
  const bodies = [...inTitle, ...inText, ...issued].filter(({ value }) => !isSpamName(value));
  return bodies.map((r) => ({ ...r, value: wholeName(r.value, year) }));
}

const town = new RegExp(data.town);

/** Where the title names only a place, the report is that place's people's government's. */
function wholeName(body: string, year: number | null): string {
  const { place, kind } = findPlace({ name: body, year, context: [] });
  const isTown = kind === 'township' && town.test(body);
  const isPlace =
    kind === 'government' && (place === null || body.endsWith(place)) && !body.endsWith(data.government);
  return isPlace || isTown ? body + data.people_government : body;
}
