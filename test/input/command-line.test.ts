import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeZip } from '../support/containers.js';
import { smallPage } from '../support/run-cli.js';

const bin = join(import.meta.dirname, '../../bin/gip-parse.js');
const text = smallPage(35);
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gip-parse-inputs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What the program says, and the status and source of its records. */
function run(args: readonly string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync('node', [bin, '-q', ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  const lines = stdout
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '');
  const records = lines.map((line) => JSON.parse(line));
  return {
    status,
    stderr,
    pages: records.map((record) => [record.source.path, record.source.container, record.status]),
  };
}

describe('the command line', () => {
  it('reads the same page from all that may hold it', () => {
    const name = process.platform === 'linux' ? iconv.encode('年报.html', 'gbk') : Buffer.from('年报.html');
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), text);
    writeFileSync(join(folder, 'a.html.gz'), gzipSync(text));
    writeFileSync(join(folder, 'b.zip'), makeZip([{ name: 'page.html', data: text }]));
    writeFileSync(join(folder, 'c.jsonl'), JSON.stringify({ url: 'u', html: text }));
    for (const jobs of ['1', '2'])
      expect(run(['.', '--jobs', jobs])).toMatchObject({
        status: 0,
        pages: [
          ['a.html.gz', null, 'parsed'],
          ['page.html', 'b.zip', 'parsed'],
          ['#1 u', 'c.jsonl', 'parsed'],
          ['年报.html', null, 'parsed'],
        ],
      });
  });

  it('names fields, and says what stdin is', () => {
    const line = JSON.stringify({ where: 'u', it: { page: text } });
    const { pages } = run(['-', '--stdin-format', 'jsonl', '--jsonl-fields', 'body=it.page,url=where'], line);
    expect(pages).toEqual([['#1 u', '-', 'parsed']]);
    expect(run(['-', '--jsonl-fields', 'html=x'], line)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('body=NAME,url=NAME,date=NAME,encoding=NAME'),
    });
  });

  it('sets limits, and names what lies in a container with it', () => {
    writeFileSync(
      join(folder, 'a.zip'),
      makeZip([{ name: 'b.zip', data: makeZip([{ name: 'c.html', data: text }]) }]),
    );
    expect(run(['a.zip'])).toMatchObject({ status: 0, pages: [['c.html', 'a.zip!/b.zip', 'parsed']] });
    expect(run(['a.zip', '--max-nesting', '1'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(
        'gip-parse: a.zip!/b.zip: is nested deeper than --max-nesting 1 allows',
      ),
    });
  });
});
