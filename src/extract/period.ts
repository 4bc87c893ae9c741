import data from '../data/report.json' with { type: 'json' };
import type { Line, Range } from '../model/page.js';
import { isoDate } from '../text/dates.js';
import { squeeze } from '../text/strings.js';
import { digitYears } from '../text/years.js';

/** The period that a report's figures cover, as its text states it. */
export interface PeriodReading extends Range {
  readonly from: string;
  readonly starts: string;
  readonly ends: string;
  readonly kind: string;
}

const patterns = data.period.map(({ kind, pattern }) => ({ kind, pattern: new RegExp(pattern, 'g') }));
/** So many characters before the dates say what they are the dates of. */
const NEAR = 24;
const context = new RegExp(data.period_context);

/** The periods that paragraphs of the report state, each with its paragraph. */
export function readPeriodsIn(lines: readonly Line[]): PeriodReading[] {
  return lines.flatMap(({ start, end, text }) =>
    readPeriods(digitYears(squeeze(text))).map((period) => ({ ...period, start, end })),
  );
}

/**
 * Periods stated in a text without spaces, those in full first. Sites that lost the words for year and month
 * (`201711` for 1 January 2017) are read by a pattern of their own.
 */
function readPeriods(text: string): Omit<PeriodReading, 'start' | 'end'>[] {
  const found = patterns.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index, groups = {} }) => {
      if (!context.test(text.slice(Math.max(0, index - NEAR), index + found.length))) return [];
      const { y1 = groups.y2, m1 = '1', d1 = '1', y2 = y1, m2, d2 } = groups;
      const starts = isoDate(Number(y1), Number(m1), Number(d1));
      const ends = isoDate(Number(y2), Number(m2), Number(d2));
      return starts && ends && starts <= ends ? [{ from: 'period', starts, ends, kind }] : [];
    }),
  );
  return found.filter((p, i) => found.findIndex((q) => q.starts === p.starts && q.ends === p.ends) === i);
}
