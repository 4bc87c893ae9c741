import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linesOf, readJsonLines, runCli, smallPage, stopCli, writePages } from '../support/run-cli.js';

let top = '';
let pages = '';
let folder = '';
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'gip-parse-resume-'));
  pages = join(top, 'pages');
  writePages(pages, 150);
  writeFileSync(join(pages, '0/000003.txt'), '');
  writeFileSync(join(pages, 'notes.doc'), 'no page');
});
beforeEach(() => {
  folder = mkdtempSync(join(top, 'case-'));
});
afterAll(() => rmSync(top, { recursive: true }));

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** Ends a run when its part file has so many bytes; it has not ended by itself. */
async function stopAt(bytes: number, name: string, signal: NodeJS.Signals, args: readonly string[] = []) {
  const out = join(folder, name);
  const ended = await stopCli([pages, '--out', out, ...args], signal, () => sizeOf(`${out}.part`) >= bytes);
  expect(existsSync(out), 'the run was ended before it was whole').toBe(false);
  return ended;
}

/** A row of a status file without what may differ between runs. */
const withoutTime = ({ milliseconds: _, ...row }: { milliseconds: number }) => row;

describe('a run that was killed and is continued', () => {
  it.each([
    ['csv', 3, ['--shape', 'long']],
    ['ndjson', 1, []],
    ['json', 2, []],
  ])('ends with the same %s as one that was not', async (format, jobs, args) => {
    const call = [...args, '-q', '-j', String(jobs)];
    expect(
      runCli([
        pages,
        '-o',
        join(folder, `whole.${format}`),
        ...call,
        '--status',
        join(folder, 'whole-status.ndjson'),
      ]).status,
    ).toBe(1);
    const whole = sizeOf(join(folder, `whole.${format}`));
    const status = ['--status', join(folder, 'status.ndjson')];
    await stopAt(Math.random() * 0.4 * whole, `data.${format}`, 'SIGKILL', [...call, ...status]);
    await stopAt((0.5 + Math.random() * 0.3) * whole, `data.${format}`, 'SIGKILL', [
      ...call,
      ...status,
      '--resume',
    ]);
    const last = runCli([pages, '-o', join(folder, `data.${format}`), ...call, ...status, '--resume']);
    expect(last.status).toBe(1);
    expect(read(`data.${format}`)).toBe(read(`whole.${format}`));
    expect(readJsonLines<{ milliseconds: number }>(join(folder, 'status.ndjson')).map(withoutTime)).toEqual(
      readJsonLines<{ milliseconds: number }>(join(folder, 'whole-status.ndjson')).map(withoutTime),
    );
    expect(readdirSync(folder).sort()).toEqual(
      [`data.${format}`, 'status.ndjson', `whole.${format}`, 'whole-status.ndjson'].sort(),
    );
  });

  it('goes on behind the last whole record where the files were cut anywhere', async () => {
    await stopAt(20_000, 'data.csv', 'SIGKILL', ['-q']);
    const out = join(folder, 'data.csv');
    truncateSync(`${out}.part`, sizeOf(`${out}.part`) - 10);
    truncateSync(`${out}.part.journal`, sizeOf(`${out}.part.journal`) - 30);
    runCli([pages, '-o', out, '-q', '--resume']);
    runCli([pages, '-o', join(folder, 'whole.csv'), '-q']);
    expect(read('data.csv')).toBe(read('whole.csv'));
  });

  it('goes on with as many corrections as there are', async () => {
    const file = join(folder, 'corrections.csv');
    const line = (i: number) =>
      `${String(i).padStart(64, '0')},fees.collected,12,120,misprint,reader,2026-01-31`;
    const lines = Array.from({ length: 200 }, (_, i) => line(i));
    writeFileSync(file, ['sha256,code,raw,value,reason,by,date', ...lines, ''].join('\n'));
    const call = ['-q', '--corrections', file];
    await stopAt(20_000, 'data.csv', 'SIGKILL', call);
    const out = join(folder, 'data.csv');
    writeFileSync(file, ['sha256,code,raw,value,reason,by,date', ...lines.slice(1), ''].join('\n'));
    const other = runCli([pages, '-o', out, ...call, '--resume']);
    expect(other.status).toBe(2);
    expect(other.stderr).toContain('other settings (corrections)');
    writeFileSync(file, ['sha256,code,raw,value,reason,by,date', ...lines, ''].join('\n'));
    expect(runCli([pages, '-o', out, ...call, '--resume']).stderr).not.toContain('there is no');
  });

  it('counts what the earlier run has done in its totals', async () => {
    await stopAt(20_000, 'data.csv', 'SIGKILL');
    const { stderr } = runCli([pages, '-o', join(folder, 'data.csv'), '--resume']);
    expect(stderr).toContain('151 pages to');
    expect(stderr).toContain('150 parsed; 1 other files skipped');
  });

  it('is refused with the reason where the settings or the inputs are others, and keeps its part', async () => {
    await stopAt(20_000, 'data.csv', 'SIGKILL', ['-q']);
    const out = join(folder, 'data.csv');
    const kept = readFileSync(`${out}.part`);
    const refused = (args: readonly string[]) => {
      const { status, stderr } = runCli([...args, '-o', out, '-q', '--resume']);
      expect(status).toBe(2);
      expect(readFileSync(`${out}.part`)).toEqual(kept);
      return stderr;
    };
    expect(refused([pages, '--shape', 'long', '--max-bytes', '1000'])).toMatch(
      /other settings \(maxBytes, shape\)/,
    );
    expect(refused([join(pages, '1')])).toMatch(/its input 1, 0\/000000.html, is now 000100.html/);
    const page = join(pages, '0/000001.html');
    writeFileSync(page, smallPage(99));
    expect(refused([pages])).toMatch(/its input 2, 0\/000001.html, has other content now/);
    writeFileSync(page, smallPage(2));
    rmSync(join(pages, '0/000003.txt'));
    expect(refused([pages])).toMatch(/its input 4, 0\/000003.html, is now|its input 5/);
    writeFileSync(join(pages, '0/000003.txt'), '');
    expect(runCli([pages, '-o', out, '-q', '--resume']).status).toBe(1);
  });

  it('begins anew without --resume, and says so', async () => {
    await stopAt(20_000, 'data.csv', 'SIGKILL', ['-q']);
    const { stderr } = runCli([pages, '-o', join(folder, 'data.csv'), '-q']);
    expect(stderr).toContain('data.csv.part of an earlier run is replaced; --resume would go on with it');
    expect(linesOf(read('data.csv'))).toHaveLength(152);
  });
});

describe('a run that is told to end', () => {
  it('ends with 130 at Ctrl-C, leaves its part and says how to go on', async () => {
    const { status, stderr } = await stopAt(20_000, 'data.csv', 'SIGINT', ['-q']);
    expect(status).toBe(130);
    expect(linesOf(stderr).at(-2)).toMatch(
      /data\.csv\.part holds what was done: the same call with --resume goes on/,
    );
    expect(linesOf(stderr).at(-1)).toBe('gip-parse: ended by SIGINT');
    expect(readdirSync(folder)).toEqual(['data.csv.part', 'data.csv.part.journal']);
  });

  it('leaves no status file', async () => {
    const { status } = await stopAt(20_000, 'data.csv', 'SIGTERM', ['--status', join(folder, 'status.csv')]);
    expect(status).toBe(143);
    expect(readdirSync(folder)).toEqual(['data.csv.part', 'data.csv.part.journal']);
  });
});

describe('--resume', () => {
  it('begins at the first input where there is nothing to go on with', () => {
    const { status, stderr } = runCli([pages, '-o', join(folder, 'data.csv'), '--resume']);
    expect(status).toBe(1);
    expect(stderr).toContain('there is no ');
    expect(linesOf(read('data.csv'))).toHaveLength(152);
  });

  it('needs a file', () => {
    const { status, stderr } = runCli([pages, '--resume']);
    expect(status).toBe(2);
    expect(stderr).toContain('--resume needs --out with a file');
  });
});
