import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'bin/gip-parse.js');
const tables = join(root, 'fixtures/new-regulation-2019/one-wrong-cell/page.html');
const prose = join(root, 'fixtures/prose-only/whole-bureau-report/page.html');
let top = '';
const at = (name: string) => join(top, name);

function call(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', [bin, ...args], { cwd: top, encoding: 'utf8' });
  return { status, lines: stdout.trimEnd().split('\n'), stderr };
}

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'gip-parse-bundle-'));
  mkdirSync(at('made'));
  cpSync(tables, at('made/a.html'));
  cpSync(prose, at('made/b.html'));
  expect(call('made', '--bundle', 'study')).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('2 pages to study:'),
  });
});
afterAll(() => rmSync(top, { recursive: true }));
beforeEach(() => {
  rmSync(at('pages'), { recursive: true, force: true });
  cpSync(at('made'), at('pages'), { recursive: true });
});

describe('gip-parse --bundle', () => {
  it('writes what docs/bundle.md lists, and nothing beside it', () => {
    const files = readdirSync(at('study')).sort();
    const scripts = ['wide', 'long'].flatMap((name) =>
      ['csv', 'do', 'R', 'py'].map((end) => `${name}.${end}`),
    );
    const others = [
      'MANIFEST.json',
      'checks.csv',
      'codebook.csv',
      'codebook.md',
      'datapackage.json',
      'records.ndjson',
      'status.csv',
    ];
    expect(files).toEqual([...scripts, ...others].sort());
    const manifest = JSON.parse(readFileSync(at('study/MANIFEST.json'), 'utf8'));
    expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual(
      files.filter((name) => name !== 'MANIFEST.json'),
    );
    expect(readdirSync(top).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('keeps every check of every page in checks.csv', () => {
    const records = readFileSync(at('study/records.ndjson'), 'utf8').trimEnd().split('\n');
    const checks = records.map((line) => JSON.parse(line)).flatMap((record) => record.checks);
    const [head = '', ...rows] = readFileSync(at('study/checks.csv'), 'utf8').trimEnd().split('\n');
    expect(head).toContain('path,container,sha256,report_year,publisher,adcode,id,kind,status,equation');
    expect(rows.length).toBe(checks.length);
    const failed = checks.filter(({ status }) => status === 'fail').map(({ id }) => id);
    expect(failed.length).toBeGreaterThan(0);
    expect(
      rows.filter((row) => row.includes(',fail,')).map((row) => row.match(/,([^,]+),identity,/)?.[1]),
    ).toEqual(failed);
  });

  it('replaces nothing, and goes with no other output', () => {
    expect(call('pages', '--bundle', 'study')).toMatchObject({
      status: 2,
      stderr: 'gip-parse: study is there already: a bundle replaces nothing\n',
    });
    expect(call('pages', '--bundle', 'other', '--out', 'x.csv').status).toBe(2);
    expect(existsSync(at('other'))).toBe(false);
  });
});

describe('gip-parse --bundle with --corrections', () => {
  const write = (name: string, value: number) => {
    const record = JSON.parse(readFileSync(at('study/records.ndjson'), 'utf8').split('\n')[0] ?? '');
    const { code, raw } = record.values[0];
    const row = [record.source.sha256, code, raw, value, 'misprint', 'coder-1', '2026-01-31'];
    writeFileSync(at(name), `sha256,code,raw,value,reason,by,date\n${row.join(',')}\n`);
    return { code, raw };
  };

  it('keeps the corrections, has them in its figures, and verify puts them again', () => {
    const { code, raw } = write('right.csv', 987654);
    expect(call('pages', '--bundle', 'right', '--corrections', 'right.csv', '--quiet').status).toBe(0);
    expect(readFileSync(at('right/corrections.csv'))).toEqual(readFileSync(at('right.csv')));
    const long = readFileSync(at('right/long.csv'), 'utf8').split('\n');
    expect(
      long.filter((line) => line.includes(`,${code},`) && line.includes(`,987654,number,${raw},`)),
    ).toHaveLength(1);
    expect(call('verify', 'right', 'pages')).toMatchObject({ status: 0, lines: ['identical'] });
  });

  it('tells corrections other than those that it was made with', () => {
    const { code } = write('other.csv', 987655);
    const { status, lines } = call('verify', 'right', 'pages', '--corrections', 'other.csv');
    expect([status, lines[0]]).toEqual([1, 'data changed: corrections']);
    expect(lines.some((line) => line.includes(code))).toBe(true);
  });
});

describe('what is not there', () => {
  it.each([
    [['verify', 'none', 'pages'], 'none is no bundle: it holds no MANIFEST.json'],
    [['verify', 'pages', 'pages'], 'pages is no bundle: it holds no MANIFEST.json'],
    [['verify', 'study', 'pages', '--corrections', 'none.csv'], 'none.csv: the corrections cannot be read'],
    [['pages', '--bundle', 'other', '--corrections', 'none.csv'], 'none.csv: the corrections cannot be read'],
  ])('is named, and nothing is written: %j', (args, line) => {
    const before = readdirSync(top);
    const { status, stderr } = call(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(`gip-parse: ${line}`);
    expect(readdirSync(top)).toEqual(before);
  });
});

describe('gip-parse verify', () => {
  it('finds the same bytes identical, wherever they lie', () => {
    expect(call('verify', 'study', 'pages')).toMatchObject({ status: 0, lines: ['identical'] });
  });

  it('tells a flipped byte of an input, and the value that changes by it', () => {
    const page = readFileSync(at('pages/b.html'), 'latin1');
    const figure = JSON.parse(readFileSync(at('study/records.ndjson'), 'utf8').split('\n')[1] ?? '')
      .values[0];
    const digit = page.indexOf(figure.raw.match(/\d+/)[0]);
    const flipped = page[digit] === '1' ? '2' : '1';
    writeFileSync(at('pages/b.html'), page.slice(0, digit) + flipped + page.slice(digit + 1), 'latin1');
    const { status, lines } = call('verify', 'study', 'pages');
    expect([status, lines[0]]).toEqual([1, 'input changed: b.html']);
    expect(
      lines.some((line) => line.startsWith(`value changed: b.html ${figure.code}: ${figure.value} `)),
    ).toBe(true);
    expect(lines.some((line) => line.includes('a.html'))).toBe(false);
  });

  it('tells one changed option and what comes of it', () => {
    const { status, lines } = call('verify', 'study', 'pages', '--min-corroboration', 'single');
    expect([status, lines[0]]).toEqual([1, 'option changed: minCorroboration: null → "single"']);
    expect(lines.some((line) => line.startsWith('value missing: b.html '))).toBe(true);
  });

  it('tells inputs that are missing and added', () => {
    rmSync(at('pages/a.html'));
    cpSync(prose, at('pages/c.html'));
    expect(call('verify', 'study', 'pages')).toMatchObject({
      status: 1,
      lines: ['input added: c.html', 'input missing: a.html'],
    });
  });

  it('tells inputs that lie under other paths as moved, and what else differs', () => {
    mkdirSync(at('pages/2019'));
    renameSync(at('pages/a.html'), at('pages/2019/a.html'));
    renameSync(at('pages/b.html'), at('pages/2019/b.html'));
    const moved = ['input moved: a.html → 2019/a.html', 'input moved: b.html → 2019/b.html'];
    expect(call('verify', 'study', 'pages')).toMatchObject({ status: 1, lines: moved });
    const { lines } = call('verify', 'study', 'pages', '--min-corroboration', 'single');
    expect(lines.slice(0, 3)).toEqual([
      'option changed: minCorroboration: null → "single"',
      moved[0],
      expect.stringMatching(/^value missing: 2019\/a\.html /),
    ]);
    expect(lines).toContain(moved[1]);
  });

  it('tells other versions, rules and files than the bundle was made with', () => {
    cpSync(at('study'), at('older'), { recursive: true });
    const manifest = JSON.parse(readFileSync(at('older/MANIFEST.json'), 'utf8'));
    manifest.tool.version = '0.0.9';
    manifest.knowledge.rules = '0';
    writeFileSync(at('older/MANIFEST.json'), JSON.stringify(manifest));
    writeFileSync(at('older/wide.csv'), 'changed');
    const { status, lines } = call('verify', 'older', 'pages');
    expect([status, lines.slice(0, 1), lines.at(-1)]).toEqual([
      1,
      ['bundle file changed: wide.csv'],
      'data changed: rules',
    ]);
    expect(lines[1]).toMatch(/^tool changed: 0\.0\.9 → /);
  });

  it('ends with 2 where the folder holds no bundle', () => {
    expect(call('verify', 'pages', 'pages').status).toBe(2);
  });
});
