import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parsePage } from '../src/parse.js';
import { isBad, type Judgement, judge } from './support/renderer/judge.js';
import { makePage, type Page } from './support/renderer/page.js';
import { makePlans } from './support/renderer/plan.js';
import { createTally, keyOf, nameDamage, printTally, shareRight } from './support/renderer/tally.js';

const count = Number(process.env.HUNT_PAGES ?? 250);
const seed = Number(process.env.HUNT_SEED ?? 1);
const folder = process.env.HUNT_OUT;
/** e.g. HUNT_ONLY=2019/pdf/wrapped+marks; any part may be empty, `none` is no damage. */
const [template, rendering, damage] = (process.env.HUNT_ONLY ?? '').split('/');
const only = {
  template: template || undefined,
  rendering: rendering || undefined,
  damage: damage ? damage.split('+').filter((name) => name !== 'none') : undefined,
};
const wanted = Number(process.env.HUNT_WANTED ?? 0.985);

test(`${count} pages from known values, seed ${seed}`, { timeout: 3_600_000 }, () => {
  const hunt = runHunt();
  if (folder !== undefined) writeReport(folder, hunt);
  const all = hunt.all.of('all');
  expect(hunt.failed, 'pages on which the program failed').toEqual([]);
  expect(all.counts.silent, 'wrong values that nothing names').toBe(0);
  expect(shareRight(all), 'share of cells that are right').toBeGreaterThanOrEqual(wanted);
});

interface Failure {
  readonly page: Page;
  readonly judgement: Judgement;
}

function runHunt() {
  const tallies = {
    all: createTally(),
    renderings: createTally(),
    damages: createTally(),
    full: createTally(),
  };
  const failed: string[] = [];
  const smallest = new Map<string, Failure>();
  for (const plan of makePlans(seed, count, only)) {
    const page = makePage(plan);
    const judgement = judge(page, parsePage(Buffer.from(page.text), { path: 'page' }));
    if (judgement.status === 'failed') failed.push(`${keyOf(plan)} seed ${plan.seed}`);
    tallies.all.add('all', judgement);
    tallies.renderings.add(`${plan.template} | ${plan.rendering}`, judgement);
    tallies.damages.add(nameDamage(plan), judgement);
    tallies.full.add(keyOf(plan), judgement);
    const isFailure = judgement.cells.some(isBad);
    const before = smallest.get(keyOf(plan));
    if (isFailure && (!before || page.text.length < before.page.text.length))
      smallest.set(keyOf(plan), { page, judgement });
  }
  return { ...tallies, failed, smallest };
}

function writeReport(out: string, hunt: ReturnType<typeof runHunt>): void {
  rmSync(join(out, 'pages'), { recursive: true, force: true });
  mkdirSync(join(out, 'pages'), { recursive: true });
  const tables = [
    printTally('All', hunt.all),
    printTally('By template and rendering', hunt.renderings),
    printTally('By damage', hunt.damages),
    printTally('By template, rendering and damage', hunt.full),
  ];
  writeFileSync(join(out, 'report.md'), `${count} pages, seed ${seed}\n\n${tables.join('\n')}`);
  for (const { page, judgement } of hunt.smallest.values()) {
    const { plan } = page;
    const name = `${plan.template}.${plan.rendering}.${nameDamage(plan)}`;
    const type = plan.rendering.startsWith('html') ? 'html' : 'txt';
    writeFileSync(join(out, 'pages', `${name}.${type}`), page.text);
    writeFileSync(join(out, 'pages', `${name}.diff`), printDiff(page, judgement));
  }
}

function printDiff({ plan }: Page, { status, cells, unmappedMissing }: Judgement): string {
  const wrong = cells.filter(isBad);
  return [
    `${keyOf(plan)} seed ${plan.seed}: ${status}, ${wrong.length} of ${cells.length} cells are not right`,
    ...wrong.map(
      ({ verdict, code, expected, got, named }) =>
        `${verdict} ${code}: expected ${expected}, got ${got}${named.length > 0 ? ` [${[...new Set(named)].join(', ')}]` : ''}`,
    ),
    ...unmappedMissing.map((raw) => `not in unmapped: ${raw}`),
    '',
  ].join('\n');
}
