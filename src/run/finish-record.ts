import { withhold } from '../check/withhold.js';
import { createCorrector } from '../corrections/apply.js';
import type { GipRecord } from '../model/record.js';
import type { PageSettings } from './page-job.js';

/**
 * Makes a record what the output of a run has: with corrections, without figures that too little vouches for, in the
 * language asked for.
 */
export async function loadFinisher({
  corrections,
  leastCorroboration: least,
  lang,
}: Pick<PageSettings, 'corrections' | 'leastCorroboration' | 'lang'>): Promise<
  (record: GipRecord) => GipRecord
> {
  const correct = createCorrector(corrections);
  const translate = lang === 'zh' ? (await import('../talk/translate-record.js')).translateRecord : null;
  return (record) => {
    const corrected = correct(record);
    const kept = least === null ? corrected : withhold(corrected, least);
    return translate ? translate(kept) : kept;
  };
}
