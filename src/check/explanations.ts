import type { Assessed } from './assess.js';
import type { Figures } from './figures.js';
import { differenceOf, findShiftedRows } from './shifted-row.js';
import { findSmallestSets, type Suspect } from './smallest-sets.js';
import { buildSystem, groupByCells, isZero, type System } from './system.js';

/** What a cell prints, and what the identities say it should; `printed` is null for a blank cell. */
export interface Correction {
  readonly code: string;
  readonly printed: number | null;
  readonly implied: number;
}

/** Every smallest way to explain what is wrong with one table. */
export interface Explanation {
  /** One where nothing else explains as well. */
  readonly sets: readonly (readonly Correction[])[];
  /** The only set is a row whose figures stand one column off. */
  readonly isShifted: boolean;
  /** The identities that cannot all be true of what is printed. */
  readonly broken: readonly Assessed[];
}

/** At most so many cells together are held to be wrong. */
const LARGEST_SET = 3;

/** Explains the failures of each table, and the blanks whose figures its identities give. */
export function explainFailures(assessed: readonly Assessed[], figures: Figures): Explanation[] {
  const usable = assessed.filter((a) => a.check.rule.kind === 'identity' && isUsable(a, figures));
  if (!usable.some((identity) => isBroken(identity, figures))) return [];
  return groupByCells(usable).flatMap((group) => explain(group, figures));
}

/** Blank cells are unknown figures; what is absent or no number says nothing. */
function isUsable({ result }: Assessed, figures: Figures): boolean {
  return result.missing.every((code) => {
    const state = figures.find(code)?.state;
    return state === 'blank' || state === 'mark';
  });
}

/** Blanks are read as zeros first, where one cell then explains all; else as unknown figures. */
function explain(group: readonly Assessed[], figures: Figures): Explanation[] {
  const broken = group.filter((identity) => isBroken(identity, figures));
  if (broken.length === 0) return [];
  const codes = [...new Set(group.flatMap(({ stated }) => stated.codes))];
  const blank = codes.filter((code) => figures.numberOf(code) === undefined);
  const sets =
    (blank.length > 0 ? findWithZeros(group, codes, broken, figures) : undefined) ??
    findSets(buildSystem(group, codes, blank, figures), figures, LARGEST_SET);
  if (sets?.length === 1 && sets[0]?.length === 1) return [{ sets, isShifted: false, broken }];
  const shifted = findShiftedRows(group, figures);
  const isShifted = shifted.length === 1 && (sets === undefined || sameCells(sets, shifted));
  if (isShifted) return [{ sets: shifted, isShifted, broken }];
  return sets === undefined || sets.length === 0 ? [] : [{ sets, isShifted, broken }];
}

function sameCells(sets: readonly (readonly Correction[])[], others: typeof sets): boolean {
  const cells = (all: typeof sets) =>
    all
      .map((set) =>
        set
          .map(({ code }) => code)
          .sort()
          .join(),
      )
      .join(';');
  return cells(sets) === cells(others);
}

/** With blanks as zeros one cell must do; a printed one only where an equation without blanks is broken too. */
function findWithZeros(
  group: readonly Assessed[],
  codes: readonly string[],
  broken: readonly Assessed[],
  figures: Figures,
): Correction[][] | undefined {
  const sets = findSets(buildSystem(group, codes, [], figures), figures, 1);
  const isSure = broken.some(({ result }) => result.status === 'fail');
  return sets?.every((set) => isSure || set[0]?.printed === null) ? sets : undefined;
}

function findSets(system: System, figures: Figures, largest: number): Correction[][] | undefined {
  const isWhole = system.known.every((code) => Number.isInteger(figures.numberOf(code) ?? 0));
  const correct = (set: readonly Suspect[]) => corrections(set, system, figures, isWhole);
  const sets = findSmallestSets(system, (set) => correct(set) !== undefined, largest);
  return sets?.map((set) => correct(set) ?? []).filter((set) => set.length > 0);
}

/** Left is not right with blanks as zeros, and rounding does not make up for it. */
function isBroken(identity: Assessed, figures: Figures): boolean {
  if (identity.result.status === 'pass') return false;
  return !isZero(differenceOf(identity, (code) => figures.numberOf(code) ?? 0));
}

/** True figures of the suspects and of the blanks that they settle; undefined where those cannot be counts. */
function corrections(
  set: readonly Suspect[],
  system: System,
  figures: Figures,
  isWhole: boolean,
): Correction[] | undefined {
  const wrong = set.map(({ cell, error }) => {
    const code = system.known[cell] ?? '';
    const printed = figures.find(code)?.value ?? null;
    return { code, printed, implied: tidy((printed ?? 0) - error) };
  });
  const all = [...wrong, ...settleBlanks(set, system)];
  const isCount = ({ implied }: Correction) => implied >= 0 && (!isWhole || Number.isInteger(implied));
  return all.every(isCount)
    ? all.filter(({ printed, implied }) => printed !== null || implied > 0)
    : undefined;
}

/**
 * Figures of the blank cells that follow from the others. None follows for a blank that hangs on another blank, or on
 * a printed figure that no equation without blanks would show to be wrong.
 */
function settleBlanks(set: readonly Suspect[], system: System): Correction[] {
  const isShown = system.known.map((_, cell) =>
    system.rows.some((row) => !isZero(row.coefficients[cell] ?? 0)),
  );
  return system.given.flatMap(({ coefficients, blanks, gives, residual }) => {
    if (blanks.some((factor, blank) => blank !== gives && !isZero(factor))) return [];
    if (coefficients.some((factor, cell) => !isShown[cell] && !isZero(factor))) return [];
    const rest = set.reduce((sum, { cell, error }) => sum - (coefficients[cell] ?? 0) * error, residual);
    return [{ code: system.blank[gives] ?? '', printed: null, implied: tidy(-rest / (blanks[gives] ?? 1)) }];
  });
}

/** Undoes the noise of elimination; no negative zero. */
function tidy(value: number): number {
  return Number(value.toFixed(6)) + 0;
}
