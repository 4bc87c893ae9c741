import { type CheckReport, type Finding, fails } from '../model/finding.js';
import type { Place } from '../model/record.js';

/** A report for people: the findings page by page, and what they come to. */
export function reportToPeople(report: CheckReport): string {
  const byPage = new Map<string, Finding[]>();
  for (const finding of report.findings)
    byPage.set(finding.path, [...(byPage.get(finding.path) ?? []), finding]);
  const parts = [...byPage].map(([path, own]) => [`${path}\n`, ...own.map(describe), '\n'].join(''));
  const unusable = report.unusable.map(({ path, reason }) => `${path}\n  unusable  ${reason}\n\n`);
  return [...parts, ...unusable, sum(report)].join('');
}

function describe({ severity, rule, text, place }: Finding): string {
  const where = place === null ? '' : ` (${whereIs(place)})`;
  return `  ${severity.padEnd(7)}  ${rule}: ${text}${where}\n`;
}

function whereIs({ line, row, column }: Place): string {
  const cell =
    typeof row === 'number' && typeof column === 'number' ? `, row ${row + 1}, column ${column + 1}` : '';
  return `line ${line}${cell}`;
}

function sum({ pages, findings, known, unusable, failOn }: CheckReport): string {
  const failing = findings.filter((finding) => fails(finding, failOn)).length;
  const severities = (['error', 'warning', 'info'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`;
  });
  const verdict = failing > 0 ? `${failing} to settle` : 'nothing to settle';
  const others = [
    ...(known.length > 0 ? [`${known.length} known from the baseline`] : []),
    ...(unusable.length > 0 ? [`${unusable.length} unusable`] : []),
  ];
  return `${pages.length} ${pages.length === 1 ? 'page' : 'pages'}: ${[...severities, ...others].join(', ')}; ${verdict}\n`;
}
