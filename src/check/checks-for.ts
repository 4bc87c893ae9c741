import type { RuleFile } from '../model/rules.js';
import { loadRules } from '../template/load.js';
import { buildChecks, type Check } from './rules.js';

/** The checks of a form, and which of its columns bodies leave empty. */
export interface CheckSet {
  readonly checks: readonly Check[];
  readonly leftEmpty: readonly string[];
}

const built = new Map<string, CheckSet>();

/** The checks that hold for an edition of a form. Built once. */
export function checksFor(family: string, edition: string): CheckSet {
  const key = `${family} ${edition}`;
  let set = built.get(key);
  if (!set) {
    set = buildSet(
      loadRules().filter((file) => file.family === family),
      edition,
    );
    built.set(key, set);
  }
  return set;
}

function buildSet(files: readonly RuleFile[], edition: string): CheckSet {
  return {
    checks: files.flatMap(buildChecks).filter((check) => check.rule.editions.includes(edition)),
    leftEmpty: files.flatMap((file) => file.left_empty),
  };
}
