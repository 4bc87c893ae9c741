import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parsePage } from '../src/parse.js';
import { isBad, type Judged, type Judgement, judge } from './support/renderer/judge.js';
import { makePage, type Page, type Plan } from './support/renderer/page.js';
import { makePlans } from './support/renderer/plan.js';
import { shrinkPlan } from './support/renderer/shrink.js';
import { createTally, keyOf, nameDamage, printTally, shareRight } from './support/renderer/tally.js';

const count = Number(process.env.HUNT_PAGES ?? 250);
const seeds = (process.env.HUNT_SEED ?? '1').split(',').map(Number);
const folder = process.env.HUNT_OUT;
/** e.g. HUNT_ONLY=2019/pdf/wrapped+marks; any part may be empty, `none` is no damage. */
const [template, rendering, damage] = (process.env.HUNT_ONLY ?? '').split('/');
const only = {
  template: template || undefined,
  rendering: rendering || undefined,
  damage: damage ? damage.split('+').filter((name) => name !== 'none') : undefined,
};
const wanted = Number(process.env.HUNT_WANTED ?? 0.985);

test(`${count} pages from known values, seed ${seeds}`, { timeout: 3_600_000 }, () => {
  const hunt = runHunt();
  if (folder !== undefined) writeReport(folder, hunt);
  const all = hunt.all.of('all');
  expect(hunt.failed, 'pages on which the program failed').toEqual([]);
  expect(hunt.silent.map(shrink), 'simplest pages with wrong values that nothing names').toEqual([]);
  expect(shareRight(all), 'share of cells that are right').toBeGreaterThanOrEqual(wanted);
});

/** A plan with a wrong value that nothing names, made as simple as it can be; HUNT_ONLY repeats its kind. */
function shrink(plan: Plan): string {
  const simplest = shrinkPlan(plan, (other) => judgePlan(other).judgement.cells.some(isSilent));
  return `${keyOf(simplest)} seed ${simplest.seed}`;
}

const isSilent = ({ verdict, named }: Judged) =>
  verdict === 'silent' || (verdict === 'spurious' && named.length === 0);

function judgePlan(plan: Plan): Failure {
  const page = makePage(plan);
  return { page, judgement: judge(page, parsePage(Buffer.from(page.text), { path: 'page' })) };
}

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
    seeds: createTally(),
  };
  const silent: Plan[] = [];
  const failed: string[] = [];
  const smallest = new Map<string, Failure>();
  for (const { seed, plan } of seeds.flatMap((seed) =>
    makePlans(seed, count, only).map((plan) => ({ seed, plan })),
  )) {
    const { page, judgement } = judgePlan(plan);
    tallies.seeds.add(`seed ${seed}`, judgement);
    if (judgement.cells.some(isSilent) && silent.length < MOST_SHRUNK) silent.push(plan);
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
  return { ...tallies, silent, failed, smallest };
}

const MOST_SHRUNK = 3;

function writeReport(out: string, hunt: ReturnType<typeof runHunt>): void {
  rmSync(join(out, 'pages'), { recursive: true, force: true });
  mkdirSync(join(out, 'pages'), { recursive: true });
  const tables = [
    printTally('All', hunt.all),
    printTally('By seed', hunt.seeds),
    printTally('By template and rendering', hunt.renderings),
    printTally('By damage', hunt.damages),
    printTally('By template, rendering and damage', hunt.full),
  ];
  writeFileSync(join(out, 'report.md'), `${count} pages, seed ${seeds}\n\n${tables.join('\n')}`);
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
