import type { Value } from '../../src/model/record.js';
import type { Template } from './renderer/model.js';
import { createRandom } from './renderer/random.js';
import { makeNumbers } from './renderer/values.js';

/** Figures by code as a page prints them; null for a blank cell. */
export type Printed = ReadonlyMap<string, number | null>;

/** Known figures of a sound form, without subtotals that only some bodies print. */
export function soundForm(template: Template, seed: number): Map<string, number> {
  const numbers = makeNumbers(template, createRandom(seed), { undivided: false });
  const isSubtotal = (code: string) => /^applications\.(?:refused|unable|not_processed):/.test(code);
  return new Map([...numbers].filter(([code]) => !isSubtotal(code)));
}

/** A figure as a table prints it; null for a blank cell. */
function tableValue(code: string, value: number | null, at = 0): Value {
  return {
    code,
    value,
    state: value === null ? 'blank' : 'number',
    raw: value === null ? '' : String(value),
    unit: '',
    unit_printed: null,
    origin: 'table',
    label: '',
    place: { start: at, end: at + 1, line: 1 },
    approximate: false,
    corroboration: 'none',
    also: [],
  };
}

export function tableValues(numbers: Printed): Value[] {
  return [...numbers].map(([code, value], at) => tableValue(code, value, at));
}
