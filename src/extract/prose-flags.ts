/** What the words of a clause or a sentence say of its figures: a bit for each, by the name of the words. */
const NAMES = [
  '@running',
  '@part_of_year',
  '@elsewhere',
  '@to_date',
  '@until',
  '@cumulative',
  '@this_year',
  '@last_year',
  '@other_year',
  '@new',
  '@whole',
  '@compare',
  '@increase',
  '@increase_to',
  '@part',
  '@scope',
  '@hard_scope',
  '@none',
  '@all',
  '@sum',
  '@plan',
  '@of_which',
] as const;
const bits: ReadonlyMap<string, number> = new Map(NAMES.map((name, at) => [name, 1 << at]));

/** The bits of some names. */
export function flags(...names: (typeof NAMES)[number][]): number {
  return names.reduce((all, name) => all | flagOf(name), 0);
}

/** The bit of a word's name; 0 where it says nothing of figures. */
export function flagOf(name: string): number {
  return bits.get(name) ?? 0;
}
