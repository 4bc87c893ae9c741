import data from '../data/prose-rules.json' with { type: 'json' };
import { expand } from '../text/expand.js';
import { remember } from '../text/remember.js';

/** Which Regulation's indicators a page speaks of. */
type Era = 'then' | 'now';

/** The era and the edition of its form, which decides between indicators that it renamed. */
export interface Times {
  readonly era: Era;
  readonly edition: string;
}

/** What a number counts where the words around it are these. */
export interface ProseRule {
  /** Undefined for a figure that no indicator takes. */
  readonly code: string | undefined;
  /** What it counts where the page gives another total. */
  readonly or: string | undefined;
  readonly units: string;
  /** What the text must be speaking of; empty for nothing in particular. */
  readonly topics: readonly string[] | undefined;
  /** A total, which a part of the body must not take. */
  readonly whole: boolean;
  /** Nothing but the body and the year may stand before. */
  readonly pure: boolean;
  /** Figures behind it may be parts of this one by applicant. */
  readonly row: boolean;
  /** What a sentence may say of all of a figure before. */
  readonly all: boolean;
  /** It takes a number that the clause before has left. */
  readonly left: boolean;
}

/** Words around a number, and the rules that name them; more words before it lead on, and then those behind it. */
export interface Phrase {
  readonly rules: ProseRule[];
  readonly before: Map<string, Phrase>;
  readonly after: Map<string, Phrase>;
}

export interface ProseRules {
  /** The number alone, from which the words around it lead on: the nearest first. */
  readonly statements: Phrase;
  /** By the names of the words that a denial denies. */
  readonly denials: ReadonlyMap<string, readonly ProseRule[]>;
}

interface RuleData extends Partial<Omit<ProseRule, 'code' | 'units' | 'topics'>> {
  readonly topic?: string;
  readonly say: string;
  readonly units: string;
  readonly then?: string;
  readonly now?: string;
  readonly none?: string;
  readonly edition?: string;
}

const cache = new Map<string, ProseRules>();
const homes = data.homes.map(({ prefix, section }) => ({ prefix, section: new RegExp(section) }));

/** The rules of data/prose-rules.json for one edition, compiled once. */
export function loadProseRules(times: Times): ProseRules {
  const key = `${times.era} ${times.edition}`;
  const rules = cache.get(key) ?? compile(data.rules, times);
  cache.set(key, rules);
  return rules;
}

/** Pages in a form speak of its indicators; pages without one, of those of their year. */
export function timesOf(
  form: { readonly family: string; readonly edition: string } | undefined,
  year: number | null,
): Times {
  const edition =
    form?.edition ?? data.editions.findLast(({ from }) => year !== null && year >= from)?.edition ?? '';
  const isNow = form ? data.now_families.includes(form.family) : edition !== '';
  return { era: isNow ? 'now' : 'then', edition };
}

/** True where the text speaks of what the rule is about. */
export function isOfTopic({ topics }: ProseRule, topic: string | undefined): boolean {
  return topics === undefined || topics.includes(topic ?? '');
}

/** How the codes of the indicators begin to which a section belongs. */
export const homesOf: (section: string) => readonly string[] = remember((section) =>
  homes.filter((home) => home.section.test(section)).map(({ prefix }) => prefix),
);

function compile(all: readonly RuleData[], { era, edition }: Times): ProseRules {
  const statements = createPhrase();
  const denials = new Map<string, ProseRule[]>();
  for (const rule of all) {
    const code = rule[era];
    const isOther = code === undefined && (rule.then !== undefined || rule.now !== undefined);
    if (isOther || (rule.edition ?? edition) !== edition) continue;
    const { or, units, topic, whole = false, pure = false, row = false, all = false, left = false } = rule;
    const entry = { code, or, units, topics: topic?.split('|'), whole, pure, row, all, left };
    for (const words of expand(rule.say)) phraseOf(words, statements)?.rules.push(entry);
    if (rule.none !== undefined) add(denials, rule.none, entry);
  }
  return { statements, denials };
}

function createPhrase(): Phrase {
  return { rules: [], before: new Map(), after: new Map() };
}

/** In a rule # is the number. */
function phraseOf(words: string, number: Phrase): Phrase | undefined {
  const names = words.split(' ');
  const at = names.indexOf('#');
  let phrase = number;
  for (const name of names.slice(0, Math.max(at, 0)).reverse()) phrase = stepTo(phrase.before, name);
  for (const name of names.slice(at + 1)) phrase = stepTo(phrase.after, name);
  return at < 0 ? undefined : phrase;
}

function stepTo(phrases: Map<string, Phrase>, name: string): Phrase {
  const phrase = phrases.get(name) ?? createPhrase();
  phrases.set(name, phrase);
  return phrase;
}

function add(map: Map<string, ProseRule[]>, patterns: string, rule: ProseRule): void {
  for (const key of expand(patterns)) {
    const known = map.get(key);
    if (known) known.push(rule);
    else map.set(key, [rule]);
  }
}
