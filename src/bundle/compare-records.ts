import { isDeepStrictEqual } from 'node:util';
import type { GipRecord, Value } from '../model/record.js';

/** How two readings of one page differ in a value: `null` where one has none. */
export interface ValueDifference {
  readonly code: string;
  readonly was: string | null;
  readonly is: string | null;
}

/** Values of a page that are no longer the same, in the order of the codes on the page. */
export function compareValues(before: GipRecord, after: GipRecord): ValueDifference[] {
  const [old, now] = [byCode(before), byCode(after)];
  const codes = [...new Set([...old.keys(), ...now.keys()])];
  return codes.flatMap((code) => {
    const [was, is] = [old.get(code), now.get(code)];
    return print(was) === print(is) ? [] : [{ code, was: print(was), is: print(is) }];
  });
}

function byCode({ values }: GipRecord): ReadonlyMap<string, readonly Value[]> {
  const all = new Map<string, Value[]>();
  for (const value of values) all.set(value.code, [...(all.get(value.code) ?? []), value]);
  return all;
}

/** What a page states for a code, in words; not where on the page, nor what vouches for it. */
function print(values: readonly Value[] | undefined): string | null {
  if (!values) return null;
  return values
    .map(({ value, state, raw, unit, origin, corrected }) => {
      const by = corrected ? ` → ${corrected.value ?? '-'} [${corrected.by}]` : '';
      return `${value ?? state} ${unit} (${origin}: “${raw}”)${by}`;
    })
    .join(', ');
}

/** Fields in which two records differ; those of the report by their own names. */
export function compareFields(before: GipRecord, after: GipRecord): string[] {
  const { report: old, ...first } = before;
  const { report: now, ...second } = after;
  return [...differing(first, second, ''), ...differing(old, now, 'report.')];
}

function differing(before: object, after: object, prefix: string): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const field = (of: object, name: string): unknown => of[name as keyof typeof of];
  return names
    .filter((name) => !isDeepStrictEqual(field(before, name), field(after, name)))
    .map((name) => prefix + name);
}
