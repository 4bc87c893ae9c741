import type { Finding } from '../model/finding.js';
import { assess } from './assess.js';
import { yearRules } from './catalogue.js';
import { type CheckedValue, Figures } from './figures.js';
import type { PageFacts } from './page-facts.js';
import { buildChecks, type Check } from './rules.js';

const BEFORE = 'previous.';

let checks: readonly Check[] | undefined;

/** What does not follow from the report of the year before; a body with two reports of a year is left out. */
export function checkYears(pages: readonly PageFacts[]): Finding[] {
  checks ??= buildChecks(yearRules);
  const byYear = new Map<string, PageFacts[]>();
  for (const page of pages) {
    if (page.body === null || page.year === null || page.family !== yearRules.family) continue;
    const key = `${page.body} ${page.year}`;
    byYear.set(key, [...(byYear.get(key) ?? []), page]);
  }
  return [...byYear.values()].flatMap(([page, another]) => {
    const [before, second] = byYear.get(`${page?.body} ${(page?.year ?? 0) - 1}`) ?? [];
    if (!page || another || !before || second) return [];
    const own = (checks ?? []).filter(({ rule }) => rule.editions.includes(page.edition ?? ''));
    return compareYears(page, before, own);
  });
}

function compareYears(page: PageFacts, before: PageFacts, own: readonly Check[]): Finding[] {
  const figures = joinFigures(page.values, before.values);
  return assess(own, figures).flatMap(({ check, result, stated }) => {
    if (result.status !== 'fail') return [];
    const codes = [...new Set(stated.codes.map((code) => code.replace(BEFORE, '')))];
    const text = `${check.rule.name.en}: ${result.left} against ${result.right} in ${result.equation}, the previous year being ${before.path}`;
    const place = figures.find(stated.codes.at(-1) ?? '')?.place ?? null;
    const { path, file } = page;
    const sides = { expected: result.left, got: result.right };
    return [
      { path, file, rule: result.id, severity: 'error', text, codes, place, other: before.path, ...sides },
    ];
  });
}

/** Figures of two years under one roof: `previous.` stands before the codes of the earlier. */
function joinFigures(now: readonly CheckedValue[], before: readonly CheckedValue[]): Figures {
  return new Figures([...now, ...before.map((value) => ({ ...value, code: BEFORE + value.code }))], []);
}
