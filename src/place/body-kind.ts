import kinds from '../data/body-kinds.json' with { type: 'json' };
import national from '../data/national-bodies.json' with { type: 'json' };

export type BodyKind = 'government' | 'department' | 'township' | 'other';

export interface NationalBody {
  /** What follows its name. */
  readonly rest: string;
  /** Whether that is a part of the body itself, or nothing. */
  readonly isWhole: boolean;
  readonly kind: BodyKind;
}

const township = new RegExp(kinds.township);
const notTownship = new RegExp(kinds.not_township);
const unknownPlace = new RegExp(kinds.unknown_place);
const noteInBrackets = new RegExp(kinds.note_in_brackets);
const zone = new RegExp(kinds.zone);
const zoneBody = new RegExp(kinds.zone_body);
const alone = new RegExp(kinds.alone);
const ownRank = new RegExp(kinds.own_rank);
const ranks: Readonly<Record<string, readonly string[]>> = kinds.ranks;
const longestFirst = (a: string, b: string) => b.length - a.length;
const endings = [
  ...kinds.government_endings.map((ending) => ({ ending, kind: 'government' as const })),
  ...kinds.department_endings.map((ending) => ({ ending, kind: 'department' as const })),
  ...kinds.other_endings.map((ending) => ({ ending, kind: 'other' as const })),
].sort((a, b) => longestFirst(a.ending, b.ending));
const endingsByLast = groupBy(endings, ({ ending }) => ending.slice(-1));
const nationalNames = [...national.government, ...national.departments].sort(longestFirst);
const nationalByFirst = groupBy(nationalNames, (name) => name.charAt(0));

/** Few names have the same first or last character. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Kind of a body by what follows the place in its name. */
export function kindOfBody(rest: string): BodyKind {
  const name = rest.replace(noteInBrackets, '');
  if (kinds.government.includes(name)) return 'government';
  if (township.test(name) && !notTownship.test(name)) return 'township';
  if (kinds.other_within.some((word) => name.includes(word))) return 'other';
  if (zone.test(name) && zoneBody.test(name)) return 'other';
  return endingsByLast.get(name.slice(-1))?.find(({ ending }) => name.endsWith(ending))?.kind ?? 'other';
}

/** Whether the rest begins with a place that the table does not have, and the body is that place's government. */
export function isOfUnknownPlace(rest: string): boolean {
  return unknownPlace.test(rest) && !zone.test(rest) && kindOfBody(rest) !== 'township';
}

/** Whether the short name of a province can stand for the province in front of this rest. */
export function standsAlone(rest: string): boolean {
  return alone.test(rest);
}

/** The rank that a name without a place gives for its place, and what follows it; undefined where it gives none. */
export function findOwnRank(name: string): { rest: string; fits: (areaName: string) => boolean } | undefined {
  const match = ownRank.exec(name);
  const endings = ranks[match?.[1] ?? ''];
  if (match === null || endings === undefined) return undefined;
  const fits = (areaName: string) => endings.some((ending) => areaName.endsWith(ending));
  return { rest: name.slice(match[0].length), fits };
}

/** The national body a name begins with. */
export function findNationalBody(
  name: string,
): { rest: string; isWhole: boolean; kind: BodyKind } | undefined {
  const body = nationalByFirst.get(name.charAt(0))?.find((known) => name.startsWith(known));
  if (body === undefined) return undefined;
  const rest = name.slice(body.length).replace(noteInBrackets, '');
  const isWhole = rest === '' || national.inner_endings.some((ending) => rest.endsWith(ending));
  return {
    rest,
    isWhole,
    kind: national.government.includes(body) && rest === '' ? 'government' : 'department',
  };
}

/** The name without what may stand before its place. */
export function withoutPrefix(name: string): string {
  const prefix = kinds.before_the_place.find((known) => name.startsWith(known));
  return prefix === undefined ? name : name.slice(prefix.length);
}

/** Whether a name begins like a place that it does not mean. */
export function isNoPlace(name: string): boolean {
  return kinds.no_place.some((known) => name.startsWith(known));
}
