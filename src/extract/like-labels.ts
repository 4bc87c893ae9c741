import costs from '../data/align.json' with { type: 'json' };
import type { Form, FormNode } from '../model/template.js';
import { isOtherWord, likeness } from '../text/labels.js';
import { remember } from '../text/remember.js';

/** A long label is no coincidence, a short one may be. */
export function worthOf(key: string): number {
  const { least, full_from: full } = costs.weight;
  return least + (1 - least) * Math.min(1, key.length / full);
}

type FuzzyIndex = (keys: readonly string[], least: number) => ReadonlyMap<FormNode, number>;

const indexes = new WeakMap<Form, FuzzyIndex>();

/**
 * Labels of a form that are alike but not the same: a character lost or changed, a word put in.
 * @param keys the forms of a printed label, the first that is like any label decides
 * @param least how alike they must be, 0 to 1
 * @returns what each label found is worth
 */
export function findAlike(keys: readonly string[], form: Form, least: number): ReadonlyMap<FormNode, number> {
  const index = indexes.get(form) ?? createFuzzyIndex(form);
  indexes.set(form, index);
  return index(keys, least);
}

function createFuzzyIndex(form: Form): FuzzyIndex {
  const byPair = new Map<string, Set<string>>();
  for (const key of form.keys.keys())
    for (const pair of pairs(key)) byPair.set(pair, (byPair.get(pair) ?? new Set()).add(key));
  const search = (least: number) => (key: string) => {
    const found = new Map<FormNode, number>();
    for (const known of sharing(key, byPair)) {
      const like = likeness(key, known);
      if (like < least || isOtherWord(key, known)) continue;
      const worth = like * worthOf(known);
      for (const node of form.keys.get(known) ?? []) found.set(node, Math.max(worth, found.get(node) ?? 0));
    }
    return found;
  };
  const recall = new Map(
    [costs.similar_from, costs.similar_round_figures].map((least) => [least, remember(search(least))]),
  );
  return (keys, least) =>
    keys.map((key) => recall.get(least)?.(key)).find((found) => found && found.size > 0) ?? new Map();
}

/** Known keys that share at least half of the pairs of characters. */
function sharing(key: string, byPair: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const shared = new Map<string, number>();
  const own = pairs(key);
  for (const pair of own)
    for (const known of byPair.get(pair) ?? []) shared.set(known, (shared.get(known) ?? 0) + 1);
  return [...shared]
    .filter(([known, count]) => count * 2 >= Math.max(own.length, known.length - 1))
    .map(([known]) => known);
}

function pairs(key: string): string[] {
  return Array.from({ length: Math.max(0, key.length - 1) }, (_, i) => key.slice(i, i + 2));
}
