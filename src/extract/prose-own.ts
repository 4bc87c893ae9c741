import data from '../data/prose-rules.json' with { type: 'json' };

/** The body whose report it is, as far as it tells whose figures a sentence gives. */
export interface OwnBody {
  /** What it is called: in full, its area, and without that. */
  readonly names: readonly string[];
  /** Words of the lexicon for an area wider than its own, or for the bodies round an office. */
  readonly elsewhere: ReadonlySet<string>;
}

const noAreas = new RegExp(data.areas.not_areas, 'g');
const areaInFront = new RegExp(data.areas.in_front);
const governments = new RegExp(data.areas.governments);
/** Shorter names are words too. */
const SHORTEST = 3;

/** Reads from the publisher's name how wide its area is, and what else the report may call it. */
export function readOwnBody(publisher: string | null): OwnBody {
  const name = publisher ?? '';
  const masked = name.replace(noAreas, (word) => ' '.repeat(word.length));
  const [area = '', kind = ''] = areaInFront.exec(masked) ?? [];
  const rank = data.areas.ranks.findIndex((kinds) => kind !== '' && kinds.includes(kind));
  const rest = name.slice(area.length);
  const names = [name, name.slice(0, area.length), kind + rest, rest];
  return {
    names: [...new Set(names)].filter((one) => one.length >= SHORTEST),
    elsewhere: wordsElsewhere(rank + 1, governments.test(name)),
  };
}

/** @param rank of the body's area, 1 for a province to 4 for a town, 0 where its name says nothing of that */
function wordsElsewhere(rank: number, isGovernment: boolean): Set<string> {
  const words = new Set(['@elsewhere']);
  for (let width = 1; width <= rank; width++) {
    if (width < rank) words.add(`@wide_${width}`);
    if (width < rank || !isGovernment) words.add(`@bodies_${width}`);
  }
  return words;
}
