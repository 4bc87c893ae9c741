import type { Assessed } from './assess.js';
import type { Figures } from './figures.js';

/** Identities of one table as linear equations over its cells; true figures make every residual zero. */
export interface System {
  /** Codes of printed figures. */
  readonly known: readonly string[];
  /** Codes of blank cells, whose figures nobody printed. */
  readonly blank: readonly string[];
  /** Equations without blank cells: `coefficients` over `known`. */
  readonly rows: readonly Row[];
  /** One equation for each blank cell that an equation gives: `coefficients` over `known`, `blanks` over `blank`. */
  readonly given: readonly (Row & { readonly blanks: readonly number[]; readonly gives: number })[];
}

export interface Row {
  readonly coefficients: readonly number[];
  /** Left less right side of the printed figures. */
  readonly residual: number;
}

export const isZero = (value: number): boolean => Math.abs(value) < 1e-6;

/** Groups identities that share cells, directly or through others: what explains one bears on all of its group. */
export function groupByCells(identities: readonly Assessed[]): Assessed[][] {
  const groupOf = new Map<string, Set<Assessed>>();
  const join = (group: Set<Assessed>, identity: Assessed) => {
    group.add(identity);
    for (const code of identity.stated.codes) groupOf.set(code, group);
  };
  for (const identity of identities) {
    const touched = new Set(identity.stated.codes.flatMap((code) => groupOf.get(code) ?? []));
    const [group = new Set<Assessed>(), ...others] = [...touched].sort((a, b) => b.size - a.size);
    for (const other of others) for (const member of other) join(group, member);
    join(group, identity);
  }
  return [...new Set(groupOf.values())].map((group) => [...group]);
}

interface Line {
  readonly cells: number[];
  residual: number;
}

/** Builds the equations and takes the unknown figures of blank cells out of all but one equation each. */
export function buildSystem(
  identities: readonly Assessed[],
  codes: readonly string[],
  blank: readonly string[],
  figures: Figures,
): System {
  const known = codes.filter((code) => !blank.includes(code));
  const index = new Map([...known, ...blank].map((code, i) => [code, i]));
  const lines = identities.map((identity) => readLine(identity, index, figures));
  const given = eliminate(lines, known.length, blank.length);
  const toRow = ({ cells, residual }: Line): Row => ({
    coefficients: cells.slice(0, known.length),
    residual,
  });
  return {
    known,
    blank,
    rows: lines.filter((line) => !given.has(line)).map(toRow),
    given: [...given].map(([line, gives]) => ({
      ...toRow(line),
      blanks: line.cells.slice(known.length),
      gives,
    })),
  };
}

function readLine({ stated, result }: Assessed, index: ReadonlyMap<string, number>, figures: Figures): Line {
  const cells = new Array<number>(index.size).fill(0);
  const put = (code: string, sign: number) => {
    const at = index.get(code) ?? 0;
    cells[at] = (cells[at] ?? 0) + sign;
    return sign * (figures.numberOf(code) ?? 0);
  };
  const left = stated.left.reduce((sum, { code, sign }) => sum + put(code, sign), 0);
  const right = stated.right.reduce((sum, { code, sign }) => sum - put(code, -sign), 0);
  return { cells, residual: result.status === 'pass' ? 0 : left - right };
}

/** Gauss-Jordan over the columns of blank cells; returns which line gives which blank. */
function eliminate(lines: readonly Line[], from: number, count: number): Map<Line, number> {
  const given = new Map<Line, number>();
  for (let blank = 0; blank < count; blank++) {
    const column = from + blank;
    const pivot = lines.find((line) => !given.has(line) && !isZero(line.cells[column] ?? 0));
    if (!pivot) continue;
    given.set(pivot, blank);
    for (const line of lines) if (line !== pivot) subtract(line, pivot, column);
  }
  return given;
}

function subtract(line: Line, pivot: Line, column: number): void {
  const factor = (line.cells[column] ?? 0) / (pivot.cells[column] ?? 1);
  if (isZero(factor)) return;
  for (const [i, value] of pivot.cells.entries()) line.cells[i] = (line.cells[i] ?? 0) - factor * value;
  line.residual -= factor * pivot.residual;
}
