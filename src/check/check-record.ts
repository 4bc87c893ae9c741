import type { GipRecord } from '../model/record.js';
import { type Assessed, assess } from './assess.js';
import { checksFor } from './checks-for.js';
import { corroborate } from './corroborate.js';
import { type Explanation, explainFailures } from './explanations.js';
import { Figures } from './figures.js';
import { nameCulprits } from './name-culprits.js';
import { reportFailures } from './report-failures.js';
import { createSecondReading } from './second-reading.js';

/**
 * Puts the figures of a record to the checks of its form, and looks for the cells that explain what fails.
 * @param record is given `checks`, `culprits`, the values' `corroboration` and messages; no figure is changed
 * @param source the decoded page, read a second time around what fails
 */
export function checkRecord(record: GipRecord, source: string): void {
  const { family, edition } = record.template;
  if (family === null || edition === null) return;
  const { checks, leftEmpty } = checksFor(family, edition);
  const figures = new Figures(record.values, leftEmpty);
  const assessed = assess(checks, figures);
  record.checks = assessed.map(({ result }) => result);
  const explanations = explainFailures(assessed, figures);
  if (explanations.length > 0 || assessed.some(isFailure))
    judgeFailures(record, explanations, assessed, figures, source);
  corroborate(record.values, assessed, record.culprits, figures);
}

function judgeFailures(
  record: GipRecord,
  explanations: readonly Explanation[],
  assessed: readonly Assessed[],
  figures: Figures,
  source: string,
): void {
  const secondReading = createSecondReading(record, source);
  const culprits = nameCulprits(explanations, assessed, figures, { record, secondReading });
  for (const one of assessed) if (isFailure(one)) one.result.verdict = secondReading(one.result.codes);
  record.culprits = culprits;
  const messages = reportFailures({ assessed, explanations, culprits }, record.values);
  record.messages = [...record.messages, ...messages];
}

function isFailure({ result }: Assessed): boolean {
  return result.status === 'fail';
}
