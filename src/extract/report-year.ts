import data from '../data/report.json' with { type: 'json' };
import type { Line } from '../model/page.js';
import { squeeze } from '../text/strings.js';
import { digitYears } from '../text/years.js';
import type { Reading } from './fact-candidates.js';
import type { PeriodReading } from './period.js';
import type { TitleReading } from './title.js';

/** Paragraphs that may open a report with its year. */
const OPENING = 6;
const named = new RegExp(data.year_in_text);

/** Report years, the one to take first: the title's, the period's, then those that open the text. */
export function readYears(
  title: TitleReading | undefined,
  period: PeriodReading | undefined,
  lines: readonly Line[],
): Reading<number>[] {
  const [first = 0, last = 0] = data.years;
  const found: Reading<number>[] = [];
  if (title?.year) found.push({ value: title.year, from: title.from, range: title.lines[0] ?? null });
  if (period) found.push({ value: Number(period.starts.slice(0, 4)), from: 'period', range: period });
  for (const line of lines.slice(0, OPENING)) {
    const year = named.exec(digitYears(squeeze(line.text)))?.groups?.year;
    if (year) found.push({ value: Number(year), from: 'text', range: line });
  }
  return found.filter(({ value }) => value >= first && value <= last);
}
