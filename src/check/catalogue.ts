import folder from '../data/folder.json' with { type: 'json' };
import years from '../data/years.json' with { type: 'json' };
import type { Rule, RuleFile, RuleText } from '../model/rules.js';
import { loadRules } from '../template/load.js';

/** A rule as the catalogue lists it. */
export interface CatalogueEntry {
  readonly rule: RuleText & Partial<Rule>;
  /** What it is about: one page in a form of this family, or several pages. */
  readonly scope: string;
  /** What `*` of the line stands for. */
  readonly members: readonly string[];
}

/** The rules over two years of one body. */
export const yearRules = years as RuleFile;

/** Every rule of the tool: about one page, form by form, then about the pages of a folder. */
export function listRules(): CatalogueEntry[] {
  const ofPages = loadRules().flatMap((file) => listFile(file, `one page in the form ${file.family}`));
  const ofFolder = (folder.rules as RuleText[]).map((rule) => ({
    rule,
    scope: 'the pages of a folder',
    members: [],
  }));
  return [...ofPages, ...listFile(yearRules, 'reports of one body for two consecutive years'), ...ofFolder];
}

function listFile({ rules, sets }: RuleFile, scope: string): CatalogueEntry[] {
  return rules.map((rule) => ({ rule, scope, members: sets[rule.each ?? ''] ?? [] }));
}

/** A rule by its id, or by the id of one of its checks. */
export function findRule(id: string): CatalogueEntry | undefined {
  const name = id.split(':')[0];
  return listRules().find(({ rule }) => rule.id === name);
}
