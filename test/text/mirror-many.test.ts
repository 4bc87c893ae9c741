import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Judgement, judge } from '../support/mirror-judge.js';
import { damagedPages } from '../support/mirror-pages.js';

const count = Number(process.env.MIRROR_PAGES ?? 200);
const seed = Number(process.env.MIRROR_SEED ?? 1);
const folder = process.env.MIRROR_OUT;

interface Sums {
  pages: number;
  all: number;
  missed: number;
  gone: number;
  readAll: number;
  readMissed: number;
  unrepaired: number;
}

test(`${count} pages with the damage of mirrors, seed ${seed}`, { timeout: 3_600_000 }, () => {
  const sums = new Map<string, Sums>();
  const found = { invented: [] as string[], silent: [] as string[], digits: [] as string[] };
  for (const { name, media, density, options, page } of damagedPages(seed, count)) {
    const judgement = judge(page);
    for (const key of [density, `${density}, ${media}`, `${density}, unassigned pairs ${options.unassigned}`])
      add(sums, key, judgement);
    found.invented.push(...judgement.invented);
    found.silent.push(...judgement.silent);
    if (!judgement.digitsHold) found.digits.push(`${name} ${JSON.stringify(options)}`);
  }
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'report.md'), print(sums, found));
  }
  expect(found, 'wrong letters in silence, and changed digits').toEqual({
    invented: [],
    silent: [],
    digits: [],
  });
  expect(shareRight(sums.get('real')), 'right at the density of real mirrors').toBeGreaterThanOrEqual(0.9995);
  expect(shareThere(sums.get('densest')), 'right of what is there, at the densest').toBeGreaterThanOrEqual(
    0.998,
  );
});

function add(sums: Map<string, Sums>, key: string, { all, missed, gone, read, unrepaired }: Judgement): void {
  const zero = { pages: 0, all: 0, missed: 0, gone: 0, readAll: 0, readMissed: 0, unrepaired: 0 };
  const sum = sums.get(key) ?? zero;
  sum.pages++;
  sum.all += all;
  sum.missed += missed;
  sum.gone += gone;
  sum.readAll += read.all;
  sum.readMissed += read.missed;
  sum.unrepaired += unrepaired;
  sums.set(key, sum);
}

function shareRight(sum: Sums | undefined): number {
  return sum ? 1 - sum.missed / sum.all : 0;
}

/** Without the characters of which the damaged page holds no byte. */
function shareThere(sum: Sums | undefined): number {
  return sum ? 1 - (sum.missed - sum.gone) / (sum.all - sum.gone) : 0;
}

function print(sums: ReadonlyMap<string, Sums>, found: Record<string, readonly string[]>): string {
  const percent = (share: number) => `${(100 * share).toFixed(3)}%`;
  const rows = [...sums].sort().map(([key, sum]) => {
    const read = 1 - sum.readMissed / sum.readAll;
    return `| ${key} | ${sum.pages} | ${sum.all} | ${percent(shareRight(sum))} | ${sum.gone} | ${percent(shareThere(sum))} | ${percent(read)} | ${sum.unrepaired} |`;
  });
  return [
    `${count} pages, seed ${seed}. Wrong letters written: ${found.invented?.length}; wrong letters left without a mark: ${found.silent?.length}; pages with a changed digit: ${found.digits?.length}.`,
    '',
    '| Density | Pages | Characters | Right | No byte left | Right of the rest | Right in the text as read | Counted unrepaired |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
