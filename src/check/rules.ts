import type { Rule, RuleFile } from '../model/rules.js';
import { type Equation, type Operator, type Part, parseEquation, printSide, type Term } from './equation.js';
import { slotOf } from './slots.js';

/** A term with the slot of its code. */
interface SlottedTerm extends Term {
  readonly slot: number;
}

/** A rule for one member, as one page states it. */
export interface Stated {
  /** No other has it. */
  readonly number: number;
  readonly left: readonly SlottedTerm[];
  readonly right: readonly SlottedTerm[];
  readonly operator: Operator;
  /** Without `[ | ]`. */
  readonly equation: string;
  /** All codes, in order. */
  readonly codes: readonly string[];
  readonly slots: readonly number[];
  readonly signs: readonly number[];
}

/** One check: a rule for one member of its set. */
export interface Check {
  readonly id: string;
  readonly rule: Rule;
  /** Slots of the codes that the rule names so. */
  readonly where: readonly number[];
  readonly unless: readonly number[];
  /** How a page that has these codes states it. */
  readonly stateFor: (has: Has) => Stated;
}

/** Whether a page has a code; its slot is told too. */
type Has = (code: string, slot: number) => boolean;

/** Makes the checks of every rule in a file. */
export function buildChecks(file: RuleFile): Check[] {
  return file.rules.flatMap((rule) => {
    if (rule.each === undefined) return [buildCheck(rule, rule.id, (text) => text)];
    const members = file.sets[rule.each];
    if (!members) throw new Error(`rule ${rule.id}: there is no set “${rule.each}”`);
    return members.map((member) =>
      buildCheck(rule, `${rule.id}:${member}`, (text) => text.replaceAll('*', member)),
    );
  });
}

function buildCheck(rule: Rule, id: string, fill: (text: string) => string): Check {
  const slotsOf = (codes: readonly string[] = []) => codes.map((code) => slotOf(fill(code)));
  const stateFor = createStating(parseEquation(fill(rule.line)));
  return { id, rule, where: slotsOf(rule.where), unless: slotsOf(rule.unless), stateFor };
}

/** Most lines have one way to be stated; of the others each way is built once. */
function createStating(equation: Equation): Check['stateFor'] {
  const left = equation.left.map(withSlots);
  const right = equation.right.map(withSlots);
  const open = [...left, ...right].filter((part) => part.length > 1);
  const stated: Stated[] = [];
  return (has) => {
    let way = 0;
    for (const part of open) way = way * part.length + chooseWay(part, has);
    const own = stated[way] ?? state({ left, right, operator: equation.operator }, has);
    stated[way] = own;
    return own;
  };
}

type SlottedPart = readonly (readonly SlottedTerm[])[];

function withSlots(part: Part): SlottedPart {
  return part.map((terms) => terms.map(({ code, sign }) => ({ code, sign, slot: slotOf(code) })));
}

/** The first way of which the page has all codes, else the first of which it has any, else the first. */
function chooseWay(part: SlottedPart, has: Has): number {
  let partly = -1;
  for (let way = 0; way < part.length; way++) {
    const terms = part[way] ?? [];
    let count = 0;
    for (const { code, slot } of terms) if (has(code, slot)) count++;
    if (count === terms.length) return way;
    if (count > 0 && partly < 0) partly = way;
  }
  return Math.max(0, partly);
}

interface Slotted {
  readonly left: readonly SlottedPart[];
  readonly operator: Operator;
  readonly right: readonly SlottedPart[];
}

let count = 0;

function state(equation: Slotted, has: Has): Stated {
  const termsOf = (parts: readonly SlottedPart[]) =>
    parts.flatMap((part) => part[chooseWay(part, has)] ?? []);
  const left = termsOf(equation.left);
  const right = termsOf(equation.right);
  const terms = [...left, ...right];
  return {
    number: count++,
    left,
    right,
    operator: equation.operator,
    equation: `${printSide(left)} ${equation.operator} ${printSide(right)}`,
    codes: terms.map(({ code }) => code),
    slots: terms.map(({ slot }) => slot),
    signs: terms.map(({ sign }) => sign),
  };
}
