import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { check, statusOf } from '../../src/commands/check.js';
import { loadBaseline } from '../../src/commands/run-checks.js';
import type { CheckReport, FailOn } from '../../src/model/finding.js';
import { writeReport } from '../../src/output/reporters.js';
import { runCli, smallPage, traps } from '../support/run-cli.js';

const root = join(import.meta.dirname, '../..');
const sound = join(root, 'fixtures/new-regulation-2021/whole-district-report/page.html');
const wrong = join(root, 'fixtures/new-regulation-2019/one-wrong-cell/page.html');
const odd = join(root, 'fixtures/statistics-table-2014/one-cell-a-line/page.txt');
const top = mkdtempSync(join(tmpdir(), 'gip-parse-check-'));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(top, 'case-'));
});
afterAll(() => rmSync(top, { recursive: true }));

/** Copies pages into the test's folder under these names. */
function put(pages: Readonly<Record<string, string>>): void {
  for (const [name, page] of Object.entries(pages)) cpSync(page, join(folder, name));
}

const write = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content));

interface Flags {
  readonly failOn?: FailOn;
  readonly update?: boolean;
  readonly baseline?: string;
}

async function run(paths: readonly string[], { failOn = 'warning', update = false, baseline }: Flags = {}) {
  const isKnown = loadBaseline(baseline);
  const input = { stdin: noInput(), maxBytes: 1e7 };
  const workers = { jobs: 2, pageTimeout: 10_000, signal: new AbortController().signal };
  const options = { input, encoding: null, templates: null, ...workers, isKnown, failOn, update };
  const report = await check({ paths, ...options });
  return { report, status: statusOf(report) };
}

async function* noInput(): AsyncGenerator<Uint8Array> {}

const rules = ({ findings }: CheckReport) => findings.map(({ rule }) => rule);

describe('gip-parse check', () => {
  it('finds nothing in the fixtures of this project that fails', async () => {
    const { report, status } = await run([join(root, 'fixtures')]);
    expect(report.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect([status, report.unusable]).toEqual([0, []]);
    expect(report.pages.length).toBeGreaterThanOrEqual(20);
  });

  it('finds one culprit for all that it explains, and ends with 1', async () => {
    put({ 'a.html': wrong });
    const { report, status } = await run([folder]);
    expect(report.findings).toMatchObject([
      {
        path: 'a.html',
        file: join(folder, 'a.html'),
        rule: 'culprit',
        severity: 'error',
        codes: ['applications.unable.not_held:natural_person'],
        expected: 47,
        got: 74,
      },
    ]);
    expect(status).toBe(1);
  });

  it.each(['a.html.expected.json', 'a.expected.json', 'expected.json'])('compares with %s', async (name) => {
    put({ 'a.html': sound });
    write(name, {
      template: { edition: '2019' },
      values: { 'review.total': -1 },
      report: { report_year: 2022 },
    });
    const { report, status } = await run([folder]);
    expect(report.findings.map(({ rule, text, expected }) => [rule, text, expected])).toEqual([
      ['expected', 'template.edition: expected "2019", got "2021"', '2019'],
      ['expected', expect.stringMatching(/^values review.total: expected -1, got \d+$/), -1],
    ]);
    expect(report.findings[1]?.place?.line).toBeGreaterThan(1);
    expect(status).toBe(1);
  });

  it('takes no expected.json for one of several pages', async () => {
    put({ 'a.html': sound, 'b.html': wrong });
    write('expected.json', { values: { 'review.total': -1 } });
    expect(rules((await run([folder])).report)).toEqual(['culprit']);
  });

  it('passes what is as expected: figures, and what the page itself gets wrong', async () => {
    put({ 'a.html': wrong });
    const culprits = [{ codes: ['applications.unable.not_held:natural_person'], printed: 74 }];
    write('a.html.expected.json', {
      culprits,
      values: { 'applications.unable.not_held:natural_person': 74 },
    });
    expect((await run([folder])).report.findings).toEqual([]);
    write('a.html.expected.json', { culprits: [{ ...culprits[0], printed: 73 }] });
    expect(rules((await run([folder])).report)).toEqual(['expected', 'expected']);
  });

  it('names a figure of no indicator that is not expected', async () => {
    put({ 'a.html': sound });
    write('expected.json', { unmapped: [{ raw: '12345' }] });
    const { report } = await run([folder]);
    expect(report.findings.some(({ text }) => text.includes('expected {"raw":"12345"}, got nothing'))).toBe(
      true,
    );
  });

  it('ends with 3 before 1 where an input cannot be used', async () => {
    put({ 'a.html': wrong });
    writeFileSync(join(folder, 'b.html'), '');
    const { report, status } = await run([folder, join(folder, 'none.html')]);
    expect(report.unusable.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('empty:'),
      'does not exist',
    ]);
    expect([rules(report), status]).toEqual([['culprit'], 3]);
  });

  it('can expect a page to be unusable', async () => {
    writeFileSync(join(folder, 'a.html'), '');
    write('a.html.expected.json', { status: 'empty' });
    expect((await run([folder])).status).toBe(0);
  });

  it.each([
    ['no JSON', '{'],
    ['a field that no expectation has', '{"valeus":{}}'],
    ['a field that no report has', '{"report":{"titel":"x"}}'],
  ])('cannot use an expectation that is %s', async (_, text) => {
    put({ 'a.html': sound });
    writeFileSync(join(folder, 'a.html.expected.json'), text);
    const { report, status } = await run([folder]);
    expect(report.unusable[0]?.reason).toContain('a.html.expected.json');
    expect(status).toBe(3);
  });

  it('finds the same report twice, and names the first', async () => {
    put({ 'a.html': sound, 'b.html': sound });
    const { report, status } = await run([folder]);
    expect(report.findings).toMatchObject([
      { path: 'b.html', rule: 'folder.duplicate', duplicate_of: 'a.html' },
    ]);
    expect([status, (await run([folder], { failOn: 'error' })).status]).toEqual([1, 0]);
  });

  it('notes the same report in other bytes, which two renderings of it rightly are', async () => {
    put({ 'a.html': sound });
    writeFileSync(join(folder, 'b.html'), `${readFileSync(sound, 'utf8')}\n`);
    const { report, status } = await run([folder]);
    expect(report.findings).toMatchObject([{ path: 'b.html', severity: 'info', duplicate_of: 'a.html' }]);
    expect(status).toBe(0);
  });

  it('finds two years of one body that do not follow from each other', async () => {
    const page = readFileSync(sound, 'utf8');
    writeFileSync(join(folder, '2022.html'), page);
    const later = page.replaceAll('2023', '2024').replaceAll('2022', '2023');
    writeFileSync(join(folder, '2023.html'), later);
    const { report } = await run([folder]);
    expect(rules(report)).toContain('folder.recycled-years');
    const years = report.findings.filter(({ rule }) => rule.startsWith('years.'));
    expect(years.map(({ path, other }) => [path, other])).toContainEqual(['2023.html', '2022.html']);
  });

  it('lets pass what the baseline knows, and nothing else', async () => {
    put({ 'a.html': wrong });
    const baseline = join(folder, 'known.json');
    writeFileSync(baseline, writeReport((await run([folder])).report, 'json', new Date(0)));
    const { report, status } = await run([folder], { baseline });
    expect([report.known.length, report.findings, status]).toEqual([1, [], 0]);
    put({ 'b.txt': odd });
    expect((await run([folder], { baseline })).status).toBe(0);
    expect((await run([folder], { baseline, failOn: 'new' })).status).toBe(1);
  });

  it('writes an expectation that the page then meets, and keeps to what an old one names', async () => {
    put({ 'a.html': wrong, 'b.html': sound });
    write('b.html.expected.json', { values: { 'review.total': -1 } });
    expect((await run([folder], { update: true })).status).toBe(0);
    expect((await run([folder])).report.findings).toEqual([]);
    const kept = JSON.parse(readFileSync(join(folder, 'b.html.expected.json'), 'utf8'));
    expect([Object.keys(kept), Object.keys(kept.values)]).toEqual([['values'], ['review.total']]);
    const made = JSON.parse(readFileSync(join(folder, 'a.html.expected.json'), 'utf8'));
    expect(made.values['applications.unable.not_held:natural_person']).toBe(74);
  });
});

describe('gip-parse check on the command line', () => {
  const bin = join(root, 'bin/gip-parse.js');
  const spawn = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    spawnSync('node', [bin, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, CI: '', ...env },
    });

  it('prints a report for people with the place and what it comes to', () => {
    put({ 'a.html': wrong });
    const { status, stdout, stderr } = spawn(['check', '.']);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(
      /^a\.html\n {2}error {4}culprit: .* prints 74; with 47 .*\(line \d+, row \d+, column \d+\)\n/,
    );
    expect(stdout).toContain('1 page: 1 error, 0 warnings, 0 info; 1 to settle\n');
  });

  it('never updates where CI is set', () => {
    put({ 'a.html': sound });
    const { status, stderr } = spawn(['check', '.', '--update'], { CI: 'true' });
    expect([status, stderr]).toEqual([2, 'gip-parse: --update writes nothing where CI is set\n']);
    expect(existsSync(join(folder, 'a.html.expected.json'))).toBe(false);
  });

  it.each([
    [['check'], "missing required argument 'paths'"],
    [['check', '.', '--reporter', 'html'], "argument 'html' is invalid"],
    [['check', '.', '--fail-on', 'new'], '--fail-on new needs a --baseline'],
    [['check', '.', '--baseline', 'none.json'], 'none.json cannot be a baseline'],
    [['rules', 'none'], 'there is no rule none'],
  ])('ends with 2 before all else where the call is wrong: %s', (args, message) => {
    mkdirSync(join(folder, 'empty'));
    const { status, stderr } = spawn(args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it('gives up a page that takes too long, and goes on', () => {
    put({ 'a.html': sound, 'c.html': sound });
    writeFileSync(join(folder, 'b.html'), smallPage(7).replace('<p>', '<p>TRAP-HANG'));
    const { status, stdout } = runCli(['check', folder, '--page-timeout', '2', '--reporter', 'json'], traps);
    expect(status).toBe(3);
    const { pages, unusable } = JSON.parse(stdout);
    expect(pages).toEqual(['a.html', 'b.html', 'c.html']);
    expect(unusable).toMatchObject([
      { path: 'b.html', reason: expect.stringContaining('took longer than 2 s (--page-timeout)') },
    ]);
  });

  it('writes a report to a file', () => {
    put({ 'a.html': wrong });
    expect(spawn(['check', 'a.html', '--reporter', 'json', '--out', 'report.json']).status).toBe(1);
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).findings).toHaveLength(1);
  });

  it('leaves out figures that less vouches for than asked, and says which', () => {
    put({ 'a.html': wrong });
    const { stdout } = spawn(['a.html', '-q', '--min-corroboration', 'double']);
    const record = JSON.parse(stdout);
    const numbers = record.values.filter((value: { value: unknown }) => value.value !== null);
    expect(new Set(numbers.map((value: { corroboration: string }) => value.corroboration))).toEqual(
      new Set(['double']),
    );
    const [message] = record.messages.filter(({ code }: { code: string }) => code === 'values_withheld');
    expect(message.codes).toContain('applications.unable.not_held:natural_person');
    const csv = spawn(['a.html', '-q', '--min-corroboration', 'double', '--format', 'csv']).stdout;
    expect(csv).toContain('app_una_notheld_nat=withheld');
  });
});
