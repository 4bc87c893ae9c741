import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const english = read('README.md');
const chinese = read('README.zh-CN.md');
const block = /<!-- (\w+) -->\n```\w+\n(.*?)```(?:\n\n```text\n(.*?)```)?/gs;
const blocksOf = (readme: string) =>
  [...readme.matchAll(block)].map(([, kind, code = '', output]) => ({ kind, code: code.trim(), output }));
const blocks = blocksOf(english);
const of = (kind: string) => blocks.filter((b) => b.kind === kind);
let folder = '';

/** A folder that is as a set-up clone is, with the package under its own name. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gip-parse-readme-'));
  cpSync(join(root, 'fixtures'), join(folder, 'fixtures'), { recursive: true });
  const modules = join(folder, 'node_modules');
  spawnSync('mkdir', ['-p', join(modules, '.bin')]);
  symlinkSync(root, join(modules, 'gip-parse'));
  symlinkSync(join(root, 'bin/gip-parse.js'), join(modules, '.bin/gip-parse'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The outputs are those of an English locale. */
function bash(code: string) {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  return spawnSync('bash', ['-euc', code], { cwd: folder, encoding: 'utf8', env });
}

/** All that stands in backticks or is linked to, each once, but for the links between the two. */
function named(readme: string): string[] {
  const prose = readme.replace(/^```.*?^```$/gms, '');
  const names = [...prose.matchAll(/`[^`]+`|\]\([^)]+\)/g)].map(([name]) => name.replaceAll('\n', ' '));
  return [...new Set(names)].filter((name) => !name.startsWith('](README')).sort();
}

describe('the README', () => {
  it('has the two commands, examples and library use that are tested here', () => {
    expect(blocks.map((b) => b.kind)).toEqual(['run', 'test', ...Array(5).fill('example'), 'library']);
  });

  it('has a first command that writes the table (its set-up is run by .ci/run)', () => {
    const command = of('run')[0]?.code.replace('npm ci && ', '') ?? '';
    expect(bash(command).status).toBe(0);
    const rows = readFileSync(join(folder, 'data.csv'), 'utf8').split('\n');
    expect(rows.length).toBeGreaterThan(20);
    expect(rows[0]?.split(',')).toContain('app_recv_tot');
  });

  it.each(of('example'))('prints what $code prints', ({ code, output = '' }) => {
    const { stdout } = bash(code);
    expect(stdout.startsWith(output.trimEnd())).toBe(true);
  });

  it('shows library code that prints what it says', () => {
    const { code = '', output } = of('library')[0] ?? {};
    writeFileSync(join(folder, 'example.mjs'), code);
    expect(bash('node example.mjs').stdout).toBe(output);
  });
});

describe('the README in Chinese', () => {
  it('has the commands, code and outputs of the README, which are run here', () => {
    expect(blocksOf(chinese)).toEqual(blocks);
  });

  it('has its parts, and names the same commands, options, fields and pages', () => {
    const heads = (readme: string) => readme.match(/^#+ |^- |^<!-- \w+ -->|^```\w+/gm);
    expect(heads(chinese)).toEqual(heads(english));
    expect(named(chinese)).toEqual(named(english));
  });

  it('and the README link to each other in their first lines', () => {
    const firstLines = (readme: string) => readme.split('\n').slice(0, 3).join('\n');
    expect(firstLines(english)).toContain('](README.zh-CN.md)');
    expect(firstLines(chinese)).toContain('](README.md)');
  });
});
