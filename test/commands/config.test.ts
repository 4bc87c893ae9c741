import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addConfig } from '../../src/commands/config.js';
import { CallError } from '../../src/model/call-error.js';

const root = join(import.meta.dirname, '../..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gip-parse-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const count = (printed: string) => {
  if (!/^\d+$/.test(printed)) throw new InvalidArgumentError('a whole number is needed.');
  return Number(printed);
};

/** A command line with an option of every kind: what the command that runs holds, and what is said. */
async function run(content: unknown, args: readonly string[] = []) {
  const file = join(folder, 'own.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const said: string[] = [];
  const held: Record<string, unknown> = {};
  const hold = (_: unknown, flags: Record<string, unknown>) => void Object.assign(held, flags);
  const program = new Command('tool').enablePositionalOptions().exitOverride();
  program
    .argument('[paths...]')
    .option('-o, --out <file>')
    .option('--max-bytes <n>', '', count, 30)
    .option('--no-bom')
    .option('-q, --quiet')
    .addOption(new Option('--shape <shape>').choices(['wide', 'long']).default('wide'))
    .option('--only <globs...>')
    .option('--keep <glob>', '', (one: string, before: string[]) => [...before, one], [])
    .action(hold);
  program.command('check').argument('<path>').option('--out <file>').option('--update [how]').action(hold);
  addConfig(program, {
    say: (line) => void said.push(line),
    speak: async (wanted) => void said.push(wanted),
  });
  await program.parseAsync(['--config', file, ...args], { from: 'user' });
  return { held, said: said.map((line) => line.replaceAll(file, 'own.json')) };
}

async function refuse(content: unknown): Promise<string> {
  const error = await run(content).catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(CallError);
  return (error as Error).message.replaceAll(join(folder, 'own.json'), 'own.json');
}

describe('a config file', () => {
  it('gives a command options of every kind, and says which it took', async () => {
    const parse = {
      out: 'data.csv',
      'max-bytes': 5,
      bom: false,
      shape: 'long',
      only: ['a', 'b'],
      keep: ['c', 'd'],
    };
    const { held, said } = await run({ parse });
    expect(held).toMatchObject({
      out: 'data.csv',
      maxBytes: 5,
      bom: false,
      shape: 'long',
      only: ['a', 'b'],
      keep: ['c', 'd'],
    });
    expect(said).toEqual(['options from own.json: out, max-bytes, bom, shape, only, keep']);
  });

  it('gives way to the command line, also where that says what the option is anyway', async () => {
    const { held, said } = await run({ parse: { shape: 'long', 'max-bytes': 5, keep: ['c'] } }, [
      '--shape',
      'wide',
      '--keep',
      'e',
    ]);
    expect(held).toMatchObject({ shape: 'wide', maxBytes: 5, keep: ['e'] });
    expect(said).toEqual(['options from own.json: max-bytes']);
  });

  it('gives each command its own section, and `all` to those that have the option', async () => {
    const content = { all: { out: 'x', shape: 'long' }, check: { update: true }, parse: { out: 'y' } };
    expect((await run(content, ['check', 'page'])).held).toMatchObject({ out: 'x', update: true });
    expect((await run(content)).held).toMatchObject({ out: 'y', shape: 'long' });
  });

  it('is named no more with --quiet, nor where it gives the command nothing', async () => {
    expect((await run({ parse: { out: 'x' } }, ['--quiet'])).said).toEqual([]);
    expect((await run({ check: { out: 'x' } })).said).toEqual([]);
  });

  it.each([
    [{ parse: { maxBytes: 5 } }, 'parse.maxBytes: there is no such option; did you mean max-bytes?'],
    [{ parse: { 'no-bom': true } }, 'parse.no-bom: there is no such option; did you mean bom?'],
    [{ parse: { config: 'x' } }, 'parse.config: there is no such option'],
    [{ chekc: {} }, 'chekc: there is no such command; did you mean check?'],
    [
      { shape: 'long' },
      'shape: an option stands in the section of a command, such as {"parse": {"shape": …}}',
    ],
    [{ check: 'yes' }, 'check: an object of options is wanted'],
    [[], 'an object with a section for each command is wanted'],
    [{ parse: { quiet: 'yes' } }, 'parse.quiet: "yes" is refused: true or false is wanted.'],
    [{ parse: { out: 5 } }, 'parse.out: 5 is refused: a text is wanted.'],
    [{ parse: { out: null } }, 'parse.out: null is refused: a text is wanted.'],
    [{ parse: { 'max-bytes': '5' } }, 'parse.max-bytes: "5" is refused: a number is wanted.'],
    [{ parse: { 'max-bytes': -5 } }, 'parse.max-bytes: -5 is refused: a whole number is needed.'],
    [{ parse: { shape: 'tall' } }, 'parse.shape: "tall" is refused: Allowed choices are wide, long.'],
    [{ parse: { only: 'a' } }, 'parse.only: "a" is refused: a list of texts is wanted.'],
  ])('is refused with what is wrong and where: %j', async (content, line) => {
    expect(await refuse(content)).toBe(`own.json cannot be used:\n  ${line}`);
  });

  it('is refused with every mistake at once, also in sections of other commands', async () => {
    const message = await refuse({ parse: { out: 5, bom: 1 }, check: { updaet: true } });
    expect(message.split('\n').slice(1)).toEqual([
      '  parse.out: 5 is refused: a text is wanted.',
      '  parse.bom: 1 is refused: true or false is wanted.',
      '  check.updaet: there is no such option; did you mean update?',
    ]);
  });

  it('is refused where it is no JSON', async () => {
    expect(await refuse('{"parse": {')).toMatch(/^own\.json cannot be read: .*JSON/);
  });
});

describe('gip-parse.config.json', () => {
  const bin = join(root, 'bin/gip-parse.js');
  const page = join(root, 'fixtures/prose-only/whole-bureau-report/page.html');
  const call = (...args: string[]) => spawnSync('node', [bin, ...args], { cwd: folder, encoding: 'utf8' });

  it('is found in the working directory, and left alone where another file or none is asked for', () => {
    const write = (name: string, format: string) =>
      writeFileSync(join(folder, name), JSON.stringify({ parse: { format } }));
    write('gip-parse.config.json', 'csv');
    write('other.json', 'tsv');
    expect(call(page).stdout).toMatch(/^path,container,/);
    expect(call(page).stderr).toMatch(/^options from gip-parse\.config\.json: format\n/);
    expect(call(page, '--config', 'other.json').stdout).toMatch(/^path\tcontainer\t/);
    expect(call(page, '--no-config').stdout).toMatch(/^\{"schema"/);
  });

  it('is as docs/config.md shows it', () => {
    const [, example = ''] =
      readFileSync(join(root, 'docs/config.md'), 'utf8').match(/```json\n(.*?)```/s) ?? [];
    writeFileSync(join(folder, 'shown.json'), example);
    const { status, stderr } = call('rules', 'folder.duplicate', '--config', 'shown.json');
    expect([status, stderr]).toEqual([0, '']);
    expect(Object.keys(JSON.parse(example))).toEqual(['all', 'parse', 'check']);
  });

  it('ends the call with 2 and a line where the file named is not there', () => {
    const { status, stderr } = call(page, '--config', 'none.json');
    expect([status, stderr]).toEqual([2, 'gip-parse: none.json does not exist\n']);
  });
});
