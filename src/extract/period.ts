import data from '../data/report.json' with { type: 'json' };
import type { Line, Range } from '../model/page.js';
import { isoDate, lastDay } from '../text/dates.js';
import { fillPattern } from '../text/fill-pattern.js';
import { closeUp, holdsAny } from '../text/strings.js';
import { digitDates, mendYears } from '../text/years.js';

/** The period that a report's figures cover, as its text states it. */
export interface PeriodReading extends Range {
  readonly from: string;
  readonly starts: string;
  readonly ends: string;
  /** Read from dates that are damaged. */
  readonly mended: boolean;
}

const patterns = data.period.map(({ needs, pattern, mended }) => ({
  needs,
  pattern: fillPattern(pattern, data.parts, 'g'),
  mended,
}));
const mayHold = new RegExp(data.period_sign);
/** So many characters before the dates say what they are the dates of. */
const NEAR = 24;
const context = new RegExp(data.period_context);
const wholeYear = /^(\d{4})-01-01 \1-12-31$/;
const LONGEST = 2000;
const MOST = 40;

/**
 * The periods that paragraphs of the report state, each with its paragraph: those said to be the period of its data
 * before others, which must be whole years.
 */
export function readPeriodsIn(lines: readonly Line[]): PeriodReading[] {
  const found: (Found & Range)[] = [];
  for (const { start, end, text } of lines)
    for (const { from, starts, ends, mended, isSaid } of readPeriods(closeUp(text.slice(0, LONGEST))))
      found.push({ from, starts, ends, mended, isSaid, start, end });
  const ranked = [true, false].flatMap((isSaid) => found.filter((p) => p.isSaid === isSaid)).slice(0, MOST);
  return ranked.filter((p, i) => ranked.findIndex((q) => q.starts === p.starts && q.ends === p.ends) === i);
}

type Found = Omit<PeriodReading, 'start' | 'end'> & { readonly isSaid: boolean };

/**
 * Periods stated in a text without spaces, those in full first. Sites that lost the words for year and month
 * (`201711` for 1 January 2017) are read by a pattern of their own; a mistyped year is mended.
 */
function readPeriods(printed: string): Found[] {
  if (!mayHold.test(printed)) return [];
  const text = digitDates(printed);
  const mended = mendYears(text);
  const periods: Found[] = [];
  for (const each of patterns)
    if (holdsAny(text, each.needs)) match(periods, text, each.pattern, each.mended);
  if (mended === text) return periods;
  for (const each of patterns) if (holdsAny(mended, each.needs)) match(periods, mended, each.pattern, true);
  return periods;
}

function match(periods: Found[], text: string, pattern: RegExp, mended: boolean): void {
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const { 0: printed, index, groups = {} } = found;
    const { y1 = groups.y2, m1 = '1', d1 = '1', y2 = y1, m2 = '12', d2 } = groups;
    const starts = isoDate(Number(y1), Number(m1), Number(d1));
    const ends =
      d2 === undefined
        ? isoDate(Number(y2), Number(m2), lastDay(Number(y2), Number(m2)))
        : isoDate(Number(y2), Number(m2), Number(d2));
    if (!starts || !ends || starts > ends) continue;
    const isSaid = context.test(text.slice(Math.max(0, index - NEAR), index + printed.length));
    if (!isSaid && !wholeYear.test(`${starts} ${ends}`)) continue;
    periods.push({ from: 'period', starts, ends, mended, isSaid });
  }
}
