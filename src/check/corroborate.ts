import type { Culprit, Value } from '../model/record.js';
import type { Assessed } from './assess.js';
import type { CheckedValue, Figures } from './figures.js';
import type { Stated } from './rules.js';
import { listOfSlots } from './slots.js';

/**
 * Says of every value what vouches for it. `double`: two passed identities that share no other figure, or one and prose
 * that states the same; `single`: one of these; `contradicted`: it is a culprit, or may be one and nothing vouches for
 * it, or only failing identities that no other culprit explains concern it; `none`: nothing.
 * @param values those that the figures were read from
 */
export function corroborate(
  values: readonly Value[],
  assessed: readonly Assessed[],
  culprits: readonly Culprit[],
  figures: Figures,
): void {
  const passed: Stated[] = [];
  const failed: Assessed[] = [];
  for (const one of assessed) {
    if (one.result.kind !== 'identity') continue;
    if (one.result.status === 'pass') passed.push(one.stated);
    if (one.result.status === 'fail') failed.push(one);
  }
  const counts = countWitnesses(passed);
  const saidTwice = findSaidTwice(values, figures);
  for (const slot of saidTwice) counts[slot] = (counts[slot] ?? 0) + 1;
  const doubts = failed.length + culprits.length > 0 ? findDoubts(failed, culprits) : undefined;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const slot = figures.slots[i] ?? 0;
    if (!value || value.value === null) continue;
    if (value.origin === 'prose' && !saidTwice.has(slot)) continue;
    value.corroboration = judge(value.code, counts[slot] ?? 0, doubts);
  }
}

function judge(code: string, witnesses: number, doubts: Doubts | undefined): Value['corroboration'] {
  if (doubts?.named.has(code)) return 'contradicted';
  if (witnesses > 0) return witnesses > 1 ? 'double' : 'single';
  return doubts?.maybe.has(code) ? 'contradicted' : 'none';
}

interface Doubts {
  /** Codes of culprits. */
  readonly named: ReadonlySet<string>;
  /** Codes of what may be one, or stands in a failing identity that no culprit explains. */
  readonly maybe: ReadonlySet<string>;
}

function findDoubts(failed: readonly Assessed[], culprits: readonly Culprit[]): Doubts {
  const explained = new Set(culprits.filter(({ codes }) => codes.length > 0).flatMap((c) => c.explains));
  const unexplained = failed.filter(({ result }) => !explained.has(result.id));
  const alternatives = culprits.flatMap(({ alternatives = [] }) => alternatives.flat());
  return {
    named: new Set(culprits.flatMap(({ codes }) => codes)),
    maybe: new Set([...unexplained.flatMap(({ stated }) => stated.codes), ...alternatives]),
  };
}

/** The figures that a table and a sentence both state, by slot. */
function findSaidTwice(values: readonly Value[], figures: Figures): ReadonlySet<number> {
  const both = new Set<number>();
  for (let i = 0; i < values.length; i++) {
    const spoken = values[i];
    if (spoken?.origin !== 'prose' || !isSure(spoken)) continue;
    const slot = figures.slots[i] ?? 0;
    const inTable = figures.findAt(slot);
    if (inTable?.value === spoken.value && isSure(inTable)) both.add(slot);
  }
  return both;
}

function isSure({ value, approximate }: CheckedValue): boolean {
  return value !== null && !approximate;
}

/** How many identities vouch for each code, by slot: 2 where two of them share nothing but the one figure. */
function countWitnesses(passed: readonly Stated[]): number[] {
  const counts = listOfSlots(0);
  const seen = listOfSlots<Stated[] | undefined>(undefined);
  for (const stated of passed)
    for (const slot of stated.slots) {
      const before = seen[slot];
      if (!before) {
        seen[slot] = [stated];
        counts[slot] = 1;
      } else if (counts[slot] === 1) {
        if (sharesOne(stated, before)) counts[slot] = 2;
        else before.push(stated);
      }
    }
  return counts;
}

function sharesOne(stated: Stated, others: readonly Stated[]): boolean {
  for (const other of others) if (shareOne(other, stated)) return true;
  return false;
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
