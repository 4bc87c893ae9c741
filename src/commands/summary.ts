import { type InputRow, isPage, warningsOf } from '../run/input-row.js';
import type { Translate } from '../talk/translate.js';

/** How often a message was given, and the first page that has it. */
export interface MessageTotal {
  readonly code: string;
  readonly count: number;
  readonly pages: number;
  readonly path: string;
  readonly text: string;
}

/** Totals over the inputs of a run. */
export interface Totals {
  inputs: number;
  pages: number;
  figures: number;
  unmapped: number;
  checksFailed: number;
  warnings: number;
  /** Pages, and other inputs, by status. */
  readonly statuses: Map<string, number>;
  readonly others: Map<string, number>;
  /** Pages by family and edition of their form. */
  readonly templates: Map<string, number>;
  readonly messages: Map<string, MessageTotal>;
}

export function createTotals(): Totals {
  return {
    ...{ inputs: 0, pages: 0, figures: 0, unmapped: 0, checksFailed: 0, warnings: 0 },
    ...{ statuses: new Map(), others: new Map(), templates: new Map(), messages: new Map() },
  };
}

export function addInput(totals: Totals, row: InputRow): void {
  totals.inputs++;
  if (isPage(row)) totals.pages++;
  increase(isPage(row) ? totals.statuses : totals.others, row.status);
  totals.figures += row.figures;
  totals.unmapped += row.unmapped;
  totals.checksFailed += row.checksFailed;
  totals.warnings += warningsOf(row);
  if (row.template !== null) increase(totals.templates, row.template);
  for (const { code, count, text } of row.messages) {
    const known = totals.messages.get(code) ?? { code, count: 0, pages: 0, path: row.path, text };
    totals.messages.set(code, { ...known, count: known.count + count, pages: known.pages + 1 });
  }
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const MOST_MESSAGES = 5;

/** The most frequent messages, those on more pages first. */
export function frequentMessages({ messages }: Totals): MessageTotal[] {
  return [...messages.values()]
    .sort((a, b) => b.pages - a.pages || b.count - a.count || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_MESSAGES);
}

/** The few lines at the end of a run. */
export function summaryLines(totals: Totals, out: string | undefined, translate: Translate): string[] {
  const { templates } = totals;
  const listed = (pieces: readonly string[]) => pieces.map(translate).join(translate(', '));
  const to = out === undefined ? '' : translate(` to ${out}`);
  const read = `${translate(countPages(totals.pages))}${to}${translate(': ')}${list(totals.statuses)}`;
  return [
    [read, ...otherInputs(totals).map(translate)].join(translate('; ')),
    ...(templates.size > 0 ? [translate(`templates: ${list(templates)}`)] : []),
    listed(countFigures(totals)),
    ...frequentMessages(totals).map((message) => translate(messageLine(message))),
  ];
}

function countPages(pages: number): string {
  return pages === 1 ? '1 page' : `${pages} pages`;
}

function countFigures({ figures, unmapped, checksFailed, warnings }: Totals): string[] {
  return [
    `${figures} figures`,
    `${unmapped} in tables unmapped`,
    checksFailed === 1 ? '1 failed check' : `${checksFailed} failed checks`,
    warnings === 1 ? '1 warning' : `${warnings} warnings`,
  ];
}

function otherInputs({ others }: Totals): string[] {
  const { skipped = 0, missing = 0, no_pages: bare = 0 } = Object.fromEntries(others);
  return [
    ...(skipped > 0 ? [`${skipped} other files skipped`] : []),
    ...(missing > 0 ? [`${missing} missing`] : []),
    ...(bare > 0 ? [bare === 1 ? '1 folder without pages' : `${bare} folders without pages`] : []),
  ];
}

function messageLine({ code, pages, path, text }: MessageTotal): string {
  return `  ${code} on ${countPages(pages)}, as on ${path}: ${text}`;
}

function list(counts: ReadonlyMap<string, number>): string {
  if (counts.size === 0) return 'none';
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => `${count} ${key}`)
    .join(', ');
}
