import { withhold } from '../check/withhold.js';
import { createCorrector } from '../corrections/apply.js';
import type { GipRecord } from '../model/record.js';
import { translateRecord } from '../talk/translate-record.js';
import type { PageSettings } from './page-job.js';

/**
 * Makes a record what the output of a run has: with corrections, without figures that too little vouches for, in the
 * language asked for.
 */
export function createFinisher({
  corrections,
  leastCorroboration: least,
  lang,
}: Pick<PageSettings, 'corrections' | 'leastCorroboration' | 'lang'>): (record: GipRecord) => GipRecord {
  const correct = createCorrector(corrections);
  return (record) => {
    const corrected = correct(record);
    const kept = least === null ? corrected : withhold(corrected, least);
    return lang === 'zh' ? translateRecord(kept) : kept;
  };
}
