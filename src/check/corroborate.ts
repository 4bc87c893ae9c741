import type { Culprit, Value } from '../model/record.js';
import type { Assessed } from './assess.js';
import type { Stated } from './rules.js';
import { listOfSlots } from './slots.js';

/**
 * Says of every value what vouches for it. `double`: two passed identities that share no other figure, or one and prose
 * that states the same; `single`: one of these; `contradicted`: it is a culprit, or may be one and nothing vouches for
 * it, or only failing identities that no other culprit explains concern it; `none`: nothing.
 * @param slots of the values' codes, in their order
 */
export function corroborate(
  values: readonly Value[],
  assessed: readonly Assessed[],
  culprits: readonly Culprit[],
  slots: readonly number[],
): Value[] {
  const passed: Stated[] = [];
  const failed: Assessed[] = [];
  for (const one of assessed) {
    if (one.result.kind !== 'identity') continue;
    if (one.result.status === 'pass') passed.push(one.stated);
    if (one.result.status === 'fail') failed.push(one);
  }
  const witnesses = countWitnesses(passed);
  const explained = new Set(culprits.filter(({ codes }) => codes.length > 0).flatMap((c) => c.explains));
  const unexplained = failed.filter(({ result }) => !explained.has(result.id));
  const inFailed = new Set(unexplained.flatMap(({ stated }) => stated.codes));
  const named = new Set(culprits.flatMap(({ codes }) => codes));
  const maybe = new Set(culprits.flatMap(({ alternatives = [] }) => alternatives.flat()));
  const twice = findSaidTwice(values, slots);
  const hasDoubt = named.size + inFailed.size + maybe.size > 0;
  const judge = (value: Value, slot: number): Value['corroboration'] => {
    if (value.value === null) return 'none';
    const isTwice = twice[slot] === value.value;
    if (value.origin === 'prose' && !isTwice) return 'none';
    if (hasDoubt && named.has(value.code)) return 'contradicted';
    const count = (witnesses[slot] ?? 0) + (isTwice ? 1 : 0);
    if (count > 0) return count > 1 ? 'double' : 'single';
    return hasDoubt && (inFailed.has(value.code) || maybe.has(value.code)) ? 'contradicted' : 'none';
  };
  return values.map((value, i) => {
    const corroboration = judge(value, slots[i] ?? 0);
    return corroboration === value.corroboration ? value : { ...value, corroboration };
  });
}

/** The figures that a table and a sentence both state, by slot; nothing where there are none. */
function findSaidTwice(values: readonly Value[], slots: readonly number[]): (number | undefined)[] {
  const spoken: (number | undefined)[] = [];
  const both: (number | undefined)[] = [];
  const isSure = ({ value, approximate }: Value) => value !== null && !approximate;
  for (const [i, value] of values.entries())
    if (value.origin === 'prose' && isSure(value)) spoken[slots[i] ?? 0] = value.value ?? undefined;
  if (spoken.length === 0) return both;
  for (const [i, value] of values.entries()) {
    const slot = slots[i] ?? 0;
    if (value.origin === 'table' && isSure(value) && spoken[slot] === value.value) both[slot] = value.value;
  }
  return both;
}

/** How many identities vouch for each code, by slot: 2 where two of them share nothing but the one figure. */
function countWitnesses(passed: readonly Stated[]): readonly number[] {
  const counts = listOfSlots(0);
  const seen = listOfSlots<Stated[] | undefined>(undefined);
  for (const stated of passed)
    for (const slot of stated.slots) {
      const before = seen[slot];
      if (!before) {
        seen[slot] = [stated];
        counts[slot] = 1;
      } else if (counts[slot] === 1) {
        if (before.some((other) => shareOne(other, stated))) counts[slot] = 2;
        else before.push(stated);
      }
    }
  return counts;
}

/** By the numbers of two lines: the lines of the rules are few and the same for every page. */
const shared: boolean[][] = [];

function shareOne(a: Stated, b: Stated): boolean {
  let known = shared[a.number];
  if (!known) {
    known = [];
    shared[a.number] = known;
  }
  const one = known[b.number] ?? b.codes.filter((code) => a.codes.includes(code)).length === 1;
  known[b.number] = one;
  return one;
}
