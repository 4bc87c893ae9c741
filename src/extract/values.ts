import type { MessageSink } from '../model/messages.js';
import type { Placer } from '../model/placer.js';
import type { Unmapped, Value } from '../model/record.js';
import type { Indicator } from '../model/template.js';
import { convertUnit, type Figure, isMoneyUnit, isSameKind } from '../text/figures.js';
import type { Reading } from './assignment.js';
import type { Cell } from './cells.js';
import { checkShares } from './check-shares.js';
import { type KeptValues, keepValue, mergeFurther, startValues } from './merge-values.js';
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
  const entries = entriesOf(context.indicators);
  const kept = startValues(entries.list.length * 2);
  let entry: Entry | undefined;
  for (const reading of tables.readings) {
    entry = findEntry(entries, reading.code, entry);
    if (entry) keepValue(kept, buildTableValue(reading, entry, context), entry.rank);
  }
  for (const atHome of HOME_FIRST)
    for (const reading of prose) {
      if (reading.atHome !== atHome) continue;
      entry = findEntry(entries, reading.code, entry);
      if (entry) keepValue(kept, buildProseValue(reading, entry, context), entry.rank + 1);
    }
  mergeFurther(kept, context.messages);
  if (prose.length > 0) reportDifferences(kept, context);
  checkShares(prose, kept, context);
  return kept.byRank.filter((value) => value !== undefined);
}

/** Sentences in the section that belongs to the indicator come before others. */
const HOME_FIRST = [true, false];

/** What a value needs of its indicator. */
interface Entry {
  readonly code: string;
  readonly unit: string;
  /** In the order of the codebook, two apart: of one code what stands in tables comes first. */
  readonly rank: number;
  readonly isMoney: boolean;
}

/** Those of all indicators, in the order of the codebook. */
interface Entries {
  readonly list: readonly Entry[];
  readonly byCode: ReadonlyMap<string, Entry>;
}

const known = new WeakMap<ValueContext['indicators'], Entries>();

function entriesOf(indicators: ValueContext['indicators']): Entries {
  const entries = known.get(indicators) ?? buildEntries(indicators);
  known.set(indicators, entries);
  return entries;
}

function buildEntries(indicators: ValueContext['indicators']): Entries {
  const list = [...indicators].map(([code, { unit }], at) => ({
    code,
    unit,
    rank: at * 2,
    isMoney: isMoneyUnit(unit),
  }));
  return { list, byCode: new Map(list.map((entry) => [entry.code, entry])) };
}

/** Readings mostly come in the order of the codebook: what is behind the last one is looked at first. */
function findEntry({ list, byCode }: Entries, code: string, before: Entry | undefined): Entry | undefined {
  const next = before && list[before.rank / 2 + 1];
  return next?.code === code ? next : byCode.get(code);
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

function buildTableValue(
  { cell, code, path, column, unit }: Reading,
  { unit: counted, isMoney }: Entry,
  { units, placer, messages }: ValueContext,
): Value {
  const { figure } = cell;
  const { state, approximate, bareTen } = figure;
  const printed = figure.unit ?? unit;
  const isBare = printed === null && bareTen === undefined;
  const assumed = isBare && units.size > 0 ? units.get(code) : undefined;
  const isPlain = isBare && assumed === undefined && !isMoney;
  const row = path[path.length - 1] ?? '';
  const value: Value = {
    code,
    value: isPlain ? figure.value : readValue(figure, printed ?? assumed ?? null, counted),
    state,
    raw: cell.text,
    unit: counted,
    unit_printed: printed,
    origin: 'table',
    label: row === '' || column === null || column === '' ? row + (column ?? '') : `${row} × ${column}`,
    place: cellPlace(cell, placer),
    approximate,
    corroboration: 'none',
    also: [],
  };
  const isAssumed = assumed === undefined ? isBare && isMoney : assumed !== counted;
  const isMixed = printed !== null && figure.value !== null && !isSameKind(printed, counted);
  if (state === 'text' || approximate || isMixed || isAssumed)
    reportCell(value, { isMixed, isAssumed, assumed }, messages);
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

type CellMessage = 'text_in_cell' | 'approximate_in_cell' | 'unit_differs' | 'unit_of_form';

function readValue({ value, bareTen }: Figure, unit: string | null, wanted: string): number | null {
  return value === null ? null : convertUnit({ value, unit, bareTen }, wanted);
}

function buildProseValue(reading: ProseReading, { unit }: Entry, { placer, messages }: ValueContext): Value {
  const { code, raw, label, approximate } = reading;
  const value = convertUnit(reading, unit);
  const place = placer(reading.sentence);
  if (reading.cumulative) messages.add('may_be_running_total', { place, codes: [code], with: { code, raw } });
  return {
    code,
    value,
    state: 'number',
    raw,
    unit,
    unit_printed: reading.unit,
    origin: 'prose',
    label,
    place,
    approximate,
    corroboration: 'none',
    also: [],
  };
}

function reportDifferences({ byRank, ranks }: KeptValues, { messages }: ValueContext): void {
  for (const rank of ranks) {
    const one = byRank[rank];
    if (one?.origin !== 'prose' || one.value === null) continue;
    const { code, value, place } = one;
    const table = byRank[rank - 1]?.value ?? null;
    if (table === null || value === table) continue;
    messages.add('prose_and_table_differ', { place, codes: [code], with: { code, prose: value, table } });
  }
}
