import { isBad, type Judgement, type Verdict } from './judge.js';
import type { Plan } from './page.js';

const verdicts: readonly Verdict[] = ['right', 'left', 'missed', 'warned', 'silent', 'spurious'];

export interface Tally {
  pages: number;
  bad: number;
  /** Figures outside of the form that are not in `unmapped`. */
  unmapped: number;
  readonly counts: Record<Verdict, number>;
}

/** Sums by any key of the plan. */
export function createTally(): {
  readonly add: (key: string, judgement: Judgement) => void;
  readonly of: (key: string) => Tally;
  readonly keys: () => string[];
} {
  const tallies = new Map<string, Tally>();
  const empty = (): Tally => ({
    pages: 0,
    bad: 0,
    unmapped: 0,
    counts: { right: 0, left: 0, missed: 0, warned: 0, silent: 0, spurious: 0 },
  });
  const of = (key: string) => {
    const tally = tallies.get(key) ?? empty();
    tallies.set(key, tally);
    return tally;
  };
  return {
    of,
    keys: () => [...tallies.keys()],
    add(key, { cells, unmappedMissing }) {
      const tally = of(key);
      tally.pages++;
      if (cells.some(isBad)) tally.bad++;
      tally.unmapped += unmappedMissing.length;
      for (const cell of cells) tally.counts[cell.verdict]++;
    },
  };
}

export function keyOf(plan: Plan): string {
  return `${plan.template} | ${plan.rendering} | ${nameDamage(plan)}`;
}

export function nameDamage({ damage }: Plan): string {
  return damage.length === 0 ? 'none' : [...damage].sort().join('+');
}

export function shareRight({ counts }: Tally): number {
  const all = verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
  return all === 0 ? 1 : (counts.right + counts.left) / all;
}

/** A table in markdown, the worst first. */
export function printTally(title: string, tally: ReturnType<typeof createTally>): string {
  const failing = (key: string) => {
    const { counts } = tally.of(key);
    return counts.missed + counts.warned + counts.silent + counts.spurious;
  };
  const keys = tally.keys().sort((a, b) => failing(b) - failing(a) || (a < b ? -1 : 1));
  const rows = keys.map((key) => {
    const { pages, bad, unmapped, counts } = tally.of(key);
    const share = (shareRight(tally.of(key)) * 100).toFixed(2);
    return `| ${key} | ${pages} | ${bad} | ${share}% | ${verdicts.map((v) => counts[v]).join(' | ')} | ${unmapped} |`;
  });
  const depth = Math.max(1, ...keys.map((key) => key.split(' | ').length));
  const names = ['template', 'rendering', 'damage'].slice(0, depth);
  const head = depth === 1 ? title : names.join(' | ');
  const columns = ['pages', 'bad pages', 'right', ...verdicts.map((v) => `${v} cells`), 'not in unmapped'];
  const line = `|${'---|'.repeat(depth + columns.length)}`;
  return [`### ${title}`, '', `| ${head} | ${columns.join(' | ')} |`, line, ...rows, ''].join('\n');
}
