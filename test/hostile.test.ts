import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GipRecord, recordSchema } from '../src/model/record.js';
import { parsePage } from '../src/parse.js';
import { hostilePages, report } from './support/hostile.js';
import { fixturePages, readings } from './support/pages.js';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'bin/gip-parse.js');
const watch = join(import.meta.dirname, 'support/watch-run.mjs');
const good = fixturePages().slice(0, 5);
const SECONDS = 5;
const MEGABYTES = 500;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gip-parse-hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[]) {
  const out = join(folder, 'watched.json');
  const { status, stdout, stderr } = spawnSync(
    'node',
    ['--import', watch, bin, '-q', '--jobs', '1', '--page-timeout', '60', ...args],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      env: { ...process.env, WATCH_OUT: out },
    },
  );
  const { seconds, megabytes } = JSON.parse(readFileSync(out, 'utf8'));
  return { status, lines: stdout.trimEnd().split('\n'), stderr, seconds, megabytes };
}

const fileOf = (i: number, kind: string) => `${String(i).padStart(3, '0')}-${kind}.html`;

describe('one run over hostile pages with good ones between them', () => {
  const records = new Map<string, GipRecord>();
  let all: ReturnType<typeof run>;
  let alone: ReturnType<typeof run>;

  beforeAll(() => {
    const pages = join(folder, 'pages');
    mkdirSync(pages);
    for (const [i, { make }] of hostilePages.entries())
      writeFileSync(join(pages, fileOf(i, 'hostile')), make());
    const goodFiles = good.map(({ bytes }, i) => {
      const file = join(pages, fileOf(i * 10, 'good'));
      writeFileSync(file, bytes);
      return file;
    });
    all = run([pages]);
    alone = run(goodFiles);
    for (const line of all.lines) {
      const record: GipRecord = JSON.parse(line);
      records.set(record.source.path, record);
    }
  }, 300_000);

  it('writes a record for each page, and says that some were unusable', () => {
    expect(records.size).toBe(hostilePages.length + good.length);
    expect(all.status).toBe(1);
    const unusable = hostilePages.filter(({ status }) => /empty|undecodable|too_large/.test(status));
    expect(all.stderr.trimEnd().split('\n')).toHaveLength(unusable.length);
  });

  it('writes the records of the good pages as a run without the others does', () => {
    expect(alone.lines).toHaveLength(good.length);
    expect(all.lines.filter((line) => alone.lines.includes(line))).toEqual(alone.lines);
  });

  it(`takes less than ${SECONDS} seconds for any page and ${MEGABYTES} MB for all`, () => {
    expect(all.seconds).toHaveLength(all.lines.length);
    expect(Math.max(...all.seconds)).toBeLessThan(SECONDS);
    expect(all.megabytes).toBeLessThan(MEGABYTES);
  });

  const expected = readings(parsePage(Buffer.from(report)));
  it.each(hostilePages.map((page, i) => ({ ...page, file: fileOf(i, 'hostile') })))(
    '$name: $status',
    ({ file, status, message, isWhole }) => {
      const record = records.get(file);
      if (!record) throw new Error(`${file} has no record`);
      expect(recordSchema.safeParse(record).error).toBeUndefined();
      expect(record.status).toBe(status);
      expect(record.reason).not.toBe('');
      if (message !== undefined) expect(record.messages.map(({ code }) => code)).toContain(message);
      if (isWhole) expect(readings(record)).toEqual(expected);
    },
  );
});

describe('inputs that are no files', () => {
  const page = Buffer.from(report);
  let own = '';
  beforeAll(() => {
    own = join(folder, 'no-files');
    mkdirSync(own);
    writeFileSync(join(own, 'page.html'), page);
  });

  it('tells pipes, sockets, devices and links that lead nowhere, and reads on', async () => {
    spawnSync('bash', ['-c', `mkfifo ${join(own, 'pipe.html')}`]);
    const server = createServer().listen(join(own, 'socket.html'));
    await once(server, 'listening');
    symlinkSync('/dev/zero', join(own, 'device.html'));
    symlinkSync('nowhere', join(own, 'dangling.html'));
    symlinkSync('round.html', join(own, 'round.html'));
    symlinkSync('.', join(own, 'folder.html'));
    const { status, lines, stderr } = run([own]);
    server.close();
    expect(status).toBe(1);
    expect(lines.map((line) => JSON.parse(line).status)).toEqual(['parsed']);
    expect(stderr.trimEnd().split('\n')).toEqual([
      'gip-parse: dangling.html: does not exist',
      'gip-parse: device.html: is neither a file nor a folder',
      'gip-parse: pipe.html: is neither a file nor a folder',
      'gip-parse: round.html: is a link that leads to itself',
      'gip-parse: socket.html: is neither a file nor a folder',
    ]);
  });

  it('keeps line breaks and control characters of a name in the record and off the terminal', () => {
    const names = ['a\nb.html', 'bell\u0007.html', 'colour\u001b[31m.html', '"\',;.html'];
    const odd = join(folder, 'odd');
    mkdirSync(odd);
    for (const name of names) writeFileSync(join(odd, name), '');
    const { lines, stderr } = run([odd]);
    expect(lines.map((line) => JSON.parse(line).source.path).sort()).toEqual([...names].sort());
    expect(stderr.trimEnd().split('\n')).toHaveLength(names.length);
    expect(stderr).toMatch(/^[^\p{Cc}]*$/mu);
    expect(stderr).toContain('a\\x0ab.html');
  });

  it.skipIf(process.platform !== 'linux')(
    'gives a file whose reading fails a record (a file that can be opened and not read is Linux’s)',
    () => {
      const broken = join(folder, 'broken');
      mkdirSync(broken);
      symlinkSync('/proc/self/mem', join(broken, '1.html'));
      writeFileSync(join(broken, '2.html'), page);
      const { status, lines } = run(['--follow-links', broken]);
      const [first, second] = lines.map((line) => JSON.parse(line));
      expect([first.status, second.status]).toEqual(['failed', 'parsed']);
      expect(first.reason).toMatch(/^The file could not be read: EIO/);
      expect(status).toBe(1);
    },
  );

  it.skipIf(process.getuid?.() === 0)(
    'tells files and folders that may not be read (the superuser may read all)',
    () => {
      const closed = join(folder, 'closed');
      mkdirSync(join(closed, 'folder'), { recursive: true });
      writeFileSync(join(closed, 'file.html'), page, { mode: 0 });
      chmodSync(join(closed, 'folder'), 0);
      const { status, lines, stderr } = run([closed]);
      chmodSync(join(closed, 'folder'), 0o700);
      expect(lines.map((line) => JSON.parse(line).status)).toEqual(['failed']);
      expect(stderr).toContain('folder: may not be read');
      expect(status).toBe(1);
    },
  );
});
