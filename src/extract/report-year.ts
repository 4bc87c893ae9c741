import data from '../data/report.json' with { type: 'json' };
import type { Line, Range } from '../model/page.js';
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
  const found: Reading<number>[] = [];
  const texts = datedTexts(opening);
  addTitle(found, titles, false);
  for (const range of periods) add(found, yearOf(range), 'period', range);
  readIn(found, texts, compiled, 'opening sentence');
  addTitle(found, titles, true);
  readIn(found, texts, named, 'text');
  preferYearBefore(found, published);
  const before = yearBefore(published);
  if (before !== null)
    found.push({
      value: before,
      from: 'year before publication',
      range: null,
      isMended: false,
      isHint: true,
    });
  return found;
}

/** The opening paragraphs that may name a year, with their years in digits. */
function datedTexts(opening: readonly Opening[]): Opening[] {
  const dated: Opening[] = [];
  for (let at = 0; at < opening.length && at < OPENING; at++) {
    const { line, text: printed } = opening[at] as Opening;
    const text = digitYears(printed);
    if (text.includes(data.century)) dated.push({ line, text });
  }
  return dated;
}

function add(
  found: Reading<number>[],
  value: number,
  from: string,
  range: Range | null,
  isMended = false,
): void {
  if (value >= FIRST && value <= LAST) found.push({ value, from, range, isMended, isHint: false });
}

/** The year of the first title that has one, as it is printed or mended. */
function addTitle(found: Reading<number>[], titles: readonly TitleReading[], mended: boolean): void {
  for (const { year, from, isMended, lines } of titles)
    if (year !== null && isMended === mended) {
      add(found, year, mended ? `mistyped ${from}` : from, lines.at(-1) ?? null, mended);
      return;
    }
}

/** The year that most of a period lies in. */
function yearOf({ starts, ends }: PeriodReading): number {
  if (starts.startsWith(ends.slice(0, 4))) return Number(ends.slice(0, 4));
  const middle = (Date.parse(starts) + Date.parse(ends)) / 2;
  return new Date(middle).getUTCFullYear();
}

function readIn(found: Reading<number>[], texts: readonly Opening[], pattern: RegExp, from: string): void {
  for (const { line, text } of texts) {
    const year = pattern.exec(text)?.groups?.year;
    if (year !== undefined) add(found, Number(year), from, line);
  }
}

const RIVALS = ['title', 'period', 'opening sentence'];

/** Titles with the year of publication, and texts copied from the year before, are told by the date of publication. */
function preferYearBefore(found: Reading<number>[], published: string | null): void {
  const before = yearBefore(published);
  for (let at = 0; at < found.length; at++) {
    const rival = found[at];
    if (rival?.value !== before || !RIVALS.includes(rival.from)) continue;
    if (found[0]?.value === before) return;
    found.splice(at, 1);
    found.unshift({ ...rival, why: 'the year before that of publication' });
    return;
  }
}

function yearBefore(published: string | null): number | null {
  return published === null ? null : Number(published.slice(0, 4)) - 1;
}
