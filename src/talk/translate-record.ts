import type { GipRecord } from '../model/record.js';
import { toChinese } from './translate.js';

/** A record whose reasons and messages are in Chinese; codes, figures and what the page says are the same. */
export function translateRecord(record: GipRecord): GipRecord {
  const { reason, template, report, messages } = record;
  return {
    ...record,
    reason: toChinese(reason),
    template: { ...template, reasons: template.reasons.map(toChinese) },
    report: {
      ...report,
      candidates: report.candidates.map((one) => ({ ...one, reason: toChinese(one.reason) })),
    },
    messages: messages.map((message) => ({ ...message, text: toChinese(message.text) })),
  };
}
