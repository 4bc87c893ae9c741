import { squeeze } from '../text/strings.js';
import { type Area, type AreaLevel, hasTowns } from './areas.js';
import {
  type BodyKind,
  findNationalBody,
  findOwnRank,
  isNoPlace,
  isOfUnknownPlace,
  kindOfBody,
  type NationalBody,
  standsAlone,
  withoutPrefix,
} from './body-kind.js';
import { findShortProvince, isPlainShort, readChain, readChains } from './chain.js';
import { type Choice, chooseArea } from './choose.js';
import { currentCode, fullName, parentsOf } from './relations.js';

export interface PlaceQuestion {
  /** The body's name as printed, in simplified characters. */
  readonly name: string;
  /** Year of the report. */
  readonly year: number | null;
  /** Other strings of the page: title, breadcrumb, names of sites, issuing body, addresses; few names need them. */
  readonly context: () => readonly string[];
}

export interface PlaceAnswer {
  /** Full official name of the unit of the table; the printed name where it fits several; null without one. */
  readonly place: string | null;
  /** Code in force on 31 December of the year, or of the only other unit that the printed name fits. */
  readonly adcode: string | null;
  /** Code in force today of what became of the unit; null where nothing or no single unit succeeded it. */
  readonly adcodeCurrent: string | null;
  /** Level of the government the body belongs to. */
  readonly level: 'national' | AreaLevel | 'township' | null;
  readonly kind: BodyKind | null;
  /** The units in force that the name fits, with their parents, where nothing decides between them. */
  readonly alternatives: readonly { readonly adcode: string; readonly name: string }[];
}

interface Reading extends Choice {
  /** The name as printed. */
  readonly printed: string | null;
  readonly kind: BodyKind;
}

const nowhere = (kind: BodyKind): Reading => ({ area: null, alternatives: [], printed: null, kind });

/**
 * Place, level and kind of a body by its printed name: the longest chain of places it begins with, or, where it begins
 * with none, the one place that the page names elsewhere. A name that fits several places is never decided by guessing.
 */
export function findPlace(question: PlaceQuestion): PlaceAnswer {
  const name = withoutPrefix(squeeze(question.name));
  const body = findNationalBody(name);
  if (body !== undefined) return findNational(body, question);
  const reading = isNoPlace(name) ? null : readName(name, question, standsAlone);
  return writeAnswer(reading ?? readElsewhere(name, question));
}

/** A national body, or its branch in the place that follows its name. */
function findNational(body: NationalBody, question: PlaceQuestion): PlaceAnswer {
  const branch = body.rest === '' ? null : readName(body.rest, question, () => true);
  if (branch !== null) return writeAnswer({ ...branch, kind: 'department' });
  return { ...unplaced, level: body.isWhole ? 'national' : null, kind: body.kind };
}

const unplaced: PlaceAnswer = {
  place: null,
  adcode: null,
  adcodeCurrent: null,
  level: null,
  kind: null,
  alternatives: [],
};

/** The chain a name begins with and what follows it; null where it begins with no place. */
function readName(name: string, question: PlaceQuestion, isAlone: (rest: string) => boolean): Reading | null {
  const chain = readChain(name, 0, question.year);
  const isChain = chain.areas.length > 0;
  const found = isChain ? chain : findShortProvince(name, 0);
  if (found === undefined) return null;
  const printed = name.slice(0, found.end);
  const rest = name.slice(found.end);
  const kind = kindOfBody(rest);
  if (isOfUnknownPlace(rest)) return nowhere(kind);
  if (!isChain && !(isAlone(rest) && isPlainShort(printed))) return null;
  const { area, alternatives } = chooseArea(found.areas, question.year, question.context);
  return { area, alternatives, printed, kind };
}

/** A name without a place: the one place of the rank in question that the page names elsewhere. */
function readElsewhere(name: string, question: PlaceQuestion): Reading {
  const rank = findOwnRank(name);
  const kind = kindOfBody(rank?.rest ?? name);
  const isLost = rank === undefined && (kind === 'other' || isNoPlace(name) || isOfUnknownPlace(name));
  if (isLost) return nowhere(kind);
  const accepts = kind === 'township' ? hasTowns : (area: Area) => rank?.fits(area.name) ?? true;
  const areas = findElsewhere(question, accepts);
  const { area, alternatives } = single(rank === undefined ? withoutParents(areas) : areas);
  return { area, alternatives, printed: null, kind };
}

/** The accepted areas of those strings of the page that name one each. */
function findElsewhere(question: PlaceQuestion, accepts: (area: Area) => boolean): Area[] {
  const found = question.context().flatMap((text) => {
    const areas = withoutParents(findAreas(text, question, accepts));
    return areas.length === 1 ? areas : [];
  });
  return [...new Map(found.map((area) => [area.code, area])).values()];
}

function single(areas: readonly Area[]): Choice {
  const [area = null] = areas;
  return areas.length === 1 ? { area, alternatives: [] } : { area: null, alternatives: areas };
}

/** The areas a text names, or of their parents that it prints as well the nearest accepted one. */
function findAreas(text: string, { year, context }: PlaceQuestion, accepts: (area: Area) => boolean): Area[] {
  return readChains(text, year).flatMap((chain) => {
    const { area } = chooseArea(chain.areas, year, context);
    if (area === null) return [];
    const printed = parentsOf(area).filter((parent) => text.includes(parent.name));
    return [area, ...printed].filter(accepts).slice(0, 1);
  });
}

/** A place named behind its parents is meant, not they. */
function withoutParents(areas: readonly Area[]): Area[] {
  const parents = new Set(areas.flatMap(parentsOf).map(({ code }) => code));
  const children = areas.filter(({ code }) => !parents.has(code));
  return [...new Map(children.map((area) => [area.code, area])).values()];
}

function sharedLevel(areas: readonly Area[]): AreaLevel | null {
  const [first] = areas;
  return first && areas.every(({ level }) => level === first.level) ? first.level : null;
}

function writeAnswer({ area, alternatives, printed, kind }: Reading): PlaceAnswer {
  const level = area === null ? sharedLevel(alternatives) : area.level;
  return {
    place: area?.name ?? printed,
    adcode: area?.code ?? null,
    adcodeCurrent: area === null ? null : currentCode(area),
    level: kind === 'township' ? 'township' : level,
    kind,
    alternatives: alternatives.map((other) => ({ adcode: other.code, name: fullName(other) })),
  };
}
