import type { Rule, RuleFile } from '../model/rules.js';
import { type Equation, type Operator, type Part, parseEquation, printSide, type Term } from './equation.js';

/** A rule for one member, as one page states it. */
export interface Stated {
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  readonly operator: Operator;
  /** Without `[ | ]`. */
  readonly equation: string;
  /** All codes, in order. */
  readonly codes: readonly string[];
}

/** One check: a rule for one member of its set. */
export interface Check {
  readonly id: string;
  readonly rule: Rule;
  readonly where: readonly string[];
  readonly unless: readonly string[];
  /** How a page that has these codes states it. */
  readonly stateFor: (has: (code: string) => boolean) => Stated;
}

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
  const equation = parseEquation(fill(rule.line));
  const where = (rule.where ?? []).map(fill);
  const unless = (rule.unless ?? []).map(fill);
  return { id, rule, where, unless, stateFor: createStating(equation) };
}

/** Most lines have one way to be stated; of the others each way is built once. */
function createStating(equation: Equation): Check['stateFor'] {
  const parts = [...equation.left, ...equation.right].filter((part) => part.length > 1);
  if (parts.length === 0) {
    const only = state(equation, () => false);
    return () => only;
  }
  const known = new Map<string, Stated>();
  return (has) => {
    let key = '';
    for (const part of parts) key += chooseWay(part, has);
    let stated = known.get(key);
    if (!stated) {
      stated = state(equation, has);
      known.set(key, stated);
    }
    return stated;
  };
}

/** The first way of which the page has all codes, else the first of which it has any, else the first. */
function chooseWay(part: Part, has: (code: string) => boolean): number {
  const whole = part.findIndex((terms) => terms.every((term) => has(term.code)));
  if (whole >= 0) return whole;
  return Math.max(
    0,
    part.findIndex((terms) => terms.some((term) => has(term.code))),
  );
}

function state(equation: Equation, has: (code: string) => boolean): Stated {
  const terms = (parts: readonly Part[]) => parts.flatMap((part) => part[chooseWay(part, has)] ?? []);
  const left = terms(equation.left);
  const right = terms(equation.right);
  return {
    left,
    right,
    operator: equation.operator,
    equation: `${printSide(left)} ${equation.operator} ${printSide(right)}`,
    codes: [...left, ...right].map((term) => term.code),
  };
}
