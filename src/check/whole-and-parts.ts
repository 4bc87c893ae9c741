import type { Finding } from '../model/finding.js';
import type { PageFacts } from './page-facts.js';

/** Governments whose parts in the folder together report more than they do. */
export function checkWholes(pages: readonly PageFacts[]): Finding[] {
  const wholes = new Map(
    pages.filter((page) => page.isGovernment).map((page) => [`${page.adcode} ${page.year}`, page]),
  );
  const parts = new Map<PageFacts, PageFacts[]>();
  for (const page of pages) {
    const whole = aboveOf(page).flatMap((code) => wholes.get(`${code} ${page.year}`) ?? [])[0];
    if (whole && page.year !== null) parts.set(whole, [...(parts.get(whole) ?? []), page]);
  }
  return [...parts].flatMap(([whole, own]) => compare(whole, own));
}

/** Codes of the area that a body's own is part of, the nearest first. */
function aboveOf({ adcode, isGovernment }: PageFacts): string[] {
  if (adcode === null) return [];
  if (!isGovernment) return [adcode];
  return [`${adcode.slice(0, 4)}00`, `${adcode.slice(0, 2)}0000`].filter((code) => code !== adcode);
}

/** One finding a whole, of the figures in tables that its parts outdo. */
function compare(whole: PageFacts, parts: readonly PageFacts[]): Finding[] {
  const sums = new Map<string, number>();
  for (const { code, value } of parts.flatMap((part) => part.values.filter((v) => v.origin === 'table')))
    if (isCount(code)) sums.set(code, (sums.get(code) ?? 0) + (value ?? 0));
  const short = whole.values.filter((v) => v.origin === 'table' && (sums.get(v.code) ?? 0) > (v.value ?? 0));
  if (short.length === 0) return [];
  const shown = short.slice(0, 3).map(({ code, value }) => `${code} ${sums.get(code)} > ${value}`);
  if (short.length > shown.length) shown.push('…');
  const names = parts.map(({ path }) => path).join(', ');
  const text = `The parts together report more than the whole: ${shown.join(', ')} (${names})`;
  const codes = short.map(({ code }) => code);
  const place = short[0]?.place ?? null;
  return [
    {
      path: whole.path,
      file: whole.file,
      rule: 'folder.whole-and-parts',
      severity: 'info',
      text,
      codes,
      place,
    },
  ];
}

/** Changes may be negative, so parts may rightly outdo their whole. */
function isCount(code: string): boolean {
  return !code.endsWith('.change');
}
