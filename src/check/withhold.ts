import type { Least } from '../model/formats.js';
import { MessageSink } from '../model/messages.js';
import type { GipRecord, Value } from '../model/record.js';

/**
 * Leaves out the figures that less vouches for than asked, and says which in a message. Cells without a number stay:
 * there is no figure to trust; a person vouches for what was corrected.
 */
export function withhold(record: GipRecord, least: Least): GipRecord {
  const isEnough = ({ value, corroboration, corrected }: Value) =>
    value === null || corrected !== undefined || corroboration === 'double' || corroboration === least;
  const withheld = record.values.filter((value) => !isEnough(value));
  if (withheld.length === 0) return record;
  const messages = new MessageSink();
  const codes = [...new Set(withheld.map(({ code }) => code))];
  messages.add('values_withheld', { codes, with: { count: withheld.length, least } });
  return {
    ...record,
    values: record.values.filter(isEnough),
    messages: [...record.messages, ...messages.messages],
  };
}
