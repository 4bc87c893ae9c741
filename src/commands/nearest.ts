import { likeness } from '../text/labels.js';

/** What to ask after a name that is none of those known: whether the one most like it was meant; empty where none is. */
export function suggestNearest(wanted: string, known: readonly string[], least: number): string {
  const [best] = known
    .map((name) => ({ name, score: likeness(name, wanted) }))
    .sort((a, b) => b.score - a.score);
  return best && best.score >= least ? `; did you mean ${best.name}?` : '';
}
