import type { MessageSink } from '../model/messages.js';
import type { Value } from '../model/record.js';

/** A value with the place of its code among all codes. */
export interface RankedValue {
  readonly value: Value;
  readonly rank: number;
}

/** The first reading of a code stands; further ones are kept beside it, and a difference is a warning. */
export function mergeSame(values: readonly RankedValue[], messages: MessageSink): readonly RankedValue[] {
  const firsts: RankedValue[] = [];
  /** Of each rank that the page has, what it has further. */
  const further: Value[][] = [];
  for (const one of values) {
    const same = further[one.rank];
    if (same) same.push(one.value);
    else {
      further[one.rank] = [];
      firsts.push(one);
    }
  }
  if (firsts.length === values.length) return values;
  return firsts.map(({ value, rank }) => {
    const merged = mergeAll(value, further[rank] ?? []);
    reportConflict(merged, messages);
    return { value: merged, rank };
  });
}

/** The first one that is a number stands, or the first one. */
function mergeAll(one: Value, further: readonly Value[]): Value {
  if (further.length === 0) return one;
  const same = [one, ...further];
  const first = same.find(({ value }) => value !== null) ?? one;
  const others = same.filter((other) => other !== first);
  return { ...first, also: others.map(({ raw, value, place }) => ({ raw, value, place })) };
}

function reportConflict({ code, value, also, place }: Value, messages: MessageSink): void {
  if (also.length === 0) return;
  const all = new Set([value, ...also.map((other) => other.value)].filter((number) => number !== null));
  if (all.size > 1)
    messages.add('value_conflict', { place, codes: [code], with: { code, values: [...all].join(', ') } });
}
