import type { Culprit, Value } from '../model/record.js';
import { createRecent } from '../text/remember.js';
import type { Assessed } from './assess.js';
import type { Stated } from './rules.js';

/**
 * Says of every value what vouches for it. `double`: two passed identities that share no other figure, or one and prose
 * that states the same; `single`: one of these; `contradicted`: it is a culprit, or may be one and nothing vouches for
 * it, or only failing identities that no other culprit explains concern it; `none`: nothing.
 */
export function corroborate(
  values: readonly Value[],
  assessed: readonly Assessed[],
  culprits: readonly Culprit[],
): Value[] {
  const passed: Stated[] = [];
  const failed: Assessed[] = [];
  for (const one of assessed) {
    if (one.result.kind !== 'identity') continue;
    if (one.result.status === 'pass') passed.push(one.stated);
    if (one.result.status === 'fail') failed.push(one);
  }
  const witnessesOf = countWitnesses(passed);
  const explained = new Set(culprits.filter(({ codes }) => codes.length > 0).flatMap((c) => c.explains));
  const unexplained = failed.filter(({ result }) => !explained.has(result.id));
  const inFailed = new Set(unexplained.flatMap(({ stated }) => stated.codes));
  const named = new Set(culprits.flatMap(({ codes }) => codes));
  const maybe = new Set(culprits.flatMap(({ alternatives = [] }) => alternatives.flat()));
  const isSaidTwice = findSaidTwice(values);
  const judge = (value: Value): Value['corroboration'] => {
    if (value.value === null) return 'none';
    const isTwice = isSaidTwice(value);
    if (value.origin === 'prose' && !isTwice) return 'none';
    if (named.has(value.code)) return 'contradicted';
    const witnesses = (witnessesOf.get(value.code) ?? 0) + (isTwice ? 1 : 0);
    if (witnesses > 0) return witnesses > 1 ? 'double' : 'single';
    return inFailed.has(value.code) || maybe.has(value.code) ? 'contradicted' : 'none';
  };
  return values.map((value) => {
    const corroboration = judge(value);
    return corroboration === value.corroboration ? value : { ...value, corroboration };
  });
}

/** Whether a table and a sentence both state the figure. */
function findSaidTwice(values: readonly Value[]): (value: Value) => boolean {
  const spoken = new Map<string, number>();
  for (const { code, value, origin, approximate } of values)
    if (origin === 'prose' && value !== null && !approximate) spoken.set(code, value);
  if (spoken.size === 0) return () => false;
  const both = new Map<string, number>();
  for (const { code, value, origin, approximate } of values)
    if (origin === 'table' && value !== null && !approximate && spoken.get(code) === value)
      both.set(code, value);
  return ({ code, value }) => value !== null && both.get(code) === value;
}

const counted = createRecent<ReadonlyMap<string, number>>();

/** How many identities vouch for a figure. Most pages in a form pass the same ones: the last counts are kept. */
function countWitnesses(passed: readonly Stated[]): ReadonlyMap<string, number> {
  return counted(
    passed,
    () => new Map([...indexByCode(passed)].map(([code, identities]) => [code, countIndependent(identities)])),
  );
}

function indexByCode(identities: readonly Stated[]): Map<string, Stated[]> {
  const index = new Map<string, Stated[]>();
  for (const stated of identities)
    for (const code of stated.codes) {
      const list = index.get(code);
      if (list) list.push(stated);
      else index.set(code, [stated]);
    }
  return index;
}

/** 2 where two of the identities share nothing but the one figure. */
function countIndependent(identities: readonly Stated[]): number {
  const isApart = (one: Stated, i: number) => {
    for (let next = i + 1; next < identities.length; next++) {
      const other = identities[next];
      if (other && shareOne(one, other)) return true;
    }
    return false;
  };
  return identities.length < 2 ? identities.length : identities.some(isApart) ? 2 : 1;
}

const shared = new WeakMap<Stated, WeakMap<Stated, boolean>>();

/** Lines of the rules are few and the same for every page: each pair is compared once. */
function shareOne(a: Stated, b: Stated): boolean {
  let known = shared.get(a);
  if (!known) {
    known = new WeakMap();
    shared.set(a, known);
  }
  let one = known.get(b);
  if (one === undefined) {
    const codes = new Set(a.codes);
    one = b.codes.filter((code) => codes.has(code)).length === 1;
    known.set(b, one);
  }
  return one;
}
