import { withhold } from '../check/withhold.js';
import type { GipRecord } from '../model/record.js';
import { translateRecord } from '../talk/translate-record.js';
import type { PageSettings } from './page-job.js';

/** A record as the output of a run has it: without figures that too little vouches for, in the language asked for. */
export function finishRecord(
  record: GipRecord,
  { leastCorroboration: least, lang }: Pick<PageSettings, 'leastCorroboration' | 'lang'>,
): GipRecord {
  const kept = least === null ? record : withhold(record, least);
  return lang === 'zh' ? translateRecord(kept) : kept;
}
