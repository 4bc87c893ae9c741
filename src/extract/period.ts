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
const LONGEST = 2000;
const MOST = 40;

/**
 * The periods that paragraphs of the report state, each with its paragraph: those said to be the period of its data
 * before others, which must be whole years.
 */
export function readPeriodsIn(lines: readonly Line[]): PeriodReading[] {
  const found: Found = { said: [], others: [] };
  for (const line of lines) {
    const printed = closeUp(line.text.slice(0, LONGEST));
    if (mayHold.test(printed)) readPeriods(found, printed, line);
  }
  const { said, others } = found;
  const different: PeriodReading[] = [];
  for (let at = 0; at < said.length + others.length && at < MOST; at++) {
    const period = (said[at] ?? others[at - said.length]) as PeriodReading;
    if (!hasPeriod(different, period)) different.push(period);
  }
  return different;
}

function hasPeriod(periods: readonly PeriodReading[], { starts, ends }: PeriodReading): boolean {
  for (const other of periods) if (other.starts === starts && other.ends === ends) return true;
  return false;
}

/** Periods that are said to be those of the data, and others. */
interface Found {
  readonly said: PeriodReading[];
  readonly others: PeriodReading[];
}

/**
 * Periods stated in a text without spaces, those in full first. Sites that lost the words for year and month
 * (`201711` for 1 January 2017) are read by a pattern of their own; a mistyped year is mended.
 */
function readPeriods(found: Found, printed: string, line: Line): void {
  const text = digitDates(printed);
  const mended = mendYears(text);
  for (const each of patterns)
    if (holdsAny(text, each.needs)) match(found, text, each.pattern, each.mended, line);
  if (mended === text) return;
  for (const each of patterns)
    if (holdsAny(mended, each.needs)) match(found, mended, each.pattern, true, line);
}

function match(found: Found, text: string, pattern: RegExp, mended: boolean, line: Line): void {
  pattern.lastIndex = 0;
  for (let dates = pattern.exec(text); dates; dates = pattern.exec(text)) {
    const { 0: printed, index, groups = {} } = dates;
    const { y1 = groups.y2, m1 = '1', d1 = '1', y2 = y1, m2 = '12', d2 } = groups;
    const starts = isoDate(Number(y1), Number(m1), Number(d1));
    const last = d2 === undefined ? lastDay(Number(y2), Number(m2)) : Number(d2);
    const ends = isoDate(Number(y2), Number(m2), last);
    if (!starts || !ends || starts > ends) continue;
    const isSaid = context.test(text.slice(Math.max(0, index - NEAR), index + printed.length));
    if (!isSaid && !isWholeYear(starts, ends)) continue;
    const period = { from: 'period', starts, ends, mended, start: line.start, end: line.end };
    (isSaid ? found.said : found.others).push(period);
  }
}

function isWholeYear(starts: string, ends: string): boolean {
  const year = starts.slice(0, 4);
  return starts === `${year}-01-01` && ends === `${year}-12-31`;
}
