import { chosenByCode, numberOf } from '../model/figure.js';
import type { GipRecord, Value } from '../model/record.js';
import { crosswalk } from '../template/crosswalk.js';

/**
 * What a cell is: a number; blank, a mark or text where a number should stand; a sum of which a part is missing; a
 * neighbour that does not compare; a figure left out, for want of corroboration or by a correction. Others are not there.
 */
export const CELL_STATES = ['number', 'blank', 'mark', 'text', 'incomplete', 'break', 'withheld'] as const;
export const CELL_ORIGINS = ['table', 'prose', 'mixed'] as const;
/** Worst first: a sum is vouched for like the worst of its parts. */
export const VOUCHED = ['contradicted', 'none', 'single', 'double'] as const;

/** What a page says of one variable. */
export interface PanelCell {
  /** Where the variable stands in the crosswalk. */
  readonly variable: number;
  /** Which of its lines the page is read by. */
  readonly line: number;
  readonly value: number | null;
  readonly state: (typeof CELL_STATES)[number];
  readonly origin: (typeof CELL_ORIGINS)[number];
  readonly corroboration: (typeof VOUCHED)[number];
  readonly approximate: boolean;
  readonly corrected: boolean;
  /** Line of the page on which the first figure stands; 0 where none does. */
  readonly at: number;
}

interface OwnLine {
  readonly line: number;
  readonly codes: readonly string[];
  readonly isBreak: boolean;
}

const byEdition = new Map<string, (readonly OwnLine[])[]>();

/** The lines of an edition by variable; kept, for every page asks for them. */
function linesOf(edition: string): (readonly OwnLine[])[] {
  const known = byEdition.get(edition);
  if (known) return known;
  const lines = crosswalk.map((variable) =>
    variable.lines.flatMap((line, index) =>
      line.edition === edition
        ? [{ line: index, codes: line.codes, isBreak: line.relation === 'break' }]
        : [],
    ),
  );
  byEdition.set(edition, lines);
  return lines;
}

/** The cells that a page fills, in the order of the crosswalk. */
export function readCells(record: GipRecord, edition: string): PanelCell[] {
  const values = chosenByCode(record);
  const withheld = new Set(
    record.messages.flatMap(({ code, codes }) => (code === 'values_withheld' ? codes : [])),
  );
  return linesOf(edition).flatMap((lines, variable) => {
    const cell = lines.length === 0 ? undefined : readCell(lines, values, withheld);
    return cell ? [{ variable, ...cell }] : [];
  });
}

type Read = Omit<PanelCell, 'variable'>;

function readCell(
  lines: readonly OwnLine[],
  values: ReadonlyMap<string, Value>,
  withheld: ReadonlySet<string>,
): Read | undefined {
  const own = lines.filter(({ isBreak }) => !isBreak);
  const whole = own.filter(({ codes }) => codes.every((code) => values.has(code)));
  const inTables = whole.find(({ codes }) => codes.every((code) => values.get(code)?.origin === 'table'));
  const line = inTables ?? whole[0];
  if (line) return add(line, partsOf(line, values));
  const left = own.find(({ codes }) => codes.some((code) => withheld.has(code)));
  if (left) return empty(left, 'withheld', partsOf(left, values));
  const begun = own.find(({ codes }) => codes.some((code) => values.has(code)));
  if (begun) return empty(begun, 'incomplete', partsOf(begun, values));
  const neighbour = lines.find(({ isBreak, codes }) => isBreak && codes.some((code) => values.has(code)));
  return neighbour && empty(neighbour, 'break', partsOf(neighbour, values));
}

function partsOf({ codes }: OwnLine, values: ReadonlyMap<string, Value>): Value[] {
  return codes.flatMap((code) => values.get(code) ?? []);
}

/** A sum is one only where every part is a number; blank is not zero. */
function add(line: OwnLine, parts: readonly Value[]): Read {
  const numbers = parts.map(numberOf);
  if (numbers.every((number) => number !== null)) {
    const value = numbers.reduce((sum, number) => sum + number, 0);
    return { ...empty(line, 'number', parts), value };
  }
  const states = new Set(parts.map((part) => (numberOf(part) === null ? stateOf(part) : 'number')));
  const [state = 'incomplete'] = states;
  return empty(line, states.size === 1 ? state : 'incomplete', parts);
}

/** A number that a correction took away leaves nothing. */
function stateOf({ state }: Value): PanelCell['state'] {
  return state === 'number' ? 'withheld' : state;
}

function empty({ line }: OwnLine, state: PanelCell['state'], parts: readonly Value[]): Read {
  const origins = [...new Set(parts.map(({ origin }) => origin))];
  const vouched = VOUCHED.find((least) => parts.some(({ corroboration }) => corroboration === least));
  return {
    line,
    value: null,
    state,
    origin: origins.length === 1 ? (origins[0] ?? 'mixed') : 'mixed',
    corroboration: vouched ?? 'none',
    approximate: parts.some(({ approximate }) => approximate),
    corrected: parts.some(({ corrected }) => corrected !== undefined),
    at: parts[0]?.place.line ?? 0,
  };
}
