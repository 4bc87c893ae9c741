import data from '../data/report.json' with { type: 'json' };
import type { Line } from '../model/page.js';
import { parseDate } from '../text/dates.js';
import { closeUp } from '../text/strings.js';
import { digitDates, digitYears } from '../text/years.js';
import type { Reading } from './fact-candidates.js';
import type { Opening } from './opening.js';
import type { PeriodReading } from './period.js';
import type { TitleReading } from './title.js';

/** Paragraphs that may open a report with its year. */
const OPENING = 6;
/** No date with its time is longer. */
const LONGEST_DATE = 40;
const compiled = new RegExp(data.compiled_year);
const named = new RegExp(data.year_in_text);
const [FIRST = 0, LAST = 0] = data.years;
const dateAlone = new RegExp(data.date_alone);

/** The first date that stands in a line of its own at either end of the report: when it was signed or put out. */
export function findDate(lines: readonly Line[]): string | null {
  for (const { text } of [...lines.slice(0, OPENING), ...lines.slice(-OPENING)]) {
    const plain = closeUp(text);
    const date = plain.length <= LONGEST_DATE ? dateAlone.exec(digitDates(plain))?.groups?.date : undefined;
    if (date !== undefined) return parseDate(date) ?? null;
  }
  return null;
}

/**
 * Report years, the one to take first: the title's, the period's, then those that open the text. Where they differ, the
 * one right before the year of publication goes first. The date of publication itself tells none.
 */
export function readYears(
  titles: readonly TitleReading[],
  periods: readonly PeriodReading[],
  opening: readonly Opening[],
  published: string | null,
): Reading<number>[] {
  const sure = titles.find((title) => title.year !== null && !title.isMended);
  const mended = titles.find((title) => title.year !== null && title.isMended);
  const first = opening
    .slice(0, OPENING)
    .map(({ line, text }) => ({ line, text: digitYears(text) }))
    .filter(({ text }) => text.includes(data.century));
  const stated = [
    ...toReading(sure),
    ...periods.map((range) => ({ value: yearOf(range), from: 'period', range })),
    ...readIn(first, compiled, 'opening sentence'),
    ...toReading(mended),
    ...readIn(first, named, 'text'),
  ];
  const found = stated.filter(({ value }) => value >= FIRST && value <= LAST);
  return [...preferYearBefore(found, published), ...readPublished(published)];
}

function toReading(title: TitleReading | undefined): Reading<number>[] {
  if (title === undefined || title.year === null) return [];
  const { year, from, isMended, lines } = title;
  return [{ value: year, from: isMended ? `mistyped ${from}` : from, range: lines.at(-1) ?? null, isMended }];
}

/** The year that most of a period lies in. */
function yearOf({ starts, ends }: PeriodReading): number {
  if (starts.startsWith(ends.slice(0, 4))) return Number(ends.slice(0, 4));
  const middle = (Date.parse(starts) + Date.parse(ends)) / 2;
  return new Date(middle).getUTCFullYear();
}

function readIn(opening: readonly Opening[], pattern: RegExp, from: string): Reading<number>[] {
  return opening.flatMap(({ line, text }) => {
    const year = pattern.exec(text)?.groups?.year;
    return year === undefined ? [] : { value: Number(year), from, range: line };
  });
}

const RIVALS = ['title', 'period', 'opening sentence'];

/** Titles with the year of publication, and texts copied from the year before, are told by the date of publication. */
function preferYearBefore(found: readonly Reading<number>[], published: string | null): Reading<number>[] {
  const before = yearBefore(published);
  const rival = found.find(({ value, from }) => value === before && RIVALS.includes(from));
  if (rival === undefined || found[0] === undefined || found[0].value === before) return [...found];
  return [{ ...rival, why: 'the year before that of publication' }, ...found.filter((r) => r !== rival)];
}

function readPublished(published: string | null): Reading<number>[] {
  const value = yearBefore(published);
  if (value === null) return [];
  return [{ value, from: 'year before publication', range: null, isHint: true }];
}

function yearBefore(published: string | null): number | null {
  return published === null ? null : Number(published.slice(0, 4)) - 1;
}
