import type { GipRecord } from '../model/record.js';

/** Counts a run's pages by status and template for the few lines at its end. */
export interface Summary {
  readonly add: (record: GipRecord) => void;
  readonly skip: () => void;
  readonly pages: () => number;
  readonly lines: (out: string | undefined) => string[];
}

export function createSummary(): Summary {
  const statuses = new Map<string, number>();
  const templates = new Map<string, number>();
  let pages = 0;
  let figures = 0;
  let unmapped = 0;
  let warnings = 0;
  let skipped = 0;
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  return {
    add(record) {
      pages++;
      figures += record.values.filter((value) => value.value !== null).length;
      unmapped += record.unmapped.length;
      warnings += record.messages.filter((message) => message.severity !== 'info').length;
      count(statuses, record.status);
      const { family, edition } = record.template;
      if (family !== null) count(templates, edition === null ? family : `${family} ${edition}`);
    },
    skip: () => skipped++,
    pages: () => pages,
    lines: (out) => [
      `${plural(pages, 'page')}${out === undefined ? '' : ` to ${out}`}: ${list(statuses)}${skipped > 0 ? `; ${skipped} other files skipped` : ''}`,
      ...(templates.size > 0 ? [`templates: ${list(templates)}`] : []),
      `${figures} figures, ${unmapped} in tables unmapped, ${plural(warnings, 'warning')}`,
    ],
  };
}

function list(counts: ReadonlyMap<string, number>): string {
  if (counts.size === 0) return 'none';
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => `${count} ${key}`)
    .join(', ');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
