import type { GipRecord, Place, Value } from '../model/record.js';
import type { Surroundings } from '../model/surroundings.js';
import type { Indicator } from '../model/template.js';
import { wrap } from './wrap.js';

type Look = (place: Place) => Surroundings;

/** How a page states an indicator: each value with what stands round it, and what else was considered; for a person. */
export function explainCode(
  record: GipRecord,
  { code, name, label_zh, unit, meaning }: Indicator,
  look: Look,
): string[] {
  const values = record.values.filter((value) => value.code === code);
  const about = record.messages.filter(({ codes }) => codes.includes(code));
  return [
    `${code}  ${name}`,
    ...wrap('means', `${label_zh}, ${unit}: ${meaning}`),
    ...values.flatMap((value) => explainValue(value, look)),
    ...explainChecks(record, code),
    ...about.flatMap(({ severity, text }) => wrap(severity, text)),
  ];
}

function explainValue(value: Value, look: Look): string[] {
  const { origin, state, raw, place, also, approximate, corroboration } = value;
  const seen = look(place);
  const rounded = approximate ? ', a rounded figure' : '';
  const support = corroboration === 'none' ? '' : `, corroboration ${corroboration}`;
  return [
    '',
    ...wrap(
      origin,
      `${value.value ?? `no number (${state})`} ${value.unit}, printed “${raw}”${rounded}${support}`,
    ),
    ...wrap('label', value.label),
    ...wrap('place', describePlace(place)),
    ...(origin === 'table'
      ? showCell(seen)
      : wrap('sentence', `${seen.before} [${seen.read}] ${seen.behind}`)),
    ...showMending(seen),
    ...also.flatMap((other) =>
      wrap('also', `${other.value ?? 'no number'}, printed “${other.raw}”, ${describePlace(other.place)}`),
    ),
  ];
}

function showCell({ row, heads, before, behind, read }: Surroundings): string[] {
  if (row.length === 0) return wrap('around', `${before} [${read}] ${behind}`);
  return [
    ...wrap('heads', heads.join(' > ')),
    ...wrap('row', row.map((cell) => cell || '(blank)').join(' | ')),
  ];
}

const LONGEST = 300;

/** The raw slice, where more than its spaces was changed. */
function showMending({ raw, read }: Surroundings): string[] {
  if (raw.replace(/\s/g, '') === read.replace(/\s/g, '')) return [];
  return wrap('raw', raw.slice(0, LONGEST));
}

function describePlace({ line, start, end, table, row, column }: Place): string {
  const cell = row === undefined || row === null ? '' : `, table ${table} row ${row} column ${column}`;
  return `line ${line}, offsets ${start} to ${end}${cell}`;
}

function explainChecks({ checks, culprits }: GipRecord, code: string): string[] {
  const own = checks.filter(({ codes }) => codes.includes(code));
  const guilty = culprits.filter(({ codes }) => codes.includes(code));
  return [
    ...own.flatMap(({ id, status, equation, left, right }) =>
      wrap(
        'check',
        `${status}: ${equation}${status === 'fail' ? ` (${left} against ${right})` : ''} [${id}]`,
      ),
    ),
    ...guilty.flatMap(({ printed, implied, verdict }) =>
      wrap('culprit', `printed ${printed}, implied ${implied}; who is wrong: ${verdict}`),
    ),
  ];
}
