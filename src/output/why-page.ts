import type { Candidate, GipRecord } from '../model/record.js';
import { wrap } from './wrap.js';

/** The verdicts on a page with their reasons, in lines for a person. */
export function explainPage(record: GipRecord): string[] {
  const { source, status, reason, text, coverage, messages } = record;
  return [
    source.path,
    ...wrap('status', `${status}: ${reason}`),
    ...wrap(
      'source',
      `${source.media ?? 'no page'}, ${source.encoding ?? 'no encoding'}, ${source.bytes} bytes, sha256 ${source.sha256}`,
    ),
    ...explainTemplate(record),
    ...explainReport(record),
    ...wrap('mended', list(text.repairs.map(({ kind, count }) => `${kind} ${count}`))),
    ...wrap('dropped', list(countBy(text.dropped.map(({ why }) => why)))),
    ...wrap(
      'coverage',
      `${coverage.figures} figures in ${coverage.tables} tables: ${coverage.mapped} mapped, ${coverage.unmapped} unmapped`,
    ),
    ...wrap('values', list(countBy(record.values.map(({ origin, state }) => `${origin} ${state}`)))),
    ...(record.checks.length > 0
      ? wrap('checks', list(countBy(record.checks.map((check) => check.status))))
      : []),
    ...messages.flatMap(({ severity, code, text: said, place }) =>
      wrap(severity, `${code}: ${said}${place ? ` (line ${place.line})` : ''}`),
    ),
  ];
}

function explainTemplate({ template }: GipRecord): string[] {
  const { family, edition, score, runner_up: rival, reasons } = template;
  const name =
    family === null ? 'none' : [family, edition ?? '', `score ${score}`].join(' ').replace('  ', ' ');
  const next = rival ? `; next ${rival.family} ${rival.edition ?? ''} score ${rival.score}` : '';
  return wrap('template', `${name}: ${reasons.join('; ')}${next}`);
}

const STATED = [
  'place',
  'adcode',
  'adcode_current',
  'level',
  'kind',
  'published_on',
  'issuing_body',
  'source_site',
] as const;

function explainReport({ report }: GipRecord): string[] {
  const chosen = [...new Set(report.candidates.map(({ field }) => field))].flatMap((field) => {
    const readings = report.candidates.filter((candidate) => candidate.field === field);
    return readings.sort((a, b) => Number(b.chosen) - Number(a.chosen)).flatMap(explainCandidate);
  });
  const stated = STATED.flatMap((field) => (report[field] === null ? [] : [`${field} ${report[field]}`]));
  const others = report.alternatives.map(({ adcode, name }) => `${adcode} ${name}`);
  return [
    ...chosen,
    ...(stated.length > 0 ? wrap('place', stated.join('; ')) : []),
    ...(others.length > 0 ? wrap('', `may be any of: ${others.join(', ')}`) : []),
  ];
}

function explainCandidate({ field, value, chosen, reason, place }: Candidate): string[] {
  const where = place ? ` (line ${place.line})` : '';
  return wrap(
    chosen ? field.replace('report_', '') : '',
    `${chosen ? '' : 'not '}${value}: ${reason}${where}`,
  );
}

/** Each different word with how often it stands there, the words in order. */
function countBy(words: readonly string[]): string[] {
  return [...new Set(words)]
    .sort()
    .map((word) => `${word} ${words.filter((other) => other === word).length}`);
}

function list(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.join(', ');
}
