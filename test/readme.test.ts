import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const block = /<!-- (\w+) -->\n```\w+\n(.*?)```(?:\n\n```text\n(.*?)```)?/gs;
const blocks = [...readme.matchAll(block)].map(([, kind, code = '', output]) => ({
  kind,
  code: code.trim(),
  output,
}));
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

function bash(code: string) {
  return spawnSync('bash', ['-euc', code], { cwd: folder, encoding: 'utf8' });
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
