import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GipRecord } from '../../src/model/record.js';
import { linesOf, readJsonLines, runCli, smallPage, traps, writePages } from '../support/run-cli.js';

const fixtures = join(import.meta.dirname, '../../fixtures');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gip-parse-workers-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const recordsOf = (stdout: string) => linesOf(stdout).map((line): GipRecord => JSON.parse(line));

describe('a run with several workers', () => {
  it.each(['ndjson', 'json', 'csv'])('writes the same %s as with one', (format) => {
    const [one, three] = [1, 3].map((jobs) => runCli([fixtures, '-q', '-f', format, '-j', String(jobs)]));
    expect(one?.stdout.length).toBeGreaterThan(20_000);
    expect(three?.stdout).toBe(one?.stdout);
  });
});

describe('a page that', () => {
  const timeout = /^The page took longer than 2 s \(--page-timeout\)/;
  it.each([
    { name: 'takes too long', word: 'TRAP-HANG', seconds: 2, reason: timeout, least: 2000, jobs: 1 },
    { name: 'takes too long', word: 'TRAP-HANG', seconds: 2, reason: timeout, least: 2000, jobs: 2 },
    {
      name: 'takes all memory',
      word: 'TRAP-MEMORY',
      seconds: 60,
      reason: /^The page took more than 512 MB/,
      jobs: 2,
    },
    {
      name: 'ends its worker',
      word: 'TRAP-DIE',
      seconds: 60,
      reason: /worker that read it \(exit code 7\)/,
      jobs: 2,
    },
  ])('$name fails alone, with the reason, with $jobs jobs', ({ word, seconds, reason, least = 0, jobs }) => {
    const own = mkdtempSync(join(folder, 'trapped-'));
    writePages(own, 24);
    const before = recordsOf(runCli([own, '-q']).stdout);
    const trap = ['0/000005.html', '0/000012.html'];
    for (const path of trap) writeFileSync(join(own, path), smallPage(7).replace('<p>', `<p>${word}`));
    const statusFile = join(folder, 'status.ndjson');
    const limits = ['--page-timeout', String(seconds), '-j', String(jobs)];
    const { status, stdout, stderr } = runCli([own, '-q', '--status', statusFile, ...limits], traps);
    const records = recordsOf(stdout);
    expect(status).toBe(1);
    expect(records.map(({ source }) => source.path)).toEqual(before.map(({ source }) => source.path));
    const failed = records.filter(({ status }) => status === 'failed');
    expect(failed.map(({ source }) => source.path)).toEqual(trap);
    for (const record of failed) {
      expect(record.reason).toMatch(reason);
      expect(record.source.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
    const others = (record: GipRecord) => !trap.includes(record.source.path);
    expect(records.filter(others)).toEqual(before.filter(others));
    expect(linesOf(stderr)).toHaveLength(2);
    const rows = readJsonLines<{ path: string; milliseconds: number }>(statusFile);
    const took = rows.filter(({ path }) => trap.includes(path)).map(({ milliseconds }) => milliseconds);
    expect(Math.min(...took)).toBeGreaterThanOrEqual(least);
  });
});
