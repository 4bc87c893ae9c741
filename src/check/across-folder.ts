import folder from '../data/folder.json' with { type: 'json' };
import type { Finding } from '../model/finding.js';
import { checkYears } from './across-years.js';
import type { PageFacts } from './page-facts.js';
import { checkWholes } from './whole-and-parts.js';

/** What the pages of a folder say of each other: reports given twice, tables used again, years and wholes that do not fit. */
export function checkFolder(pages: readonly PageFacts[]): Finding[] {
  const duplicates = findDuplicates(pages);
  const again = new Set(duplicates.map(({ path }) => path));
  const once = pages.filter(({ path }) => !again.has(path));
  return [...duplicates, ...findRecycled(once), ...checkYears(once), ...checkWholes(once)];
}

/** The first page in order stands, the later ones are the same again: a mistake where even the bytes are the same. */
function findDuplicates(pages: readonly PageFacts[]): Finding[] {
  const byBytes = new Map<string, PageFacts>();
  const byFigures = new Map<string, PageFacts>();
  return pages.flatMap((page) => {
    if (page.family === null) return [];
    const figures = hasReport(page) ? `${page.body} ${page.year} ${figuresOf(page.values)}` : page.path;
    const copied = byBytes.get(page.sha256);
    const first = copied ?? byFigures.get(figures);
    if (!copied) byBytes.set(page.sha256, page);
    if (!byFigures.has(figures)) byFigures.set(figures, page);
    if (!first) return [];
    const text = copied
      ? `The same bytes as ${first.path}`
      : `The same report as ${first.path}, in other bytes`;
    const finding = about(page, 'folder.duplicate', text);
    const severity = copied ? 'warning' : 'info';
    return [{ ...finding, severity, other: first.path, duplicate_of: first.path }];
  });
}

function hasReport({ body, year, values }: PageFacts): boolean {
  return body !== null && year !== null && values.length > 0;
}

/** Tables with the same figures, and enough different ones that chance does not do it. */
function findRecycled(pages: readonly PageFacts[]): Finding[] {
  const seen = new Map<string, PageFacts>();
  return pages.flatMap((page) => {
    const found: Finding[] = [];
    for (const [table, values] of tablesOf(page)) {
      if (new Set(values.flatMap(({ value }) => value || [])).size < folder.least_different) continue;
      const key = `${table} ${figuresOf(values)}`;
      const first = seen.get(key);
      if (!first) seen.set(key, page);
      else if (page.body !== null && first.body !== null && page.year !== null)
        found.push(describeRecycled(page, first, table));
    }
    return found;
  });
}

function describeRecycled(page: PageFacts, first: PageFacts, table: string): Finding {
  const rule = page.body === first.body ? 'folder.recycled-years' : 'folder.recycled-bodies';
  const text = `All figures of ${table} are those of ${first.path} (${first.year})`;
  return { ...about(page, rule, text), other: first.path };
}

/** The figures of tables by what they are about: the first part of their codes. */
function tablesOf({ values }: PageFacts): Map<string, PageFacts['values']> {
  const tables = new Map<string, PageFacts['values']>();
  for (const value of values) {
    if (value.origin !== 'table') continue;
    const table = value.code.slice(0, value.code.indexOf('.'));
    tables.set(table, [...(tables.get(table) ?? []), value]);
  }
  return tables;
}

function figuresOf(values: PageFacts['values']): string {
  return values.map(({ code, value }) => `${code}=${value}`).join();
}

function about({ path, file }: PageFacts, rule: string, text: string): Finding {
  return { path, file, rule, severity: 'warning', text, codes: [], place: null };
}
