import type { Culprit, GipRecord, Value } from '../model/record.js';
import type { Assessed } from './assess.js';
import { holds } from './assess.js';
import type { Correction, Explanation } from './explanations.js';
import type { Figures } from './figures.js';
import type { SecondReading } from './second-reading.js';
import { differenceOf } from './shifted-row.js';
import { findSlip } from './slip.js';

/** What the explanations of a page's failures come to in its record. */
export function nameCulprits(
  explanations: readonly Explanation[],
  assessed: readonly Assessed[],
  figures: Figures,
  context: { readonly record: GipRecord; readonly secondReading: SecondReading },
): Culprit[] {
  return explanations.map((explanation) => {
    const { sets, broken, isShifted } = explanation;
    const [only, ...others] = sets;
    const unique = others.length === 0 ? (only ?? []) : [];
    const codes = unique.map(({ code }) => code);
    const concerned = sets.flatMap((set) => set.map(({ code }) => code));
    const single = unique.length === 1 ? unique[0] : undefined;
    const ids = [...broken, ...echoes(sets, assessed, figures)].map(({ result }) => result.id);
    return {
      codes,
      printed: single?.printed ?? null,
      implied: single?.implied ?? null,
      slip: single ? slipOf(single, context.record.values) : isShifted ? 'shifted_row' : null,
      explains: ids,
      verdict: context.secondReading(concerned),
      ...(codes.length === 0 ? { alternatives: sets.map((set) => set.map(({ code }) => code)) } : {}),
    };
  });
}

/** Bounds and suspicions that fail as printed and hold as any of the explanations would have it. */
function echoes(sets: Explanation['sets'], assessed: readonly Assessed[], figures: Figures): Assessed[] {
  const implied = sets.map((set) => new Map(set.map((one) => [one.code, one.implied])));
  return assessed.filter(({ stated, result }) => {
    if (result.status !== 'fail' || result.kind === 'identity') return false;
    return implied.every((own) => {
      const numbers = (code: string) => own.get(code) ?? figures.numberOf(code) ?? 0;
      return holds(stated.operator, differenceOf({ stated }, numbers), 0);
    });
  });
}

function slipOf({ code, printed, implied }: Correction, values: readonly Value[]): string {
  return findSlip(printed, implied, printed === null ? [] : neighboursOf(code, values));
}

/** Figures before and behind it in the order of the page, and above and below it where rows are known. */
function neighboursOf(code: string, values: readonly Value[]): (number | null)[] {
  const inOrder = values.filter((v) => v.origin === 'table').sort((a, b) => a.place.start - b.place.start);
  const at = inOrder.findIndex((value) => value.code === code);
  const own = inOrder[at]?.place;
  const isAboveOrBelow = ({ place }: Value) =>
    typeof own?.row === 'number' &&
    place.table === own.table &&
    place.column === own.column &&
    Math.abs((place.row ?? Number.NaN) - own.row) === 1;
  const around = [inOrder[at - 1], inOrder[at + 1], ...inOrder.filter(isAboveOrBelow)];
  return around.map((value) => value?.value ?? null);
}
