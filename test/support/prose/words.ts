import common from './common.json' with { type: 'json' };
import earlier from './earlier.json' with { type: 'json' };
import later from './later.json' with { type: 'json' };

/** `earlier`: reports of 2008 to 2018; `later`: of 2019 and later. */
export type Era = 'earlier' | 'later';

/** A group of indicators: sentences that give figures, sentences that say there was none. */
export interface Topic {
  /** How often a page speaks of it. */
  readonly share: number;
  readonly some: readonly string[];
  /** How often the page says that there was none. */
  readonly none?: number;
  readonly zero?: readonly string[];
  /** Only after that topic has stated figures. */
  readonly with?: string;
  readonly from?: number;
  readonly to?: number;
}

export interface SectionWords {
  readonly id: string;
  readonly headings: readonly string[];
  readonly topics: readonly string[];
  readonly share?: number;
}

/** Sentences that hold no figure of an indicator in the report's year. */
export interface Distractor {
  readonly in: readonly string[];
  /** Only on a page that states this indicator. */
  readonly beside?: string;
  /** Only where this indicator is stated and is more than one. */
  readonly within?: string;
  readonly lines: readonly string[];
}

/** Figures that stand in a row: `$` in a pattern is the noun, `%` the figure, `@` all nouns. */
export interface ListWords {
  readonly items: Readonly<Record<string, readonly string[]>>;
  readonly patterns: readonly string[];
  readonly together: readonly string[];
}

export interface Words {
  readonly aliases: Readonly<Record<string, string>>;
  readonly sections: readonly SectionWords[];
  readonly topics: Readonly<Record<string, Topic>>;
  readonly rules: Readonly<Record<string, readonly string[]>>;
  readonly lists: Readonly<Record<string, ListWords>>;
}

const eras: Readonly<Record<Era, Words>> = {
  earlier: { ...earlier, rules: common.rules },
  later: { ...later, rules: { ...common.rules, ...later.rules } },
};

export const wordsOf = (era: Era): Words => eras[era];
export const distractors: Readonly<Record<string, Distractor>> = common.distractors;
export const columns: readonly string[] = common.columns;

/** Units that reports print with an indicator, the usual one more often. */
export function unitsOf(code: string): readonly string[] {
  const found = common.units.find(([start]) => typeof start === 'string' && code.startsWith(start));
  const units = found?.[1];
  if (!Array.isArray(units)) throw new Error(`no units for ${code}`);
  return units;
}

export const isMoney = (code: string): boolean => common.money.includes(code);
