import type { GipRecord, Place, Value } from '../model/record.js';
import type { Surroundings } from '../model/surroundings.js';
import type { Indicator } from '../model/template.js';
import type { Translate } from '../talk/translate.js';
import { wrap } from './wrap.js';

/** An indicator, with what it means in words of the language that is read, where its Chinese label does not say it. */
type Shown = Pick<Indicator, 'code' | 'name' | 'label_zh' | 'unit'> & { readonly meaning: readonly string[] };
type Look = (place: Place) => Surroundings;

/** How a page states an indicator: each value with what stands round it, and what else was considered; for a person. */
export function explainCode(
  record: GipRecord,
  { code, name, label_zh, unit, meaning }: Shown,
  look: Look,
  translate: Translate,
): string[] {
  const values = record.values.filter((value) => value.code === code);
  const about = record.messages.filter(({ codes }) => codes.includes(code));
  return [
    `${code}  ${name}`,
    ...wrap('means', [`${label_zh}${translate(', ')}${unit}`, ...meaning].join(': '), translate),
    ...values.flatMap((value) => explainValue(value, look, translate)),
    ...explainChecks(record, code, translate),
    ...about.flatMap(({ severity, text }) => wrap(severity, translate(text), translate)),
  ];
}

function explainValue(value: Value, look: Look, translate: Translate): string[] {
  const { origin, place, also } = value;
  const seen = look(place);
  const paragraph = (label: string, text: string) => wrap(label, text, translate);
  return [
    '',
    ...paragraph(origin, describeValue(value, translate)),
    ...paragraph('label', value.label),
    ...paragraph('place', describePlace(place, translate)),
    ...(origin === 'table'
      ? showCell(seen, translate)
      : paragraph('sentence', `${seen.before} [${seen.read}] ${seen.behind}`)),
    ...showMending(seen, translate),
    ...also.flatMap((other) => {
      const printed = [String(other.value ?? translate('no number')), translate(`printed “${other.raw}”`)];
      return paragraph('also', [...printed, describePlace(other.place, translate)].join(translate(', ')));
    }),
  ];
}

function describeValue(
  { value, state, unit, raw, approximate, corroboration }: Value,
  translate: Translate,
): string {
  return [
    `${value ?? translate(`no number (${state})`)} ${unit}`,
    translate(`printed “${raw}”`),
    ...(approximate ? [translate('a rounded figure')] : []),
    ...(corroboration === 'none' ? [] : [translate(`corroboration ${corroboration}`)]),
  ].join(translate(', '));
}

function showCell({ row, heads, before, behind, read }: Surroundings, translate: Translate): string[] {
  if (row.length === 0) return wrap('around', `${before} [${read}] ${behind}`, translate);
  const blank = translate('(blank)');
  return [
    ...wrap('heads', heads.join(' > '), translate),
    ...wrap('row', row.map((cell) => cell || blank).join(' | '), translate),
  ];
}

const LONGEST = 300;

/** The raw slice, where more than its spaces was changed. */
function showMending({ raw, read }: Surroundings, translate: Translate): string[] {
  if (raw.replace(/\s/g, '') === read.replace(/\s/g, '')) return [];
  return wrap('raw', raw.slice(0, LONGEST), translate);
}

/** Tables, rows and columns as people count them, from 1; the record counts them from 0. */
function describePlace({ line, start, end, table, row, column }: Place, translate: Translate): string {
  const isCell = typeof table === 'number' && typeof row === 'number' && typeof column === 'number';
  return [
    translate(`line ${line}`),
    translate(`offsets ${start} to ${end}`),
    ...(isCell ? [translate(`table ${table + 1} row ${row + 1} column ${column + 1}`)] : []),
  ].join(translate(', '));
}

function explainChecks({ checks, culprits }: GipRecord, code: string, translate: Translate): string[] {
  const own = checks.filter(({ codes }) => codes.includes(code));
  const guilty = culprits.filter(({ codes }) => codes.includes(code));
  return [
    ...own.flatMap(({ id, status, equation, left, right }) => {
      const sides = status === 'fail' ? ` (${translate(`${left} against ${right}`)})` : '';
      return wrap('check', `${status}: ${equation}${sides} [${id}]`, translate);
    }),
    ...guilty.flatMap(({ printed, implied, verdict }) =>
      wrap(
        'culprit',
        translate(`printed ${printed}, implied ${implied}; who is wrong: ${verdict}`),
        translate,
      ),
    ),
  ];
}
