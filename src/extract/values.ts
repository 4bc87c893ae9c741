import type { MessageSink } from '../model/messages.js';
import type { Placer } from '../model/placer.js';
import type { Unmapped, Value } from '../model/record.js';
import type { Indicator } from '../model/template.js';
import { convertUnit, isMoneyUnit, isSameKind } from '../text/figures.js';
import type { Reading } from './assignment.js';
import type { Cell } from './cells.js';
import { checkShares } from './check-shares.js';
import { mergeSame } from './merge-values.js';
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
  const inTables: Value[] = [];
  for (const reading of tables.readings) {
    const value = buildTableValue(reading, context);
    if (value) inTables.push(value);
  }
  const inProse = [...prose]
    .sort((a, b) => Number(b.atHome) - Number(a.atHome))
    .flatMap((r) => buildProseValue(r, context));
  const values = mergeSame(inTables, context.messages);
  for (const value of mergeSame(inProse, context.messages)) values.push(value);
  if (inProse.length > 0) reportDifferences(values, context);
  checkShares(prose, values, context);
  return inOrder(values, context.indicators);
}

const orders = new WeakMap<ValueContext['indicators'], ReadonlyMap<string, number>>();

/** In the order of the codebook; of one code what stands in tables first. */
function inOrder(values: Value[], indicators: ValueContext['indicators']): Value[] {
  const order = orders.get(indicators) ?? new Map([...indicators.keys()].map((code, i) => [code, i]));
  orders.set(indicators, order);
  const rankOf = ({ code, origin }: Value) => (order.get(code) ?? 0) * 2 + (origin === 'table' ? 0 : 1);
  const ranks = values.map(rankOf);
  if (ranks.every((rank, i) => i === 0 || rank >= (ranks[i - 1] ?? 0))) return values;
  return values
    .map((value, i) => ({ value, rank: ranks[i] ?? 0 }))
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
  const printed = cell.figure.unit ?? reading.unit;
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
  const isAssumed =
    assumed === undefined
      ? printed === null && isMoney(cell.figure, indicator.unit)
      : assumed !== indicator.unit;
  const isMixed = printed !== null && cell.figure.value !== null && !isSameKind(printed, indicator.unit);
  if (state === 'text' || approximate || isMixed || isAssumed)
    reportCell(value, { isMixed, isAssumed, assumed }, context.messages);
  return value;
}

/** Says what is odd about the cell of a value. */
function reportCell(value: Value, { isMixed, isAssumed, assumed }: UnitsOfCell, messages: MessageSink): void {
  const { code, state, raw, label, place, approximate, unit, unit_printed: printed } = value;
  const say = (message: CellMessage, extra = {}) =>
    messages.add(message, { place, codes: [code], with: { label, raw, ...extra } });
  if (state === 'text') say('text_in_cell');
  if (approximate) say('approximate_in_cell');
  if (isMixed && printed !== null) say('unit_differs', { printed, unit });
  if (value.value && isAssumed) say('unit_of_form', { unit: assumed ?? unit });
}

interface UnitsOfCell {
  /** The printed unit counts another kind of thing than the codebook's. */
  readonly isMixed: boolean;
  /** No unit is printed, and the form's or the codebook's one is taken for it. */
  readonly isAssumed: boolean;
  readonly assumed: string | undefined;
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

function reportDifferences(values: readonly Value[], { messages }: ValueContext): void {
  const spoken = values.filter(({ origin, value }) => origin === 'prose' && value !== null);
  const codes = new Set(spoken.map(({ code }) => code));
  const inTable = new Map(
    values.filter((v) => v.origin === 'table' && codes.has(v.code)).map((v) => [v.code, v]),
  );
  for (const { code, value, place } of spoken) {
    const table = inTable.get(code)?.value ?? null;
    if (table === null || value === table || value === null) continue;
    messages.add('prose_and_table_differ', { place, codes: [code], with: { code, prose: value, table } });
  }
}
