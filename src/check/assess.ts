import type { CheckResult } from '../model/record.js';
import type { Operator } from './equation.js';
import { type Figures, slackOf } from './figures.js';
import { type Check, type Stated, stateFor } from './rules.js';

/** A check as one page answers it. */
export interface Assessed {
  readonly check: Check;
  readonly stated: Stated;
  readonly result: CheckResult;
}

/** Puts a page's figures into every check that concerns it. */
export function assess(checks: readonly Check[], figures: Figures): Assessed[] {
  const assessed: Assessed[] = [];
  const has = (slot: number) => figures.hasAt(slot);
  for (const check of checks) {
    const stated = stateFor(check, has);
    if (concerns(check, stated, figures))
      assessed.push({ check, stated, result: assessOne(check, stated, figures) });
  }
  return assessed;
}

function concerns({ where, unless }: Check, { slots }: Stated, figures: Figures): boolean {
  for (const slot of where) if (!figures.hasAt(slot)) return false;
  return unless.length === 0 || !hasAny(unless, figures) || hasAny(slots, figures);
}

function hasAny(slots: readonly number[], figures: Figures): boolean {
  for (const slot of slots) if (figures.hasAt(slot)) return true;
  return false;
}

/** Nothing is assessed with an input missing, or with no printed figure at all. */
function assessOne({ id, rule }: Check, stated: Stated, figures: Figures): CheckResult {
  const { equation } = stated;
  const { kind } = rule;
  const codes = stated.codes.slice();
  const missing: string[] = [];
  const blank: string[] = [];
  const middle = stated.left.length;
  const left = sumOf(stated, 0, middle, figures, missing, blank);
  const right = sumOf(stated, middle, codes.length, figures, missing, blank);
  if (missing.length > 0 || blank.length === codes.length) {
    const lacking = missing.length > 0 ? missing : blank;
    return { id, kind, equation, codes, status: 'not_assessed', left: null, right: null, missing: lacking };
  }
  const isTrue =
    holds(stated.operator, left - right, 0) ||
    holds(stated.operator, left - right, slackOfAll(stated, figures));
  const status = isTrue ? 'pass' : 'fail';
  if (blank.length === 0) return { id, kind, equation, codes, status, left, right, missing };
  return { id, kind, equation, codes, status, left, right, missing, blank_as_nothing: blank };
}

/** The sum of the terms of a side; what it lacks, and which blanks count as nothing, is added to the lists. */
function sumOf(
  { codes, slots, signs }: Stated,
  from: number,
  to: number,
  figures: Figures,
  missing: string[],
  blank: string[],
): number {
  const hasBlank = figures.hasBlankAsNothing();
  let sum = 0;
  for (let i = from; i < to; i++) {
    const number = figures.numberAt(slots[i] ?? 0);
    const code = codes[i] ?? '';
    if (number === undefined) missing.push(code);
    else sum += (signs[i] ?? 0) * number;
    if (hasBlank && figures.isBlankAsNothing(code)) blank.push(code);
  }
  return Number.isInteger(sum) ? sum : Number(sum.toPrecision(14));
}

/** Whether a line is true of left less right side. */
export function holds(operator: Operator, difference: number, slack: number): boolean {
  return (operator === '=' ? Math.abs(difference) : difference) <= slack + 1e-6;
}

/** Rounded inputs make room for as much as they were rounded by; exact ones for nothing. */
function slackOfAll({ slots }: Stated, figures: Figures): number {
  let sum = 0;
  for (const slot of slots) {
    const value = figures.findAt(slot);
    if (value && (value.approximate || !Number.isInteger(value.value))) sum += slackOf(value);
  }
  return sum;
}
