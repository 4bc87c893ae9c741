import type { Correction } from '../model/correction.js';
import { MessageSink } from '../model/messages.js';
import type { GipRecord, Value } from '../model/record.js';

/** Puts corrections to records, those of a page to its record. */
export function createCorrector(corrections: readonly Correction[]): (record: GipRecord) => GipRecord {
  const byPage = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const own = byPage.get(correction.sha256) ?? [];
    own.push(correction);
    byPage.set(correction.sha256, own);
  }
  return (record) => correct(record, byPage.get(record.source.sha256) ?? []);
}

/**
 * Sets what a person found beside what was read, which stays. A correction whose raw text is no longer what the page
 * says of its indicator changes nothing, and a message says so.
 */
function correct(record: GipRecord, corrections: readonly Correction[]): GipRecord {
  if (corrections.length === 0) return record;
  const messages = new MessageSink();
  let values = record.values;
  for (const correction of corrections) {
    const { code, raw, line } = correction;
    if (values.some((value) => isMeant(value, correction)))
      values = values.map((value) => (isMeant(value, correction) ? set(value, correction) : value));
    else {
      const found = values.filter((value) => value.code === code).map((value) => value.raw);
      const told = found.length === 0 ? 'nothing' : found.map((text) => JSON.stringify(text)).join(', ');
      messages.add('correction_refused', { codes: [code], with: { code, line, raw, found: told } });
    }
  }
  const isRefused = (text: string) => messages.messages.some((message) => message.text === text);
  const others = record.messages.filter(({ text }) => !isRefused(text));
  return { ...record, values, messages: [...others, ...messages.messages] };
}

function isMeant(value: Value, { code, raw }: Correction): boolean {
  return value.code === code && value.raw === raw;
}

function set(value: Value, { value: corrected, reason, by, date }: Correction): Value {
  return { ...value, corrected: { value: corrected, reason, by, date } };
}
