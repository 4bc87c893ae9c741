import type { GipRecord } from '../model/record.js';
import { type Assessed, assess } from './assess.js';
import { checksFor } from './checks-for.js';
import { corroborate } from './corroborate.js';
import { explainFailures } from './explanations.js';
import { Figures } from './figures.js';
import { nameCulprits } from './name-culprits.js';
import { reportFailures } from './report-failures.js';
import { createSecondReading } from './second-reading.js';

/**
 * Puts the figures of a record to the checks of its form, and looks for the cells that explain what fails.
 * @param source the decoded page, read a second time around what fails
 * @returns the record with `checks`, `culprits`, the values' `corroboration` and messages; no figure is changed
 */
export function checkRecord(record: GipRecord, source: string): GipRecord {
  const { family, edition } = record.template;
  if (family === null || edition === null) return record;
  const { checks, leftEmpty } = checksFor(family, edition);
  const figures = new Figures(record.values, leftEmpty);
  const assessed = assess(checks, figures);
  const explanations = explainFailures(assessed, figures);
  if (explanations.length === 0 && !assessed.some(isFailure)) {
    const values = corroborate(record.values, assessed, [], figures.slots);
    return { ...record, checks: assessed.map(({ result }) => result), values };
  }
  const secondReading = createSecondReading(record, source);
  const culprits = nameCulprits(explanations, assessed, figures, { record, secondReading });
  const messages = reportFailures({ assessed, explanations, culprits }, record.values);
  const withVerdict = (one: Assessed) =>
    isFailure(one) ? { ...one.result, verdict: secondReading(one.result.codes) } : one.result;
  return {
    ...record,
    checks: assessed.map(withVerdict),
    culprits,
    values: corroborate(record.values, assessed, culprits, figures.slots),
    messages: [...record.messages, ...messages],
  };
}

function isFailure({ result }: Assessed): boolean {
  return result.status === 'fail';
}
