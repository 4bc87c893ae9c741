import type { MessageSink } from '../model/messages.js';
import type { Value } from '../model/record.js';

/** The values of a page. A rank is the place of a code and origin among all. */
export interface KeptValues {
  /** The first reading of each rank. */
  readonly byRank: (Value | undefined)[];
  /** The ranks that the page has, in the order in which they were read. */
  readonly ranks: number[];
  /** Of each rank that was read again, what it has further. */
  readonly further: Map<number, Value[]>;
}

/** @param ranks how many there are */
export function startValues(ranks: number): KeptValues {
  return { byRank: new Array<Value | undefined>(ranks).fill(undefined), ranks: [], further: new Map() };
}

export function keepValue({ byRank, ranks, further }: KeptValues, value: Value, rank: number): void {
  if (byRank[rank] === undefined) {
    byRank[rank] = value;
    ranks.push(rank);
    return;
  }
  const same = further.get(rank);
  if (same) same.push(value);
  else further.set(rank, [value]);
}

/** The first reading of a rank stands; further ones are kept beside it, and a difference is a warning. */
export function mergeFurther({ byRank, ranks, further }: KeptValues, messages: MessageSink): void {
  if (further.size === 0) return;
  for (const rank of ranks) {
    const one = byRank[rank];
    const same = further.get(rank);
    if (!one || !same) continue;
    const merged = mergeAll(one, same);
    byRank[rank] = merged;
    reportConflict(merged, messages);
  }
}

/** The first one that is a number stands, or the first one. */
function mergeAll(one: Value, further: readonly Value[]): Value {
  const same = [one, ...further];
  const first = same.find(({ value }) => value !== null) ?? one;
  const others = same.filter((other) => other !== first);
  first.also = others.map(({ raw, value, place }) => ({ raw, value, place }));
  return first;
}

function reportConflict({ code, value, also, place }: Value, messages: MessageSink): void {
  const all = new Set([value, ...also.map((other) => other.value)].filter((number) => number !== null));
  if (all.size > 1)
    messages.add('value_conflict', { place, codes: [code], with: { code, values: [...all].join(', ') } });
}
