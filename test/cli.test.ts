import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from './support/read-formats.js';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'bin/gip-parse.js');
const fixtures = join(root, 'fixtures');
const page = join(fixtures, 'prose-only/whole-bureau-report/page.html');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gip-parse-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync('node', [bin, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('gip-parse', () => {
  it('writes one record a line to stdout and talk to stderr', () => {
    const { status, stdout, stderr } = run([page]);
    expect(status).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).source.path),
    ).toEqual(['page.html']);
    expect(stderr).toBe(
      '1 page: 1 parsed\ntemplates: 1 prose-only\n18 figures, 0 in tables unmapped, 0 failed checks, 0 warnings\n',
    );
  });

  it('walks folders in sorted order and counts other files as skipped', () => {
    const { stdout, stderr } = run([join(fixtures, 'statistics-table-2014')]);
    const paths = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).source.path);
    expect(paths).toEqual([...paths].sort());
    expect(paths[0]).toBe('city-with-applicant-table/page.html');
    expect(stderr).toContain('7 other files skipped');
  });

  it('puts the name of the folder in front where two are given', () => {
    const { stdout } = run(['-q', join(fixtures, 'prose-only'), join(fixtures, 'not-a-report')]);
    const paths = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).source.path);
    expect(paths[0]).toBe('prose-only/radicals-from-pdf/page.txt');
    expect(paths.at(-1)).toBe('not-a-report/script-shell/page.html');
  });

  it('reads one page from stdin', () => {
    const { status, stdout } = run(['-', '-q'], readFileSync(page));
    expect(status).toBe(0);
    expect(JSON.parse(stdout).source.path).toBe('-');
  });

  it.each([
    ['json', (text: string) => expect(JSON.parse(text)).toHaveLength(1)],
    ['ndjson', (text: string) => expect(JSON.parse(text).status).toBe('parsed')],
    ['jsonl', (text: string) => expect(JSON.parse(text).status).toBe('parsed')],
    ['csv', (text: string) => expect(text.startsWith('\ufeffpath,container,')).toBe(true)],
    ['tsv', (text: string) => expect(text.startsWith('path\tcontainer\t')).toBe(true)],
  ])(
    'chooses the format by the ending .%s, replaces the file and leaves nothing beside it',
    (ending, check) => {
      const own = join(folder, `out-${ending}`);
      mkdirSync(own);
      const out = join(own, `data.${ending.toUpperCase()}`);
      writeFileSync(out, 'old');
      expect(run([page, '--out', out, '-q']).status).toBe(0);
      check(readFileSync(out, 'utf8'));
      expect(readdirSync(own)).toEqual([`data.${ending.toUpperCase()}`]);
    },
  );

  it('writes long tables, without a byte-order mark where asked', () => {
    const out = join(folder, 'long.csv');
    run([page, '--out', out, '--shape', 'long', '--no-bom', '-q']);
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
    expect(lines[0]?.startsWith('path,container,sha256,status')).toBe(true);
    expect(lines).toHaveLength(19);
  });

  it.each([
    [['no-such-file'], 'gip-parse: no-such-file: does not exist'],
    [['empty.html'], 'empty.html: empty: The file has no bytes'],
    [['report.html'], 'report.html: undecodable: The file is a PDF'],
    [[page, '--max-bytes', '100'], 'page.html: too_large: The page has'],
    [['bare'], 'bare: holds no pages'],
    [['menu.html', '--strict'], 'menu.html: not_a_report'],
  ])('exits with 1 and says why: %s', (args, message) => {
    writeFileSync(join(folder, 'empty.html'), '');
    writeFileSync(join(folder, 'report.html'), '%PDF-1.7 ...');
    writeFileSync(
      join(folder, 'menu.html'),
      '<p>今日天气晴，气温二十度，适合出行，请大家注意安全，祝大家周末愉快。</p>',
    );
    mkdirSync(join(folder, 'bare'), { recursive: true });
    const { status, stderr } = run([...args, '--quiet']);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });

  it('goes on after an input that cannot be read', () => {
    const { status, stdout } = run(['no-such-file', page, '-q']);
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  it('reads a folder although its name is nearly a command', () => {
    mkdirSync(join(folder, 'checks'));
    writeFileSync(join(folder, 'checks/page.html'), readFileSync(page));
    const { status, stdout } = run(['checks', '-q']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).source.path).toBe('page.html');
  });

  it('ends where links lead in circles', () => {
    const own = join(folder, 'circle');
    mkdirSync(own);
    symlinkSync(own, join(own, 'again'));
    symlinkSync('loop.html', join(own, 'loop.html'));
    writeFileSync(join(own, 'page.html'), readFileSync(page));
    const { status, stdout, stderr } = run([own]);
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain('loop.html: is a link that leads to itself');
  });

  it.each([
    [[], 'name files or folders to read'],
    [[page, '--out', 'data.doc'], 'no format has this ending'],
    [[page, '--format', 'xml'], "option '-f, --format <format>' argument 'xml' is invalid"],
    [[page, '--encoding', 'klingon'], 'no such encoding'],
    [[page, '--nonsense'], 'unknown option'],
    [
      [page, '--out', 'no/such/folder/data.csv'],
      'gip-parse: the output cannot be written: the folder no/such/folder does not exist\n',
    ],
    [['check', page, '--out', '.'], 'gip-parse: the output cannot be written: . is a folder\n'],
    [['chekc', page], 'gip-parse: chekc: there is no such file or command; did you mean check?\n'],
  ])('exits with 2 where the call is wrong or the output cannot be written: %s', (args, message) => {
    const { status, stdout, stderr } = run(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });

  it('says its exit status in the help', () => {
    const { status, stdout } = run(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('Exit status:');
  });

  it('lists the forms it knows', () => {
    const { status, stdout } = run(['templates']);
    expect(status).toBe(0);
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'id',
      'new-regulation-2019',
      'new-regulation-2021',
      'statistics-table-2008',
      'statistics-table-2014',
      '',
    ]);
  });

  it('explains a page or one of its values', () => {
    const { status, stdout, stderr } = run(['why', page]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('  status     parsed:');
    const one = run(['why', page, 'pro_tot']);
    expect([one.status, one.stderr]).toEqual([0, '']);
    expect(one.stdout.split('\n')[0]).toBe('proactive.total  pro_tot');
    expect(run(['why', page, 'no.such.code']).status).toBe(2);
    expect(run(['why']).status).toBe(2);
  });

  it('prints the codebook, or writes it in the format of the ending', () => {
    expect(run(['codebook']).stdout.split('\n')[0]).toMatch(
      /^code\tname\tfamily\tedition\tlabel_zh\tunit\tparent\tmeaning\tfirst_year\t/,
    );
    expect(run(['codebook', '--format', 'md']).stdout).toContain('\n### `pro_tot` ');
    expect(run(['codebook', '--out', 'codebook.json']).status).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'codebook.json'), 'utf8'))[0].name).toBe('pro_tot');
    expect(run(['codebook', '--out', 'codebook.doc']).status).toBe(2);
  });

  it('writes scripts with labels beside a table, and refuses them where there is none', () => {
    expect(run([page, '--out', 'labelled.csv', '--labels', 'r,stata', '--quiet']).status).toBe(0);
    expect(readFileSync(join(folder, 'labelled.R'), 'utf8')).toContain('"labelled.csv", skip = 1');
    expect(readFileSync(join(folder, 'labelled.do'), 'utf8')).toContain(
      'import delimited using "labelled.csv"',
    );
    expect(run([page, '--out', 'labelled.ndjson', '--labels', 'r']).status).toBe(2);
    expect(run([page, '--out', 'labelled.csv', '--labels', 'spss']).status).toBe(2);
  });

  it('exports what it wrote to a format that is no text', () => {
    expect(run([page, '--out', 'kept.ndjson', '--quiet']).status).toBe(0);
    expect(run(['export', 'kept.ndjson', '--out', 'kept.sqlite']).status).toBe(0);
    expect(query(join(folder, 'kept.sqlite'), 'SELECT status FROM wide')).toEqual([{ status: 'parsed' }]);
    expect(run([page, '--format', 'xlsx']).status).toBe(2);
  });

  it('ends quietly where nobody reads its output', () => {
    const { stdout } = spawnSync(
      'bash',
      ['-c', `node ${bin} -q ${fixtures} | head -c 10; echo " \${PIPESTATUS[0]}"`],
      { encoding: 'utf8' },
    );
    expect(stdout).toMatch(/^\{"schema":.* [01]\n$/s);
  });

  it.skipIf(!existsSync('/dev/full'))(
    'exits with 2 where the disk is full (where /dev/full plays one)',
    () => {
      const { status, stderr } = spawnSync('bash', ['-c', `node ${bin} -q ${fixtures} > /dev/full`], {
        encoding: 'utf8',
      });
      expect(status).toBe(2);
      expect(stderr).toBe('gip-parse: ENOSPC: no space left on device, write\n');
    },
  );

  it('writes into a pipe that is there, and leaves it a pipe', () => {
    const pipe = join(folder, 'pipe');
    const { stdout } = spawnSync(
      'bash',
      ['-c', `mkfifo ${pipe}; node ${bin} -q ${page} --format ndjson --out ${pipe} & cat ${pipe}; wait`],
      { encoding: 'utf8' },
    );
    expect(JSON.parse(stdout).status).toBe('parsed');
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  it('leaves the file of an earlier run as it was where it is killed', async () => {
    const own = join(folder, 'killed');
    mkdirSync(own);
    const out = join(own, 'data.ndjson');
    writeFileSync(out, 'earlier');
    const child = spawn('node', [bin, '-q', page, '-', '--out', out], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const isBegun = () => readdirSync(own).some((name) => name.endsWith('.part'));
    while (!isBegun()) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(readFileSync(out, 'utf8')).toBe('earlier');
  });
});
