import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import packed from '../../src/data/areacodes.json' with { type: 'json' };
import report from '../../src/data/report.json' with { type: 'json' };
import { type Area, areasOfCode } from '../../src/place/areas.js';
import { findPlace, type PlaceAnswer } from '../../src/place/find-place.js';
import { fullName, yearsApart } from '../../src/place/relations.js';

interface Cases {
  /** What makes a place's name that of its government. */
  suffix: string;
  groups: Record<string, Case[]>;
}

type Case = {
  name: string;
  year: number | null;
  context?: string[];
  why?: string;
  expected: Partial<PlaceAnswer>;
};

const file = new URL('./find-place.cases.json', import.meta.url);
const { suffix, groups }: Cases = JSON.parse(readFileSync(file, 'utf8'));
const years = Array.from({ length: 2024 - 2008 + 1 }, (_, i) => 2008 + i);
const codes = Object.entries(packed.provinces).flatMap(([province, text]) =>
  text.split('\n').map((line) => province + line.slice(0, 4)),
);
const areas = [...new Set(codes)].flatMap(areasOfCode);
const inForce = (year: number) => areas.filter((area) => yearsApart(area, year) === 0);

for (const [group, list] of Object.entries(groups)) {
  describe(group, () => {
    test.each(list)('$name of $year $why', ({ name, year, context = [], expected }) => {
      expect(findPlace({ name, year, context: () => context })).toMatchObject(expected);
    });
  });
}

describe('the whole table', () => {
  test('has its lines', () => expect(areas).toHaveLength(6823));

  test('every unit of every year is found by its name behind those of its parents', () => {
    const missed = years.flatMap((year) =>
      inForce(year)
        .filter((area) => !isFound(area, year))
        .map(fullName),
    );
    expect(missed).toEqual([]);
  });

  test('a name that several units in force bear is not decided without context, and all of them are listed', () => {
    let shared = 0;
    for (const year of years) {
      for (const [name, bearers] of bearersOf(year)) {
        const answer = findPlace({ name: name + suffix, year, context: () => [] });
        const codes = bearers.map(({ code }) => code).sort();
        if (bearers.length === 1) expect([name, year, answer.adcode]).toEqual([name, year, codes[0]]);
        if (bearers.length === 1) continue;
        shared++;
        expect(answer).toMatchObject({ place: name, adcode: null, adcodeCurrent: null });
        expect(answer.alternatives.map(({ adcode }) => adcode).sort()).toEqual(codes);
      }
    }
    expect(shared).toBeGreaterThan(400);
  });

  test('the name of the prefecture elsewhere on the page decides between counties of one name', () => {
    for (const area of inForce(2016).filter(({ level }) => level === 'county')) {
      const parents = fullName(area).slice(0, -area.name.length);
      const answer = findPlace({ name: area.name + suffix, year: 2016, context: () => [parents] });
      expect([area.name, parents, answer.adcode]).toEqual([area.name, parents, area.code]);
    }
  });

  test('no name ends as those of bodies do that are never named by their place alone', () => {
    const names = areas.flatMap(({ name, shorts }) => [name, ...shorts]);
    expect(names.filter((name) => new RegExp(report.no_place_alone).test(name))).toEqual([]);
  });

  test('no name is in force at two levels', () => {
    for (const year of years) {
      for (const bearers of bearersOf(year).values())
        expect(new Set(bearers.map(({ level }) => level)).size).toBe(1);
    }
  });
});

function bearersOf(year: number): Map<string, Area[]> {
  const bearers = new Map<string, Area[]>();
  for (const area of inForce(year)) bearers.set(area.name, [...(bearers.get(area.name) ?? []), area]);
  return bearers;
}

function isFound(area: Area, year: number): boolean {
  const answer = findPlace({ name: fullName(area) + suffix, year, context: () => [] });
  const { place, adcode, level, kind } = answer;
  return place === area.name && adcode === area.code && level === area.level && kind === 'government';
}
