import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const block = /<!-- (\w+)(?: ([\w.]+))? -->\n```\w+\n(.*?)```(?:\n\n```text\n(.*?)```)?/gs;
const readBlocks = (file: string) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(block)].map(
    ([, kind = '', word, code = '', output = '']) => ({
      kind,
      word,
      code,
      output,
    }),
  );

const tries = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
const python = ['/usr/bin/python3', 'python3'].find((name) => tries(name, '-c', 'import pandas'));
const hasR = tries('Rscript', '-e', 'library(haven)');

describe.each(['docs/walk-through.md', 'docs/walk-through.zh-CN.md'])('%s', (file) => {
  const blocks = readBlocks(file);
  const isChinese = file.includes('.zh-');
  const env = {
    ...process.env,
    LC_ALL: '',
    LC_MESSAGES: isChinese ? 'zh_CN.UTF-8' : 'C',
    LC_CTYPE: 'C.UTF-8',
  };
  let folder = '';

  /** A folder that is as a clone is after its set-up, which .ci/run runs: the README's is the same. */
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gip-parse-walk-'));
    cpSync(join(root, 'docs/walk-through'), join(folder, 'docs/walk-through'), { recursive: true });
    mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
    symlinkSync(root, join(folder, 'node_modules/gip-parse'));
    symlinkSync(join(root, 'bin/gip-parse.js'), join(folder, 'node_modules/.bin/gip-parse'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (command: string, args: readonly string[], own: object = {}) => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...env, ...own },
    });
    return { status, text: (stdout + stderr).replaceAll('\ufeff', '') };
  };
  const inFile = (program: string, name: string, code: string) => {
    writeFileSync(join(folder, name), code);
    return run(program, [name], { LC_MESSAGES: 'C' });
  };

  it('has the same steps in both languages', () => {
    const kinds = blocks.map(({ kind, word }) => [kind, word].join(' '));
    expect(kinds).toEqual(readBlocks('docs/walk-through.md').map(({ kind, word }) => [kind, word].join(' ')));
    expect(kinds.filter((kind) => kind.startsWith('step'))).toHaveLength(11);
    expect(blocks[0]?.code.trim()).toBe('npm ci');
  });

  it.for(blocks.filter(({ kind }) => kind !== 'setup' && kind !== 'stata'))(
    'prints what it says of $code',
    ({ kind, word = '', code, output }, context) => {
      if (kind === 'r' && !hasR)
        context.skip('R with haven is not installed: npm run check:readers installs it');
      if (kind === 'python' && python === undefined)
        context.skip('Python with pandas is not installed: npm run check:readers installs it');
      const { status, text } =
        kind === 'r'
          ? inFile('Rscript', word, code)
          : kind === 'python'
            ? inFile(python ?? '', word, code)
            : run('sh', ['-uc', code]);
      expect(text).toBe(output);
      expect(status).toBe(word === 'fails' ? 1 : 0);
    },
  );
});
