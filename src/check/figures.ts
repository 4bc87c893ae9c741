import type { Value } from '../model/record.js';
import { listOfSlots, slotBehind, slotOf } from './slots.js';

/** What checks need of a value. */
export type CheckedValue = Pick<
  Value,
  'code' | 'value' | 'state' | 'raw' | 'origin' | 'approximate' | 'place'
>;

/** What a page's tables give for the codes that checks ask for; `At` asks by the slot of a code. */
export class Figures {
  /** The slot of each value that the figures were read from. */
  readonly slots: number[] = [];
  readonly #values: (CheckedValue | undefined)[];
  readonly #numbers: (number | undefined)[];
  readonly #nothing: ReadonlySet<string>;

  /** @param leftEmpty ends of the codes of columns that bodies leave empty where they have nothing to count */
  constructor(values: readonly CheckedValue[], leftEmpty: readonly string[]) {
    let last = -1;
    for (const { code } of values) {
      last = slotBehind(last, code);
      this.slots.push(last);
    }
    this.#values = listOfSlots(undefined);
    this.#numbers = listOfSlots(undefined);
    const blanks: CheckedValue[] = [];
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      const slot = this.slots[i] ?? 0;
      if (value?.origin !== 'table') continue;
      this.#values[slot] = value;
      this.#numbers[slot] = value.value ?? undefined;
      if (isBlank(value)) blanks.push(value);
    }
    this.#nothing = blanks.length === 0 ? NONE : findBlankAsNothing(values, blanks, leftEmpty);
    for (const code of this.#nothing) this.#numbers[slotOf(code)] = 0;
  }

  hasAt(slot: number): boolean {
    return this.#values[slot] !== undefined;
  }

  findAt(slot: number): CheckedValue | undefined {
    return this.#values[slot];
  }

  find(code: string): CheckedValue | undefined {
    return this.#values[slotOf(code)];
  }

  numberAt(slot: number): number | undefined {
    return this.#numbers[slot];
  }

  /** The printed number; 0 for a blank that counts as nothing; undefined where there is none. */
  numberOf(code: string): number | undefined {
    return this.numberAt(slotOf(code));
  }

  /** Whether there are blanks that count as nothing at all. */
  hasBlankAsNothing(): boolean {
    return this.#nothing.size > 0;
  }

  isBlankAsNothing(code: string): boolean {
    return this.#nothing.has(code);
  }
}

const NONE: ReadonlySet<string> = new Set();

/** A column that prints no zero, and is blank or marked in most of its cells, has its blanks for zeros. */
function findBlankAsNothing(
  values: readonly CheckedValue[],
  blanks: readonly CheckedValue[],
  leftEmpty: readonly string[],
): ReadonlySet<string> {
  const nothing = new Set<string>();
  for (const end of leftEmpty) {
    const blank = blanks.filter(({ code }) => code.endsWith(end));
    if (blank.length === 0) continue;
    const column = values.filter(({ code, origin }) => origin === 'table' && code.endsWith(end));
    if (blank.length * 2 <= column.length || column.some(({ value }) => value === 0)) continue;
    for (const { code } of blank) nothing.add(code);
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
