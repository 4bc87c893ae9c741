import type { PanelPage } from './page.js';

/** A body by which rows of several years belong together, and the pages of one. */
export interface Bodies {
  readonly bodyOf: (page: PanelPage) => string;
  /** Bodies that keep their own code, for another one with the same successor reports in the same year. */
  readonly notJoined: readonly PanelPage[];
}

/**
 * A body is known by the code that its area has today, so that a new name or code does not break it, and by its own
 * name where it is no government. Areas that were merged have one code today: where two of them report in one year,
 * each keeps its own.
 */
export function joinBodies(pages: readonly PanelPage[]): Bodies {
  const seen = new Map<string, Set<string>>();
  for (const page of pages) {
    const key = `${joined(page)}\n${page.year}`;
    const codes = seen.get(key) ?? new Set();
    seen.set(key, codes.add(page.adcode ?? ''));
  }
  const merged = new Set(
    [...seen].filter(([, codes]) => codes.size > 1).map(([key]) => key.slice(0, key.indexOf('\n'))),
  );
  const isApart = (page: PanelPage) =>
    merged.has(joined(page)) && page.adcode_current !== null && page.adcode !== page.adcode_current;
  return {
    bodyOf: (page) => (isApart(page) ? label(page.adcode, page.ownName) : joined(page)),
    notJoined: pages.filter(isApart),
  };
}

function joined({ adcode, adcode_current, ownName }: PanelPage): string {
  return label(adcode_current ?? adcode, ownName);
}

function label(code: string | null, ownName: string): string {
  return [code ?? '', ownName].filter((part) => part !== '').join(' ');
}
