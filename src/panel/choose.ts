import { crosswalk } from '../template/crosswalk.js';
import { compareText } from '../text/strings.js';
import type { PanelCell } from './cells.js';
import { unpack } from './pack.js';
import { type PageSource, type PanelPage, RULES } from './page.js';

/** One line of what was decided. */
export interface Decision extends PageSource {
  readonly decision: 'left_out' | 'duplicate' | 'conflict' | 'not_filled' | 'not_joined';
  readonly rule: string;
  readonly body: string | null;
  readonly year: number | null;
  readonly name: string | null;
  /** The page that the row is of. */
  readonly chosen_path: string | null;
  readonly variable: string | null;
  readonly value: number | null;
  readonly chosen_value: number | null;
}

/** The pages of one body and year, the one first by which the row is filled. */
export function sortPages(pages: readonly PanelPage[]): PanelPage[] {
  return [...pages].sort((a, b) => compareRank(a, b) || compareSource(a, b));
}

function compareRank(a: PanelPage, b: PanelPage): number {
  const rule = differing(a, b);
  return rule < 0 ? 0 : (a.rank[rule] ?? 0) - (b.rank[rule] ?? 0);
}

/** Which rule first tells two pages apart; -1 where none does. */
function differing(a: PanelPage, b: PanelPage): number {
  return RULES.findIndex((_, rule) => a.rank[rule] !== b.rank[rule]);
}

export function compareSource(a: PageSource, b: PageSource): number {
  return (
    compareText(a.path, b.path) ||
    compareText(a.container ?? '', b.container ?? '') ||
    compareText(a.sha256, b.sha256)
  );
}

/** Why a page was not taken, and each figure in which it differs from the one that was. */
export function explain(body: string, chosen: PanelPage, other: PanelPage): Decision[] {
  const { path, container, sha256, year, name } = other;
  const about = { body, year, name, path, container, sha256, chosen_path: chosen.path };
  const rule = RULES[differing(chosen, other)];
  const last = chosen.sha256 === other.sha256 ? 'same_bytes' : 'first_path';
  const nothing = { variable: null, value: null, chosen_value: null };
  const taken = new Map(unpack(chosen.cells).map((cell) => [cell.variable, cell]));
  return [
    { ...about, decision: 'duplicate', rule: rule ?? last, ...nothing },
    ...unpack(other.cells).flatMap((cell): Decision[] => {
      const difference = compareCells(cell, taken.get(cell.variable));
      return difference ? [{ ...about, rule: '', ...difference }] : [];
    }),
  ];
}

function compareCells(cell: PanelCell, taken: PanelCell | undefined) {
  if (cell.value === null || cell.value === taken?.value) return undefined;
  const chosen = taken?.value ?? null;
  return {
    decision: chosen === null ? ('not_filled' as const) : ('conflict' as const),
    variable: crosswalk[cell.variable]?.name ?? null,
    value: cell.value,
    chosen_value: chosen,
  };
}
