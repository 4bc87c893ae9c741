import type { Rule, RuleFile } from '../model/rules.js';
import { type Equation, type Operator, type Part, parseEquation, printSide, type Term } from './equation.js';
import { slotOf } from './slots.js';

/** A rule for one member, as one page states it. */
export interface Stated {
  /** No other has it. */
  readonly number: number;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
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
  readonly equation: Equation;
  /** Its parts that can be stated in several ways; most lines have none. */
  readonly open: readonly Ways[];
  /** How it was stated so far, by the number of the way. */
  readonly stated: Stated[];
}

type Has = (slot: number) => boolean;

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
  const equation = parseEquation(fill(rule.line));
  const open = [...equation.left, ...equation.right].filter((part) => part.length > 1).map(slotsOfWays);
  return { id, rule, where: slotsOf(rule.where), unless: slotsOf(rule.unless), equation, open, stated: [] };
}

/** How a page that has the codes of some slots states a check; each way is built once. */
export function stateFor({ equation, open, stated }: Check, has: Has): Stated {
  let way = 0;
  for (const part of open) way = way * part.length + chooseWay(part, has);
  const own = stated[way] ?? state(equation, has);
  stated[way] = own;
  return own;
}

/** The slots of the codes of each way to state a part. */
type Ways = readonly (readonly number[])[];

function slotsOfWays(part: Part): Ways {
  return part.map((terms) => terms.map(({ code }) => slotOf(code)));
}

/** The first way of which the page has all codes, else the first of which it has any, else the first. */
function chooseWay(part: Ways, has: Has): number {
  let partly = -1;
  for (let way = 0; way < part.length; way++) {
    const slots = part[way] ?? [];
    let there = 0;
    for (const slot of slots) if (has(slot)) there++;
    if (there === slots.length) return way;
    if (there > 0 && partly < 0) partly = way;
  }
  return Math.max(0, partly);
}

let count = 0;

function state({ left, operator, right }: Equation, has: Has): Stated {
  const termsOf = (parts: readonly Part[]) =>
    parts.flatMap((part) => part[chooseWay(slotsOfWays(part), has)] ?? []);
  const [before, behind] = [termsOf(left), termsOf(right)];
  const terms = [...before, ...behind];
  return {
    number: count++,
    left: before,
    right: behind,
    operator,
    equation: `${printSide(before)} ${operator} ${printSide(behind)}`,
    codes: terms.map(({ code }) => code),
    slots: terms.map(({ code }) => slotOf(code)),
    signs: terms.map(({ sign }) => sign),
  };
}
