import kinds from '../data/body-kinds.json' with { type: 'json' };
import { type Area, areasOfName, findProvince, nameLengths } from './areas.js';
import { encloses, yearsApart } from './relations.js';

/** Where a chain of places ends in the text, and the areas its last name may mean; none where there is no chain. */
export interface Chain {
  readonly start: number;
  readonly end: number;
  readonly areas: readonly Area[];
}

/** An area further from the year than this is no reading of a name: it was forgotten by then, or not thought of. */
const YEARS_AROUND = 5;

/** The longest consistent chain [province][prefecture][county] that begins at `start`, of names used about the year. */
export function readChain(text: string, start: number, year: number | null): Chain {
  const best: Found = { text, year, start, end: start, areas: [] };
  walk(best, start, null);
  const province = findShortProvince(text, start);
  if (province !== undefined) walk(best, province.end, province.areas);
  return best;
}

/** The longest chain so far. */
interface Found extends Chain {
  readonly text: string;
  readonly year: number | null;
  end: number;
  areas: readonly Area[];
}

function walk(best: Found, at: number, parents: readonly Area[] | null): void {
  const { text, year } = best;
  const lengths = nameLengths(text.slice(at, at + 2));
  for (let length = 2; lengths >> length > 0; length++) {
    if ((lengths & (1 << length)) === 0) continue;
    const end = at + length;
    const areas = within(areasNamed(text.slice(at, end), year), parents);
    if (areas.length === 0) continue;
    if (end > best.end) {
      best.end = end;
      best.areas = areas;
    } else if (end === best.end) best.areas = [...new Set([...best.areas, ...areas])];
    walk(best, end, areas);
  }
}

/** Those of the areas that lie in one of the parents. */
function within(areas: readonly Area[], parents: readonly Area[] | null): readonly Area[] {
  if (parents === null || areas.length === 0) return areas;
  return areas.filter((area) => parents.some((parent) => encloses(parent, area)));
}

/** Areas of a name about the year. Names in full go before the short names of others. */
function areasNamed(name: string, year: number | null): readonly Area[] {
  const areas: Area[] = [];
  const inFull: Area[] = [];
  for (const area of areasOfName(name)) {
    if (year !== null && yearsApart(area, year) > YEARS_AROUND) continue;
    areas.push(area);
    if (area.name === name) inFull.push(area);
  }
  return inFull.length > 0 ? inFull : areas;
}

/** The short name of a province at `start`, if there is one. */
export function findShortProvince(text: string, start: number): Chain | undefined {
  if (nameLengths(text.slice(start, start + 2)) === 0) return undefined;
  for (const end of [start + 3, start + 2]) {
    const area = findProvince(text.slice(start, end));
    if (area !== undefined) return { start, end, areas: [area] };
  }
  return undefined;
}

/** Whether no other area in use is called like the province, as a city or a county may be. */
export function isPlainShort(short: string): boolean {
  const others = Object.keys(kinds.ranks).flatMap((ending) => areasOfName(short + ending));
  return !others.some(({ level, to }) => level !== 'province' && to === null);
}

/** Every chain in a text, in order, none inside another. */
export function readChains(text: string, year: number | null): Chain[] {
  const chains: Chain[] = [];
  for (let at = 0; at < text.length; at++) {
    if (nameLengths(text.slice(at, at + 2)) === 0) continue;
    const chain = readChain(text, at, year);
    if (chain.areas.length === 0) continue;
    chains.push(chain);
    at = chain.end - 1;
  }
  return chains;
}
