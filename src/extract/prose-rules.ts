import data from '../data/prose.json' with { type: 'json' };

/** Which Regulation's indicators a page speaks of. */
export type Era = 'then' | 'now';

/** The era and the edition of its form, which decides between indicators that it renamed. */
export interface Times {
  readonly era: Era;
  readonly edition: string;
}

/** A way of saying an indicator's figure, or that there was none. */
export interface ProseRule {
  readonly code: string;
  readonly patterns: readonly RegExp[];
  readonly whole: boolean;
  readonly topic: string | undefined;
  readonly section: RegExp | undefined;
  readonly not: RegExp | undefined;
}

interface RuleData {
  readonly then?: string;
  readonly now?: string;
  readonly say: readonly string[];
  readonly whole?: boolean;
  readonly topic?: string;
  readonly section?: string;
  readonly not?: string;
  readonly edition?: string;
}

export interface ProseRules {
  readonly statements: readonly ProseRule[];
  readonly denials: readonly ProseRule[];
}

const macros: Readonly<Record<string, string>> = data.macros;
const cache = new Map<string, ProseRules>();

/** The rules of data/prose.json for one edition, compiled once. */
export function loadProseRules(times: Times): ProseRules {
  const key = `${times.era} ${times.edition}`;
  const rules = cache.get(key) ?? {
    statements: compile(data.statements, times),
    denials: compile(data.denials, times),
  };
  cache.set(key, rules);
  return rules;
}

function compile(rules: readonly RuleData[], { era, edition }: Times): ProseRule[] {
  return rules.flatMap((rule) => {
    const code = rule[era];
    if (code === undefined || (rule.edition ?? edition) !== edition) return [];
    const { whole = false, topic } = rule;
    const optional = (pattern: string | undefined) =>
      pattern === undefined ? undefined : new RegExp(pattern);
    const patterns = rule.say.map((say) => new RegExp(expand(say), 'g'));
    return [{ code, patterns, whole, topic, section: optional(rule.section), not: optional(rule.not) }];
  });
}

function expand(pattern: string): string {
  return pattern.replace(/\{([A-Z]+)\}/g, (whole, name: string) => macros[name] ?? whole);
}
