import { type CheckReport, type Finding, fails } from '../model/finding.js';
import type { Place } from '../model/record.js';
import type { Translate } from '../talk/translate.js';

/** A report for people, in the language that they read: the findings page by page, and what they come to. */
export function reportToPeople(report: CheckReport, translate: Translate): string {
  const byPage = new Map<string, Finding[]>();
  for (const finding of report.findings)
    byPage.set(finding.path, [...(byPage.get(finding.path) ?? []), finding]);
  const parts = [...byPage].map(([path, own]) =>
    [`${path}\n`, ...own.map((finding) => describe(finding, translate)), '\n'].join(''),
  );
  const unusable = report.unusable.map(({ path, reason }) => `${path}\n  unusable  ${translate(reason)}\n\n`);
  return [...parts, ...unusable, sum(report, translate)].join('');
}

function describe({ severity, rule, text, place }: Finding, translate: Translate): string {
  const where = place === null ? '' : ` (${translate(whereIs(place))})`;
  return `  ${severity.padEnd(7)}  ${rule}: ${translate(text)}${where}\n`;
}

function whereIs({ line, row, column }: Place): string {
  if (typeof row !== 'number' || typeof column !== 'number') return `line ${line}`;
  return `line ${line}, row ${row + 1}, column ${column + 1}`;
}

const COUNTED = {
  error: (count: number) => (count === 1 ? '1 error' : `${count} errors`),
  warning: (count: number) => (count === 1 ? '1 warning' : `${count} warnings`),
  info: (count: number) => `${count} info`,
};

function sum({ pages, findings, known, unusable, failOn }: CheckReport, translate: Translate): string {
  const failing = findings.filter((finding) => fails(finding, failOn)).length;
  const counts = (['error', 'warning', 'info'] as const).map((severity) =>
    COUNTED[severity](findings.filter((finding) => finding.severity === severity).length),
  );
  if (known.length > 0) counts.push(`${known.length} known from the baseline`);
  if (unusable.length > 0) counts.push(`${unusable.length} unusable`);
  const counted = counts.map(translate).join(translate(', '));
  const verdict = translate(failing > 0 ? `${failing} to settle` : 'nothing to settle');
  const read = pages.length === 1 ? '1 page' : `${pages.length} pages`;
  return `${[`${translate(read)}${translate(': ')}${counted}`, verdict].join(translate('; '))}\n`;
}
