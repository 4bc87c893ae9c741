import type { Judged, Verdict } from './judge.js';

type Totals = Record<Verdict, number>;

/** Counts verdicts under a key: a code, or a phrase. */
export function tally(judged: readonly Judged[], keyOf: (one: Judged) => string): Map<string, Totals> {
  const found = new Map<string, Totals>();
  for (const one of judged) {
    const key = keyOf(one);
    const totals = found.get(key) ?? { right: 0, wrong: 0, missed: 0, spurious: 0 };
    totals[one.verdict] += 1;
    found.set(key, totals);
  }
  return found;
}

/** Of the figures read, the share that is right. */
export const precisionOf = ({ right, wrong, spurious }: Totals): number =>
  right / (right + wrong + spurious || 1);

/** Of the figures stated, the share that is read right. */
export const recallOf = ({ right, wrong, missed }: Totals): number => right / (right + wrong + missed || 1);

export function totalsOf(judged: readonly Judged[]): Totals {
  return tally(judged, () => 'all').get('all') ?? { right: 0, wrong: 0, missed: 0, spurious: 0 };
}

export const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;

/** A Markdown table, the keys with most faults first. */
export function printTally(title: string, totals: ReadonlyMap<string, Totals>): string {
  const faults = ({ wrong, missed, spurious }: Totals) => wrong + missed + spurious;
  const rows = [...totals].sort((a, b) => faults(b[1]) - faults(a[1]) || (a[0] < b[0] ? -1 : 1));
  return [
    `### ${title}`,
    '',
    '| | stated | right | wrong | missed | spurious | precision | recall |',
    '| --- | --: | --: | --: | --: | --: | --: | --: |',
    ...rows.map(([key, t]) => {
      const { right, wrong, missed, spurious } = t;
      const shares = `${percent(precisionOf(t))} | ${percent(recallOf(t))}`;
      return `| ${key} | ${right + wrong + missed} | ${right} | ${wrong} | ${missed} | ${spurious} | ${shares} |`;
    }),
    '',
  ].join('\n');
}
