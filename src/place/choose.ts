import type { Area } from './areas.js';
import { findHeir, parentsOf, provinceOf, yearsApart } from './relations.js';

/** What a name means: the one area, or those it may mean where nothing decides. */
export interface Choice {
  readonly area: Area | null;
  readonly alternatives: readonly Area[];
}

/**
 * Decides between the areas that bear a name. Those in force on 31 December of the year go before those whose years
 * are near (the name fits only the other of two); what the page says elsewhere decides within either.
 */
export function chooseArea(
  areas: readonly Area[],
  year: number | null,
  context: () => readonly string[],
): Choice {
  const [lone = null] = areas;
  if (areas.length === 1) return { area: lone, alternatives: [] };
  const inForce = withoutDoubles(areas.filter((area) => yearsApart(area, year) === 0));
  const near = withoutForebears(areas.filter((area) => yearsApart(area, year) > 0));
  const [only] = inForce;
  if (only && inForce.length + near.length === 1) return { area: only, alternatives: [] };
  const text = context().join('\n');
  const [chosen = []] = [
    inForce.length + near.length > 1 ? fitContext(inForce, text) : [],
    inForce.length > 0 && year !== null ? fitContext(near, text) : [],
    inForce,
    fitContext(near, text),
    nearest(near, year),
  ].filter((tier) => tier.length > 0);
  const [area = null] = chosen;
  if (chosen.length === 1) return { area, alternatives: [] };
  return { area: null, alternatives: inForce.length > 0 ? inForce : chosen };
}

/** Areas whose parent the text names: right before their name, or anywhere; a province only where no prefecture is named. */
function fitContext(areas: readonly Area[], text: string): Area[] {
  if (text === '') return [];
  const scored = areas.map((area) => ({ area, score: scoreContext(area, text) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best === 0) return [];
  const winners = scored.filter(({ score }) => score === best).map(({ area }) => area);
  if (best !== NEARBY) return winners;
  const settled = new Set(winners.map(provinceOf));
  const elsewhere = scored.filter(({ area, score }) => score === FAR && !settled.has(provinceOf(area)));
  return [...winners, ...elsewhere.map(({ area }) => area)];
}

const BEFORE = 3;
const NEARBY = 2;
const FAR = 1;

function scoreContext(area: Area, text: string): number {
  const parents = parentsOf(area);
  if (parents.some((parent) => text.includes(parent.name + area.name))) return BEFORE;
  const named = parents.filter((parent) => text.includes(parent.name));
  const [first] = parents;
  if (named.length === 0) return 0;
  return named.some(({ level }) => level === first?.level) ? NEARBY : FAR;
}

/** One area a code: a name that outlived a change of the prefecture's name has an area before and after it. */
function withoutDoubles(areas: readonly Area[]): Area[] {
  return areas.filter((area, i) => areas.findIndex(({ code }) => code === area.code) === i);
}

/** Without the areas that another of the list succeeded. */
function withoutForebears(areas: readonly Area[]): Area[] {
  const succeeded = (area: Area): boolean => {
    for (let heir = findHeir(area); heir !== undefined; heir = findHeir(heir))
      if (areas.includes(heir)) return true;
    return false;
  };
  return areas.filter((area) => !succeeded(area));
}

function nearest(areas: readonly Area[], year: number | null): Area[] {
  const least = Math.min(...areas.map((area) => yearsApart(area, year)));
  return areas.filter((area) => yearsApart(area, year) === least);
}
