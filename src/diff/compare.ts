import type { GipRecord } from '../model/record.js';
import { type KeptRecord, keepRecord, ORIGIN } from './keep.js';

/** One difference between two outputs. */
export interface Difference {
  readonly path: string;
  readonly container: string | null;
  readonly kind: 'gain' | 'loss' | 'change';
  /** Form of the page before and after; empty where it has none, or is not there. */
  readonly old_template: string;
  readonly new_template: string;
  /** `page`, a fact (`status`, `report_year` ...) or `value`. */
  readonly what: string;
  /** Of a value: its indicator and where it was read. */
  readonly code: string | null;
  readonly origin: string | null;
  readonly old: string | null;
  readonly new: string | null;
}

/** Compares two outputs: the older is taken whole, then the newer. */
export interface Comparison {
  readonly addOld: (record: GipRecord) => void;
  readonly addNew: (record: GipRecord) => void;
  /** All differences by container, path, then what they are of. */
  readonly finish: () => Difference[];
}

/** Pages are matched by container and path, those left by their bytes. */
export function createComparison(): Comparison {
  const [old, young] = [new Map<string, KeptRecord[]>(), new Map<string, KeptRecord[]>()];
  const add = (to: Map<string, KeptRecord[]>, kept: KeptRecord) => {
    const key = `${kept.container ?? ''}\n${kept.path}`;
    const known = to.get(key);
    if (known) known.push(kept);
    else to.set(key, [kept]);
  };
  return {
    addOld: (record) => add(old, keepRecord(record)),
    addNew: (record) => add(young, keepRecord(record)),
    finish: () =>
      pair(old, young)
        .sort(([a, b], [c, d]) => comparePlaces(a ?? b, c ?? d))
        .flatMap(([before, after]) => compare(before, after)),
  };
}

type Pair = readonly [KeptRecord | undefined, KeptRecord | undefined];
type Kept = ReadonlyMap<string, readonly KeptRecord[]>;

function pair(old: Kept, young: Kept): Pair[] {
  const byPath = match(old, young);
  const whole = byPath.filter(([before, after]) => before && after);
  const lost = group(byPath.flatMap(([before, after]) => (before && !after ? [before] : [])));
  const gained = group(byPath.flatMap(([before, after]) => (after && !before ? [after] : [])));
  return [...whole, ...match(lost, gained)];
}

/** Those of one key in their order; the longer list has some without a partner. */
function match(old: Kept, young: Kept): Pair[] {
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((key) => {
    const [before, after] = [old.get(key) ?? [], young.get(key) ?? []];
    const longer = before.length > after.length ? before : after;
    return longer.map((_, i) => [before[i], after[i]] as const);
  });
}

function group(pages: readonly KeptRecord[]): Kept {
  const groups = new Map<string, KeptRecord[]>();
  for (const page of [...pages].sort(comparePlaces))
    groups.set(page.sha256, [...(groups.get(page.sha256) ?? []), page]);
  return groups;
}

function comparePlaces(a: KeptRecord | undefined, b: KeptRecord | undefined): number {
  const text = (page: KeptRecord | undefined) => `${page?.container ?? ''}\n${page?.path}`;
  return text(a) === text(b) ? 0 : text(a) < text(b) ? -1 : 1;
}

const NOTHING: ReadonlyMap<string, string> = new Map();

function compare(before: KeptRecord | undefined, after: KeptRecord | undefined): Difference[] {
  const { path = '', container = null } = before ?? after ?? {};
  const about = {
    ...{ path, container },
    ...{ old_template: before?.template ?? '', new_template: after?.template ?? '' },
  };
  const paths = compareMaps(
    new Map(before && [['page', before.path]]),
    new Map(after && [['page', after.path]]),
  );
  const facts = before && after ? compareMaps(before.facts, after.facts) : [];
  const values = compareMaps(before?.values ?? NOTHING, after?.values ?? NOTHING);
  return [
    ...[...paths, ...facts].map(({ name, ...found }) => ({ ...about, ...found, what: name, ...NO_CODE })),
    ...values.map(({ name, ...found }) => {
      const [code = '', origin = ''] = name.split(ORIGIN);
      return { ...about, ...found, what: 'value', code, origin };
    }),
  ];
}

const NO_CODE = { code: null, origin: null };

function compareMaps(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
    const [old, young] = [before.get(name) ?? null, after.get(name) ?? null];
    if (old === young) return [];
    const kind = old === null ? ('gain' as const) : young === null ? ('loss' as const) : ('change' as const);
    return [{ name, kind, old, new: young }];
  });
}
