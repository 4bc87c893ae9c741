import type { MessageSink } from '../model/messages.js';
import type { Placer } from '../model/placer.js';
import type { Unmapped, Value } from '../model/record.js';
import type { Indicator } from '../model/template.js';
import { convertUnit, findUnit, isMoneyUnit, isSameKind, unitInBrackets } from '../text/figures.js';
import type { Reading } from './assignment.js';
import type { Cell } from './cells.js';
import { checkShares } from './check-shares.js';
import type { ProseReading } from './prose.js';
import type { TablesReading } from './tables.js';

export interface ValueContext {
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** Units of the form, by code, where the page prints none and the codebook counts in another. */
  readonly units: ReadonlyMap<string, string>;
  readonly placer: Placer;
  readonly messages: MessageSink;
}

/** Readings of tables and sentences as the record's values: one entry a code and origin, in codebook order. */
export function buildValues(
  tables: TablesReading,
  prose: readonly ProseReading[],
  context: ValueContext,
): Value[] {
  const inTables = tables.readings.flatMap((reading) => buildTableValue(reading, context) ?? []);
  const inProse = [...prose]
    .sort((a, b) => Number(b.atHome) - Number(a.atHome))
    .flatMap((r) => buildProseValue(r, context));
  const values = [...mergeSame(inTables, context), ...mergeSame(inProse, context)];
  reportDifferences(values, context);
  checkShares(prose, values, context);
  return inOrder(values, context.indicators);
}

const orders = new WeakMap<ValueContext['indicators'], ReadonlyMap<string, number>>();

/** In the order of the codebook; of one code what stands in tables first. */
function inOrder(values: readonly Value[], indicators: ValueContext['indicators']): Value[] {
  const order = orders.get(indicators) ?? new Map([...indicators.keys()].map((code, i) => [code, i]));
  orders.set(indicators, order);
  return values
    .map((value) => ({ value, rank: (order.get(value.code) ?? 0) * 2 + (value.origin === 'table' ? 0 : 1) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}

export function buildUnmapped(tables: TablesReading, placer: Placer): Unmapped[] {
  return tables.loose.map(({ cell, path, column }) => ({
    path: [...path],
    column,
    value: cell.figure.value ?? 0,
    raw: cell.text,
    unit: cell.figure.unit,
    place: cellPlace(cell, placer),
  }));
}

function cellPlace(cell: Cell, placer: Placer) {
  if (cell.grid === null) return placer(cell);
  const { grid: table, row, column } = cell;
  return placer(cell, cell.isTurned ? { table, row: column, column: row } : { table, row, column });
}

function buildTableValue(reading: Reading, context: ValueContext): Value | undefined {
  const { cell, code, path, column } = reading;
  const indicator = context.indicators.get(code);
  if (!indicator) return undefined;
  const { state, approximate, bareTen } = cell.figure;
  const printed = printedUnit(reading);
  const assumed = printed === null && bareTen === undefined ? context.units.get(code) : undefined;
  const row = path.at(-1) ?? '';
  const value: Value = {
    code: indicator.code,
    value: readValue(cell, printed ?? assumed ?? null, indicator.unit),
    state,
    raw: cell.text,
    unit: indicator.unit,
    unit_printed: printed,
    origin: 'table',
    label: row === '' || column === null || column === '' ? row + (column ?? '') : `${row} × ${column}`,
    place: cellPlace(cell, context.placer),
    approximate,
    corroboration: 'none',
    also: [],
  };
  reportCell(value, cell, assumed, context.messages);
  return value;
}

/** Says what is odd about the cell of a value. */
function reportCell(
  value: Value,
  { figure }: Cell,
  assumed: string | undefined,
  messages: MessageSink,
): void {
  const { code, state, raw, label, place, approximate, unit, unit_printed: printed } = value;
  const say = (message: CellMessage, extra = {}) =>
    messages.add(message, { place, codes: [code], with: { label, raw, ...extra } });
  if (state === 'text') say('text_in_cell');
  if (approximate) say('approximate_in_cell');
  if (figure.value !== null && printed !== null && !isSameKind(printed, unit))
    say('unit_differs', { printed, unit });
  const isAssumed = assumed !== undefined ? assumed !== unit : printed === null && isMoney(figure, unit);
  if (figure.value && isAssumed) say('unit_of_form', { unit: assumed ?? unit });
}

/** Nothing beside the figure says in which unit of money it is. */
function isMoney({ bareTen }: Cell['figure'], unit: string): boolean {
  return bareTen === undefined && isMoneyUnit(unit);
}

type CellMessage = 'text_in_cell' | 'approximate_in_cell' | 'unit_differs' | 'unit_of_form';

function readValue({ figure }: Cell, unit: string | null, wanted: string): number | null {
  const { value, bareTen } = figure;
  return value === null ? null : convertUnit({ value, unit, bareTen }, wanted);
}

/** The nearest unit: in the cell, in the row's own cell for it, in the row's label, in the column's head. */
function printedUnit({ cell, unit, path, column }: Reading): string | null {
  const ofRow = unit === null ? undefined : findUnit(unit);
  const named = ofRow ?? unitInBrackets(path.at(-1) ?? '') ?? unitInBrackets(column ?? '');
  return cell.figure.unit ?? named ?? null;
}

function buildProseValue(reading: ProseReading, { indicators, placer, messages }: ValueContext): Value[] {
  const { code, raw, label, approximate } = reading;
  const indicator = indicators.get(code);
  if (!indicator) return [];
  const value = convertUnit(reading, indicator.unit);
  const place = placer(reading.sentence);
  if (reading.cumulative) messages.add('may_be_running_total', { place, codes: [code], with: { code, raw } });
  return [
    {
      code: indicator.code,
      value,
      state: 'number',
      raw,
      unit: indicator.unit,
      unit_printed: reading.unit,
      origin: 'prose',
      label,
      place,
      approximate,
      corroboration: 'none',
      also: [],
    },
  ];
}

/** The first reading of a code stands; further ones are kept beside it, and a difference is a warning. */
function mergeSame(values: readonly Value[], { messages }: ValueContext): Value[] {
  const byCode = new Map<string, Value[]>();
  for (const value of values) {
    const same = byCode.get(value.code);
    if (same) same.push(value);
    else byCode.set(value.code, [value]);
  }
  const merged = [...byCode.values()].flatMap(mergeAll);
  for (const value of merged) {
    if (value.also.length === 0) continue;
    const all = new Set([value.value, ...value.also.map((other) => other.value)].filter((v) => v !== null));
    if (all.size < 2) continue;
    messages.add('value_conflict', {
      place: value.place,
      codes: [value.code],
      with: { code: value.code, values: [...all].join(', ') },
    });
  }
  return merged;
}

/** The first one that is a number stands, or the first one. */
function mergeAll(same: readonly Value[]): Value[] {
  const first = same.find(({ value }) => value !== null) ?? same[0];
  if (!first) return [];
  if (same.length === 1) return [first];
  const others = same.filter((other) => other !== first);
  return [{ ...first, also: others.map(({ raw, value, place }) => ({ raw, value, place })) }];
}

function reportDifferences(values: readonly Value[], { messages }: ValueContext): void {
  if (!values.some(({ origin }) => origin === 'prose')) return;
  const inTable = new Map(values.filter((v) => v.origin === 'table').map((v) => [v.code, v]));
  for (const { code, origin, value, place } of values) {
    const table = inTable.get(code)?.value ?? null;
    if (origin !== 'prose' || table === null || value === table || value === null) continue;
    messages.add('prose_and_table_differ', { place, codes: [code], with: { code, prose: value, table } });
  }
}
