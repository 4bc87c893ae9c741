import type { Value } from '../model/record.js';

/** What checks need of a value. */
export type CheckedValue = Pick<
  Value,
  'code' | 'value' | 'state' | 'raw' | 'origin' | 'approximate' | 'place'
>;

/** What a page's tables give for the codes that checks ask for. */
export interface Figures {
  readonly has: (code: string) => boolean;
  readonly find: (code: string) => CheckedValue | undefined;
  /** The printed number; 0 for a blank that counts as nothing; undefined where there is none. */
  readonly numberOf: (code: string) => number | undefined;
  readonly isBlankAsNothing: (code: string) => boolean;
}

/** @param leftEmpty ends of the codes of columns that bodies leave empty where they have nothing to count */
export function readFigures(values: readonly CheckedValue[], leftEmpty: readonly string[]): Figures {
  const byCode = new Map<string, CheckedValue>();
  let hasBlank = false;
  for (const value of values) {
    if (value.origin !== 'table') continue;
    byCode.set(value.code, value);
    hasBlank ||= isBlank(value);
  }
  const nothing = hasBlank ? findBlankAsNothing([...byCode.values()], leftEmpty) : NONE;
  const find = (code: string) => byCode.get(code);
  return {
    has: (code) => byCode.has(code),
    find,
    numberOf(code) {
      const value = find(code);
      return value && (value.value ?? (nothing.has(code) ? 0 : undefined));
    },
    isBlankAsNothing: (code) => nothing.size > 0 && nothing.has(code),
  };
}

const NONE: ReadonlySet<string> = new Set();

/** A column that prints no zero, and is blank or marked in most of its cells, has its blanks for zeros. */
function findBlankAsNothing(values: readonly CheckedValue[], leftEmpty: readonly string[]): Set<string> {
  const nothing = new Set<string>();
  for (const end of leftEmpty) {
    const column = values.filter((value) => value.code.endsWith(end));
    const blank = column.filter(isBlank);
    if (blank.length * 2 <= column.length || column.some((value) => value.value === 0)) continue;
    for (const value of blank) nothing.add(value.code);
  }
  return nothing;
}

function isBlank({ state }: CheckedValue): boolean {
  return state === 'blank' || state === 'mark';
}

/** How far a printed figure may be from the true one: rounded figures, and money with decimals. */
export function slackOf({ value, raw, approximate }: CheckedValue): number {
  if (value === null) return 0;
  if (approximate) return trailingStep(value);
  const [printed = '', decimals] = /\d[\d,]*(?:\.(\d+))?/.exec(raw) ?? [];
  if (decimals === undefined) return 0;
  const number = Number(printed.replaceAll(',', ''));
  const unit = number > 0 ? Math.abs(value) / number : 1;
  return (0.5 * unit) / 10 ** decimals.length;
}

/** The place of the last digit that is not zero: 100 for 1200. */
function trailingStep(value: number): number {
  let step = 1;
  while (value !== 0 && value % (step * 10) === 0) step *= 10;
  return step;
}
