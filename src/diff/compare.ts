import type { GipRecord } from '../model/record.js';
import { compareText } from '../text/strings.js';
import { createKeeper, type Keeper, type KeptRecord, ORIGIN } from './keep.js';

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

/**
 * Pages are matched by container and path, those left by their bytes. A record is let go as soon as its partner has
 * come.
 */
export function createComparison(): Comparison {
  const keeper = createKeeper();
  const old = new Map<string, KeptRecord[]>();
  const alone: KeptRecord[] = [];
  const found: Difference[] = [];
  return {
    addOld(record) {
      const kept = keeper.keep(record);
      const known = old.get(placeOf(kept));
      if (known) known.push(kept);
      else old.set(placeOf(kept), [kept]);
    },
    addNew(record) {
      const after = keeper.keep(record);
      const before = old.get(placeOf(after))?.shift();
      if (before) found.push(...compare(before, after, keeper));
      else alone.push(after);
    },
    finish() {
      const pairs = match(group([...old.values()].flat()), group(alone));
      const others = pairs.flatMap(([before, after]) => compare(before, after, keeper));
      return [...found, ...others].sort((a, b) => compareText(placeOf(a), placeOf(b)));
    },
  };
}

function placeOf({ container, path }: Pick<KeptRecord, 'container' | 'path'>): string {
  return `${container ?? ''}\n${path}`;
}

type Pair = readonly [KeptRecord | undefined, KeptRecord | undefined];
type Kept = ReadonlyMap<string, readonly KeptRecord[]>;

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
  for (const page of [...pages].sort((a, b) => compareText(placeOf(a), placeOf(b))))
    groups.set(page.sha256, [...(groups.get(page.sha256) ?? []), page]);
  return groups;
}

function compare(
  before: KeptRecord | undefined,
  after: KeptRecord | undefined,
  { valuesOf }: Keeper,
): Difference[] {
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
  const values = compareMaps(before ? valuesOf(before) : new Map(), after ? valuesOf(after) : new Map());
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
