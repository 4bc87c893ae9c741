import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Value } from '../src/model/record.js';
import { parsePage } from '../src/parse.js';
import { codebook } from '../src/template/catalogue.js';
import { type Judged, judge } from './support/prose/judge.js';
import { type MadePage, makePage } from './support/prose/page.js';
import { printFailures, printReport } from './support/prose/report.js';
import { precisionOf, recallOf, totalsOf } from './support/prose/tally.js';

/** What the figures read from sentences must reach at least; raised as the patterns get better, never lowered. */
const PRECISION = 0.99;
const RECALL = 0.97;

const count = Number(process.env.PROSE_PAGES ?? 60);
const seed = Number(process.env.PROSE_SEED ?? 1);
const folder = process.env.PROSE_OUT;

const NUMBER: Omit<Value, 'code' | 'value'> = {
  state: 'number',
  raw: '',
  unit: '',
  unit_printed: null,
  origin: 'prose',
  label: '',
  place: { start: 0, end: 1, line: 1 },
  approximate: false,
  corroboration: 'none',
  also: [],
};

interface Case {
  readonly page: MadePage;
  readonly judged: readonly Judged[];
  readonly status: string;
}

const pages = Array.from({ length: count }, (_, at) => makePage(seed * 1_000_003 + at));

describe(`${count} reports in sentences, seed ${seed}`, () => {
  test('hold figures of known indicators only, and the same seed writes the same page', () => {
    const known = new Set(codebook.map(({ code }) => code));
    for (const { truth } of pages) for (const code of truth.keys()) expect(known.has(code), code).toBe(true);
    expect(makePage(seed * 1_000_003)).toEqual(pages[0]);
  });

  test('are judged by what they state: a figure changed, dropped or added is a fault', () => {
    const page = pages.find(
      ({ truth, open }) => [...truth.keys()].filter((code) => !open.has(code)).length > 2,
    );
    if (!page) throw new Error('no page with three figures');
    const record = parsePage(Buffer.from(page.text), { path: 'page' });
    const [first, second, ...rest] = [...page.truth.values()].filter(({ code }) => !page.open.has(code));
    const read = (code: string, value: number) => ({ ...NUMBER, code, value });
    const values = [read(first?.code ?? '', (first?.value ?? 0) + 1), read('no.such', 1)];
    for (const { code, value } of rest) values.push(read(code, value));
    const totals = totalsOf(judge(page, { ...record, values }));
    expect(second).toBeDefined();
    expect(totals).toEqual({ right: rest.length, wrong: 1, missed: 1, spurious: 1 });
  });

  test('are read with few wrong figures and few lost', { timeout: 3_600_000 }, () => {
    const cases: Case[] = pages.map((page) => {
      const record = parsePage(Buffer.from(page.text), { path: 'page' });
      return { page, judged: judge(page, record), status: record.status };
    });
    const judged = cases.flatMap((one) => one.judged);
    if (folder !== undefined) writeReport(folder, cases);
    const totals = totalsOf(judged);
    expect(precisionOf(totals), 'precision').toBeGreaterThanOrEqual(PRECISION);
    expect(recallOf(totals), 'recall').toBeGreaterThanOrEqual(RECALL);
  });
});

function writeReport(out: string, cases: readonly Case[]): void {
  const judged = cases.flatMap((one) => one.judged);
  const refused = cases.filter(({ status }) => status === 'not_a_report').length;
  rmSync(join(out, 'pages'), { recursive: true, force: true });
  mkdirSync(join(out, 'pages'), { recursive: true });
  writeFileSync(join(out, 'report.md'), printReport(count, seed, judged, refused));
  writeFileSync(join(out, 'failures.md'), printFailures(judged));
  for (const { page, judged: own } of cases) {
    if (own.every(({ verdict }) => verdict === 'right')) continue;
    const name = join(out, 'pages', String(page.seed));
    writeFileSync(`${name}.${page.text.startsWith('<') ? 'html' : 'txt'}`, page.text);
    writeFileSync(`${name}.diff`, printFailures(own));
  }
}
