import { type Area, type AreaLevel, areasOfCode, prefecturesUnder } from './areas.js';

const ranks: Record<AreaLevel, number> = { province: 1, prefecture: 2, county: 3 };
const parentsByArea = new WeakMap<Area, readonly Area[]>();

/** Prefecture and province of an area under every name they had in its years; a province has none. */
export function parentsOf(area: Area): readonly Area[] {
  let parents = parentsByArea.get(area);
  if (parents === undefined) {
    const codes =
      area.level === 'county' ? [`${area.code.slice(0, 4)}00`, provinceOf(area)] : [provinceOf(area)];
    parents = codes.flatMap((code) => areasOfCode(code).filter((parent) => encloses(parent, area)));
    parentsByArea.set(area, parents);
  }
  return parents;
}

/** Whether the child's code lies in the parent's and the two were in force in the same or in adjoining years. */
export function encloses(parent: Area, child: Area): boolean {
  const head = parent.code.slice(0, parent.level === 'province' ? 2 : 4);
  const isUnder = ranks[parent.level] < ranks[child.level] && child.code.startsWith(head);
  if (!isUnder && !prefecturesUnder[parent.code]?.includes(child.code.slice(0, 4))) return false;
  return parent.from <= (child.to ?? Infinity) && child.from <= (parent.to ?? Infinity);
}

/** The area's name behind those of its province and its prefecture. */
export function fullName(area: Area): string {
  const shared = parentsOf(area).filter(
    (p) => p.from < (area.to ?? Infinity) && area.from < (p.to ?? Infinity),
  );
  return [area, ...shared]
    .map(({ name }) => name)
    .reverse()
    .join('');
}

/** Code of the area's province. */
export function provinceOf(area: Area): string {
  return `${area.code.slice(0, 2)}0000`;
}

/** Years between the area's life and 31 December of a year, 0 while in force; without a year: 0 for areas of today. */
export function yearsApart(area: Area, year: number | null): number {
  if (year === null) return area.to === null ? 0 : 1;
  if (year < area.from) return area.from - year;
  return area.to !== null && year >= area.to ? year - area.to + 1 : 0;
}

/** The area that succeeded this one at its end, or undefined. */
export function findHeir({ heir, to }: Area): Area | undefined {
  if (heir === null || to === null) return undefined;
  return areasOfCode(heir).find((area) => area.from <= to && (area.to === null || area.to > to));
}

/** Code in force today of what became of the area; null where nothing or no single unit succeeded it. */
export function currentCode(area: Area): string | null {
  let last: Area | undefined = area;
  while (last !== undefined && last.to !== null) last = findHeir(last);
  return last?.code ?? null;
}
