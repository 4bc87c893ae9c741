import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linesOf, readJsonLines, runCli, smallPage, writePages } from '../support/run-cli.js';

const fixtures = join(import.meta.dirname, '../../fixtures');
let top = '';
let folder = '';
let pages = '';
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'gip-parse-status-'));
  pages = join(top, 'pages');
  writePages(pages, 12);
  writeFileSync(join(pages, 'empty.html'), '');
  writeFileSync(join(pages, 'notes.doc'), 'no page');
  mkdirSync(join(top, 'bare'));
});
beforeEach(() => {
  folder = mkdtempSync(join(top, 'case-'));
});
afterAll(() => rmSync(top, { recursive: true }));

interface Row {
  readonly path: string;
  readonly status: string;
  readonly reason: string;
  readonly template: string | null;
  readonly figures: number;
  readonly checks_failed: number;
  readonly warnings: number;
}

function statusOf(paths: readonly string[]) {
  const status = join(folder, 'status.ndjson');
  const run = runCli([...paths, '--status', status, '-o', join(folder, 'data.ndjson'), '--log-json']);
  const events = linesOf(run.stderr).map((line) => JSON.parse(line));
  return { ...run, events, rows: readJsonLines<Row>(status) };
}

describe('the status file', () => {
  it('has one row for each input, also for those that are skipped, missing or unreadable', () => {
    const paths = [pages, join(top, 'nowhere'), join(top, 'bare')];
    const { rows } = statusOf(paths);
    const others = ['empty', 'skipped', 'missing', 'no_pages'];
    expect(rows.map(({ status }) => status)).toEqual([...Array(12).fill('parsed'), ...others]);
    for (const row of rows) expect(row.reason).not.toBe('');
    expect(rows.at(-2)).toMatchObject({ path: join(top, 'nowhere'), reason: 'does not exist' });
  });

  it('says of a page what its record says', () => {
    const { rows } = statusOf([join(fixtures, 'new-regulation-2019')]);
    const records = readFileSync(join(folder, 'data.ndjson'), 'utf8');
    const found = linesOf(records).map((line) => {
      const { source, status, reason, template, values, checks, messages } = JSON.parse(line);
      return {
        ...{ path: source.path, container: source.container, status, reason },
        template: `${template.family} ${template.edition}`,
        figures: values.filter(({ value }: { value: unknown }) => value !== null).length,
        checks_failed: checks.filter((check: { status: string }) => check.status === 'fail').length,
        warnings: messages.filter(({ severity }: { severity: string }) => severity !== 'info').length,
      };
    });
    expect(found.some(({ checks_failed, warnings }) => checks_failed > 0 && warnings > 0)).toBe(true);
    expect(rows.filter(({ status }) => status !== 'skipped')).toMatchObject(found);
  });

  it('adds up to the totals at the end', () => {
    const { rows, events } = statusOf([fixtures, pages]);
    const end = events.find(({ event }) => event === 'end');
    const sum = (read: (row: Row) => number) => rows.reduce((total, row) => total + read(row), 0);
    expect(end).toMatchObject({
      inputs: rows.length,
      pages: rows.filter(({ status }) => status !== 'skipped').length,
      figures: sum(({ figures }) => figures),
      checks_failed: sum(({ checks_failed }) => checks_failed),
      warnings: sum(({ warnings }) => warnings),
    });
    expect(sum(() => 1)).toBe(Object.values<number>(end.statuses).reduce((a, b) => a + b));
  });

  it('is a table where its name ends in .csv', () => {
    const status = join(folder, 'status.csv');
    runCli([pages, '--status', status, '-q']);
    const lines = linesOf(readFileSync(status, 'utf8'));
    expect(lines[0]).toBe(
      '\ufeffpath,container,status,reason,template,figures,checks_failed,warnings,milliseconds',
    );
    expect(lines).toHaveLength(15);
    expect(lines[1]).toMatch(
      /^0\/000000\.html,,parsed,A report with figures\.,new-regulation 2021,\d+,0,\d+,\d+$/,
    );
  });

  it('has another ending only by mistake', () => {
    const { status, stderr } = runCli([pages, '--status', 'status.xls']);
    expect(status).toBe(2);
    expect(stderr).toContain('its ending has to be .csv or .ndjson');
  });
});

describe('what a run says', () => {
  it('ends with the most frequent messages and a page that has them', () => {
    const { stderr } = runCli([fixtures, '-o', join(folder, 'data.csv')]);
    expect(stderr).toMatch(
      /\n {2}culprit on 1 page, as on new-regulation-2019\/one-wrong-cell\/page\.html: \S/,
    );
  });

  it('is JSON where machines listen, a line an event', () => {
    const { events } = statusOf([pages]);
    expect(events).toMatchObject([
      { event: 'problem', path: 'empty.html', container: null, status: 'empty', reason: expect.any(String) },
      { event: 'end', inputs: 14, pages: 13, statuses: { parsed: 12, empty: 1, skipped: 1 } },
    ]);
  });

  it('is JSON too where the run cannot go on', () => {
    const { status, stderr } = runCli([pages, '-o', join(folder, 'no/such/folder.csv'), '--log-json']);
    expect(status).toBe(2);
    expect(JSON.parse(stderr)).toEqual({
      event: 'error',
      text: expect.stringContaining('cannot be written'),
    });
  });

  it('tells where the time went, by stage', () => {
    const { stderr } = runCli([pages, '-o', join(folder, 'data.csv'), '--profile', '-q']);
    const [first, ...rest] = linesOf(stderr).filter((line) => /^\w+ +\d+\.\d\d s +\d+\.\d %$/.test(line));
    expect(rest.length).toBeGreaterThan(1);
    const share = (line = '') => Number(/([\d.]+) %/.exec(line)?.[1]);
    expect(share(first)).toBeGreaterThanOrEqual(share(rest.at(-1)));
  });
});

describe('a cache', () => {
  const cached = (name: string, ...args: string[]) => {
    const call = [
      pages,
      '-o',
      join(folder, name),
      '--cache',
      join(folder, 'cache'),
      '--profile',
      '--log-json',
    ];
    const { stderr } = runCli([...call, ...args]);
    const events = linesOf(stderr).map((line) => JSON.parse(line));
    const profile = events.find(({ event }) => event === 'profile');
    return { events, hasParsed: 'decode' in profile.milliseconds };
  };
  const entries = () =>
    readdirSync(join(folder, 'cache'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(folder, 'cache', name));
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');

  it('gives the same records again without parsing them, one by one by their content', () => {
    expect(cached('1.ndjson').hasParsed).toBe(true);
    expect(entries()).toHaveLength(13);
    expect(cached('2.ndjson').hasParsed).toBe(false);
    expect(read('2.ndjson')).toBe(read('1.ndjson'));
    const extra = join(pages, 'new.html');
    writeFileSync(extra, smallPage(77));
    cached('3.ndjson');
    expect(entries()).toHaveLength(14);
    rmSync(extra);
  });

  it('gives a page its own path and source', () => {
    cached('1.ndjson');
    const { stdout } = runCli([join(pages, '0/000003.html'), '--cache', join(folder, 'cache'), '-q']);
    expect(stdout).toBe(runCli([join(pages, '0/000003.html'), '-q']).stdout);
  });

  it('knows other options as other records', () => {
    cached('1.ndjson');
    cached('2.ndjson', '--encoding', 'gb18030');
    expect(entries()).toHaveLength(26);
    expect(read('2.ndjson')).not.toBe(read('1.ndjson'));
  });

  it('reads anew what is damaged, and mends it', () => {
    cached('1.ndjson');
    const [cut = '', changed = '', empty = ''] = entries();
    const whole = [cut, changed, empty].map((file) => readFileSync(file, 'utf8'));
    writeFileSync(cut, whole[0]?.slice(0, 500) ?? '');
    writeFileSync(changed, whole[1]?.replace('parsed', 'failed') ?? '');
    writeFileSync(empty, '');
    expect(cached('2.ndjson').hasParsed).toBe(true);
    expect(read('2.ndjson')).toBe(read('1.ndjson'));
    expect([cut, changed, empty].map((file) => readFileSync(file, 'utf8'))).toEqual(whole);
  });

  it('that cannot be written is told once and stops nothing', () => {
    writeFileSync(join(folder, 'cache'), 'a file');
    const { events } = cached('1.ndjson');
    expect(events.filter(({ event }) => event === 'note')).toMatchObject([
      { text: expect.stringMatching(/^the cache does not keep all records: E/) },
    ]);
    expect(linesOf(read('1.ndjson'))).toHaveLength(13);
  });
});

describe('an output that cannot be written', () => {
  it.skipIf(!existsSync('/dev/full'))('ends with 2 and says why (where /dev/full plays a full disk)', () => {
    const { status, stderr } = runCli([pages, '-o', '/dev/full', '-f', 'csv', '-q']);
    expect(status).toBe(2);
    expect(stderr).toContain('ENOSPC');
  });
});
