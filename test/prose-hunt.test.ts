import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePage } from '../src/parse.js';
import { codebook } from '../src/template/catalogue.js';
import { type Judged, judge } from './support/prose/judge.js';
import { type MadePage, makePage } from './support/prose/page.js';
import { printFailures, printReport } from './support/prose/report.js';
import { precisionOf, recallOf, totalsOf } from './support/prose/tally.js';

/** What the figures read from sentences must reach at least; raised as the patterns get better, never lowered. */
const PRECISION = 0.5;
const RECALL = 0.3;

const count = Number(process.env.PROSE_PAGES ?? 60);
const seed = Number(process.env.PROSE_SEED ?? 1);
const folder = process.env.PROSE_OUT;

interface Case {
  readonly page: MadePage;
  readonly judged: readonly Judged[];
}

const pages = Array.from({ length: count }, (_, at) => makePage(seed * 1_000_003 + at));

describe(`${count} reports in sentences, seed ${seed}`, () => {
  test('hold figures of known indicators only, and the same seed writes the same page', () => {
    const known = new Set(codebook.map(({ code }) => code));
    for (const { truth } of pages) for (const code of truth.keys()) expect(known.has(code), code).toBe(true);
    expect(makePage(seed * 1_000_003)).toEqual(pages[0]);
  });

  test('are read with few wrong figures and few lost', { timeout: 3_600_000 }, () => {
    const cases: Case[] = pages.map((page) => ({
      page,
      judged: judge(page, parsePage(Buffer.from(page.text), { path: 'page' })),
    }));
    const judged = cases.flatMap((one) => one.judged);
    if (folder !== undefined) writeReport(folder, cases);
    const totals = totalsOf(judged);
    expect(precisionOf(totals), 'precision').toBeGreaterThanOrEqual(PRECISION);
    expect(recallOf(totals), 'recall').toBeGreaterThanOrEqual(RECALL);
  });
});

function writeReport(out: string, cases: readonly Case[]): void {
  const judged = cases.flatMap((one) => one.judged);
  rmSync(join(out, 'pages'), { recursive: true, force: true });
  mkdirSync(join(out, 'pages'), { recursive: true });
  writeFileSync(join(out, 'report.md'), printReport(count, seed, judged));
  writeFileSync(join(out, 'summary.json'), JSON.stringify(totalsOf(judged)));
  writeFileSync(join(out, 'failures.md'), printFailures(judged));
  for (const { page, judged: own } of cases) {
    if (own.every(({ verdict }) => verdict === 'right')) continue;
    const name = join(out, 'pages', String(page.seed));
    writeFileSync(`${name}.${page.text.startsWith('<') ? 'html' : 'txt'}`, page.text);
    writeFileSync(`${name}.diff`, printFailures(own));
  }
}
