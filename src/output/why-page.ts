import type { Candidate, GipRecord, Place } from '../model/record.js';
import type { Translate } from '../talk/translate.js';
import { wrap } from './wrap.js';

/** The verdicts on a page with their reasons, in lines for a person. */
export function explainPage(record: GipRecord, translate: Translate): string[] {
  const { source, status, reason, text, coverage, messages } = record;
  const { figures, tables, mapped, unmapped } = coverage;
  const paragraph = (label: string, said: string) => wrap(label, said, translate);
  const list = (words: readonly string[]) => listWords(words, translate);
  return [
    source.path,
    ...paragraph('status', `${status}: ${translate(reason)}`),
    ...paragraph('source', describeSource(source, translate)),
    ...explainTemplate(record, translate),
    ...explainReport(record, translate),
    ...paragraph('mended', list(text.repairs.map(({ kind, count }) => `${kind} ${count}`))),
    ...paragraph('dropped', list(countBy(text.dropped.map(({ why }) => why)))),
    ...paragraph(
      'coverage',
      translate(`${figures} figures in ${tables} tables: ${mapped} mapped, ${unmapped} unmapped`),
    ),
    ...paragraph('values', list(countBy(record.values.map(({ origin, state }) => `${origin} ${state}`)))),
    ...(record.checks.length > 0
      ? paragraph('checks', list(countBy(record.checks.map((check) => check.status))))
      : []),
    ...messages.flatMap(({ severity, code, text: said, place }) =>
      paragraph(severity, `${code}: ${translate(said)}${whereIs(place, translate)}`),
    ),
  ];
}

function describeSource({ media, encoding, bytes, sha256 }: GipRecord['source'], translate: Translate) {
  const kind = [media ?? translate('no page'), encoding ?? translate('no encoding')];
  return [...kind, translate(`${bytes} bytes`), `sha256 ${sha256}`].join(translate(', '));
}

function explainTemplate({ template }: GipRecord, translate: Translate): string[] {
  const { family, edition, score, runner_up: rival, reasons } = template;
  const name =
    family === null
      ? translate('none')
      : [family, edition ?? '', translate(`score ${score}`)].join(' ').replace('  ', ' ');
  const next = rival ? [translate(`next ${rival.family} ${rival.edition ?? ''} score ${rival.score}`)] : [];
  const said = [reasons.map(translate).join(translate('; ')), ...next].join(translate('; '));
  return wrap('template', `${name}${translate(': ')}${said}`, translate);
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

function explainReport({ report }: GipRecord, translate: Translate): string[] {
  const chosen = [...new Set(report.candidates.map(({ field }) => field))].flatMap((field) => {
    const readings = report.candidates.filter((candidate) => candidate.field === field);
    return readings
      .sort((a, b) => Number(b.chosen) - Number(a.chosen))
      .flatMap((candidate) => explainCandidate(candidate, translate));
  });
  const stated = STATED.flatMap((field) => (report[field] === null ? [] : [`${field} ${report[field]}`]));
  const others = report.alternatives.map(({ adcode, name }) => `${adcode} ${name}`);
  return [
    ...chosen,
    ...(stated.length > 0 ? wrap('place', stated.join(translate('; ')), translate) : []),
    ...(others.length > 0 ? wrap('', translate(`may be any of: ${others.join(', ')}`), translate) : []),
  ];
}

function explainCandidate(
  { field, value, chosen, reason, place }: Candidate,
  translate: Translate,
): string[] {
  const reading = chosen ? String(value) : translate(`not ${value}`);
  return wrap(
    chosen ? field.replace('report_', '') : '',
    `${reading}${translate(': ')}${translate(reason)}${whereIs(place, translate)}`,
    translate,
  );
}

function whereIs(place: Place | null | undefined, translate: Translate): string {
  return place ? ` (${translate(`line ${place.line}`)})` : '';
}

/** Each different word with how often it stands there, the words in order. */
function countBy(words: readonly string[]): string[] {
  return [...new Set(words)]
    .sort()
    .map((word) => `${word} ${words.filter((other) => other === word).length}`);
}

function listWords(words: readonly string[], translate: Translate): string {
  return words.length === 0 ? translate('none') : words.join(translate(', '));
}
