import data from '../data/report.json' with { type: 'json' };
import type { Line } from '../model/page.js';
import { parseDate } from '../text/dates.js';
import { squeeze } from '../text/strings.js';
import { digitDates, digitYears } from '../text/years.js';
import type { Reading } from './fact-candidates.js';
import type { PeriodReading } from './period.js';
import type { TitleReading } from './title.js';

/** Paragraphs that may open a report with its year, and characters of them. */
const OPENING = 6;
const LONGEST = 600;
const compiled = new RegExp(data.compiled_year);
const named = new RegExp(data.year_in_text);
const dateAlone = new RegExp(data.date_alone);

/** The first date that stands in a line of its own at either end of the report: when it was signed or put out. */
export function findDate(lines: readonly Line[]): string | null {
  const ends = [...lines.slice(0, OPENING), ...lines.slice(-OPENING)];
  const date = ends.map(({ text }) => dateAlone.exec(digitDates(squeeze(text)))?.groups?.date).find(Boolean);
  return (date && parseDate(date)) ?? null;
}

/**
 * Report years, the one to take first: the title's, the period's, then those that open the text. Where they differ, the
 * one right before the year of publication goes first. The date of publication itself tells none.
 */
export function readYears(
  titles: readonly TitleReading[],
  periods: readonly PeriodReading[],
  lines: readonly Line[],
  published: string | null,
): Reading<number>[] {
  const [first = 0, last = 0] = data.years;
  const [sure, mended] = [false, true].map((isMended) =>
    titles
      .filter((t) => t.isMended === isMended)
      .flatMap(toReading)
      .slice(0, 1),
  );
  const inPeriods = periods.map((range) => ({ value: yearOf(range), from: 'period', range }));
  const stated = [
    ...(sure ?? []),
    ...inPeriods,
    ...readIn(lines, compiled, 'opening sentence'),
    ...(mended ?? []),
  ];
  const found = [...stated, ...readIn(lines, named, 'text')].filter(
    ({ value }) => value >= first && value <= last,
  );
  return [...preferYearBefore(found, published), ...readPublished(published)];
}

function toReading({ year, from, isMended, lines }: TitleReading): Reading<number>[] {
  if (year === null) return [];
  return [{ value: year, from: isMended ? `mistyped ${from}` : from, range: lines.at(-1) ?? null, isMended }];
}

/** The year that most of a period lies in. */
function yearOf({ starts, ends }: PeriodReading): number {
  const middle = (Date.parse(starts) + Date.parse(ends)) / 2;
  return new Date(middle).getUTCFullYear();
}

function readIn(lines: readonly Line[], pattern: RegExp, from: string): Reading<number>[] {
  return lines.slice(0, OPENING).flatMap((line) => {
    const year = pattern.exec(digitYears(squeeze(line.text.slice(0, LONGEST))))?.groups?.year;
    return year === undefined ? [] : [{ value: Number(year), from, range: line }];
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
