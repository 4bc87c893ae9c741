import type { MessageSink } from '../model/messages.js';
import type { Value } from '../model/record.js';

/** The first reading of a code stands; further ones are kept beside it, and a difference is a warning. */
export function mergeSame(values: readonly Value[], messages: MessageSink): Value[] {
  if (values.length === 0) return [];
  const byCode = new Map<string, Value>();
  const further = new Map<string, Value[]>();
  for (const value of values) {
    const { code } = value;
    if (!byCode.has(code)) byCode.set(code, value);
    else if (!further.get(code)?.push(value)) further.set(code, [value]);
  }
  if (further.size === 0) return [...values];
  for (const [code, first] of byCode) byCode.set(code, mergeAll(first, further.get(code) ?? []));
  const merged = [...byCode.values()];
  for (const value of merged) {
    if (value.also.length === 0) continue;
    const all = new Set([value.value, ...value.also.map((other) => other.value)].filter((v) => v !== null));
    if (all.size < 2) continue;
    messages.add('value_conflict', {
      place: value.place,
      codes: [value.code],
      with: { code: value.code, values: [...all].join(', ') },
    });
  }
  return merged;
}

/** The first one that is a number stands, or the first one. */
function mergeAll(one: Value, further: readonly Value[]): Value {
  if (further.length === 0) return one;
  const same = [one, ...further];
  const first = same.find(({ value }) => value !== null) ?? one;
  const others = same.filter((other) => other !== first);
  return { ...first, also: others.map(({ raw, value, place }) => ({ raw, value, place })) };
}
