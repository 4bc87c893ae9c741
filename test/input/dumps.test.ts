import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInputs } from '../../src/input/find-pages.js';
import { parsePage } from '../../src/parse.js';
import { see } from '../support/containers.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gip-parse-dumps-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const lines = (...rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const page = '<html><body>政府信息公开</body></html>';

/** What is known of the pages of a dump. */
async function describePages(file: string) {
  const pages: unknown[] = [];
  for await (const input of readInputs([file], { stdin: Readable.from([]), maxBytes: 1e6 }))
    if (input.kind === 'page') pages.push([input.path, input.url, input.fetchedAt, input.declared]);
  return pages;
}

describe('JSON Lines', () => {
  it('give pages as text or base64, with address and date, by the usual names', async () => {
    const file = put(
      'usual.jsonl',
      lines(
        { url: 'http://a/1', html: page, crawled_at: '2024-01-02' },
        {
          link: 'http://a/2',
          body: Buffer.from(page).toString('base64'),
          timestamp: 1_704_153_600,
          charset: 'gbk',
        },
        { URL: 'http://a/3', Content: page, time: { $date: 1_704_153_600_000 } },
        { response: { url: 'http://a/4', body: page } },
        { html: null, body: page },
      ),
    );
    expect(await describePages(file)).toEqual([
      ['#1 http://a/1', 'http://a/1', '2024-01-02', 'utf-8'],
      ['#2 http://a/2', 'http://a/2', '2024-01-02T00:00:00.000Z', 'gbk'],
      ['#3 http://a/3', 'http://a/3', '2024-01-02T00:00:00.000Z', 'utf-8'],
      ['#4 http://a/4', 'http://a/4', null, 'utf-8'],
      ['#5', null, null, 'utf-8'],
    ]);
    expect((await see([file])).map(({ text }) => text)).toEqual(Array(5).fill(page));
  });

  it('give the fields that are named, one in another too', async () => {
    const file = put('named.jsonl', lines({ id: 1, html: 'menu', data: { page }, where: 'http://b' }));
    const jsonlFields = { body: 'data.page', url: 'where' };
    expect(await see([file], { jsonlFields })).toEqual([
      { kind: 'page', path: '#1 http://b', container: 'named.jsonl', text: page },
    ]);
  });

  it('that are broken, too long or without a page are told by their number, the others read', async () => {
    const rows = [
      lines({ html: 'one' }),
      '{"html":"cut\n',
      '\n',
      '[1]\n',
      lines({ url: 'u', html: null }, { note: 'x' }),
    ];
    const file = put(
      'broken.ndjson',
      `${rows.join('')}{"html":"${'x'.repeat(250_000)}"}\n${lines({ html: 'last' }).trimEnd()}`,
    );
    const told = (path: string, reason: string) => ({
      kind: 'missing',
      path,
      container: 'broken.ndjson',
      reason,
    });
    expect(await see([file], { maxBytes: 1000 })).toEqual([
      { kind: 'page', path: '#1', container: 'broken.ndjson', text: 'one' },
      told('#2', 'is broken JSON'),
      told('#4', 'is no JSON object'),
      told('#5 u', 'holds no page in html'),
      told('#6', 'holds no page in a field of a usual name'),
      told('#7', 'is a line of over 102000 bytes (--max-bytes)'),
      { kind: 'page', path: '#8', container: 'broken.ndjson', text: 'last' },
    ]);
  });

  it('in GBK or UTF-16, with a byte-order mark or packed are read', async () => {
    const text = lines({ url: 'http://名', html: page });
    for (const bytes of [
      iconv.encode(text, 'gbk'),
      iconv.encode(text, 'utf16', { addBOM: true }),
      Buffer.from(`\ufeff${text}`),
      gzipSync(text),
    ])
      expect(await see([put('bytes.jsonl', bytes)])).toEqual([
        { kind: 'page', path: '#1 http://名', container: 'bytes.jsonl', text: page },
      ]);
  });

  it('of our own output, or of anything without pages, are refused where named, and skipped in a folder', async () => {
    const record = parsePage(Buffer.from(page), { path: 'x.html' });
    const own = put('own.ndjson', lines(record, record));
    expect(await see([own])).toEqual([
      { kind: 'missing', path: 'own.ndjson', container: null, reason: 'is output of gip-parse, no pages' },
    ]);
    const log = put('log.jsonl', lines(...Array.from({ length: 200 }, (_, i) => ({ level: 'info', i }))));
    const [told, ...rest] = await see([log]);
    expect(told).toMatchObject({ kind: 'missing', reason: expect.stringContaining('--jsonl-fields') });
    expect(rest).toEqual([]);
    const inFolder = await see([folder]);
    expect(inFolder.filter(({ path }) => /^(?:own|log)\./.test(path)).map(({ kind }) => kind)).toEqual([
      'skipped',
      'skipped',
    ]);
  });
});

describe('CSV', () => {
  const csv = `网址,标题,html,抓取时间\nhttp://a/1,"一, 二","<p class=""x"">甲\n乙</p>",2024-01-02\nhttp://a/2,三,<p>丙</p>,2024-01-03\n`;
  const told = (path: string, text: string) => ({ kind: 'page', path, container: expect.any(String), text });

  it('gives the column of pages, quoted and over lines, by usual names', async () => {
    expect(await see([put('usual.csv', csv)])).toEqual([
      told('#1 http://a/1', '<p class="x">甲\n乙</p>'),
      told('#2 http://a/2', '<p>丙</p>'),
    ]);
    expect(await describePages(put('usual.csv', csv))).toEqual([
      ['#1 http://a/1', 'http://a/1', '2024-01-02', null],
      ['#2 http://a/2', 'http://a/2', '2024-01-03', null],
    ]);
  });

  it('may be parted by tabs or semicolons, and have a byte-order mark', async () => {
    for (const sign of ['\t', ';'])
      expect(await see([put('other.tsv', `\ufeffurl${sign}body\nu${sign}text, more\n`)])).toEqual([
        told('#1 u', 'text, more'),
      ]);
  });

  it('in GBK keeps the bytes of the page', async () => {
    const file = put('gbk.csv', iconv.encode(csv, 'gbk'));
    const [first] = await see([file]);
    expect(first?.path).toBe('#1 http://a/1');
    for await (const input of readInputs([file], { stdin: Readable.from([]), maxBytes: 1e6 })) {
      if (input.kind !== 'page') throw new Error(input.reason);
      const { bytes } = await input.read();
      expect(iconv.decode(Buffer.from(bytes ?? []), 'gbk')).toMatch(/甲|丙/);
    }
  });

  it('gives the columns that are named, and refuses a table without them', async () => {
    const file = put('named.csv', 'a,b\nx,page\n');
    expect(await see([file], { csvColumns: { body: 'b', url: 'a' } })).toEqual([told('#1 x', 'page')]);
    expect(await see([file])).toEqual([
      {
        kind: 'missing',
        path: 'named.csv',
        container: null,
        reason: 'has no column that holds a page (--csv-columns names it)',
      },
    ]);
    expect(await see([file], { csvColumns: { body: 'c' } })).toMatchObject([{ kind: 'missing' }]);
  });

  it('of our own output is refused', async () => {
    const file = put('own.csv', 'path,container,sha256,status,raw,text\na,b,c,d,e,f\n');
    expect(await see([file])).toMatchObject([
      { kind: 'missing', reason: 'is output of gip-parse, no pages' },
    ]);
  });

  it('with a quote that never ends, or a huge cell, gives what came before and is told', async () => {
    const open = put('open.csv', 'url,html\nu,first\nv,"second\n');
    expect(await see([open])).toMatchObject([
      { kind: 'page', text: 'first' },
      { kind: 'missing', path: 'open.csv', reason: 'ends within a quoted cell; files read before: 1' },
    ]);
    const huge = put('huge.csv', `url,html\nu,first\nv,"${'x'.repeat(3_000_000)}"\nw,last\n`);
    expect(await see([huge], { maxBytes: 1000 })).toMatchObject([
      { kind: 'page', text: 'first' },
      { kind: 'missing', path: 'huge.csv' },
    ]);
  });
});

describe('stdin', () => {
  it('is one page, or what it is said to be', async () => {
    const jsonl = Buffer.from(lines({ url: 'u', html: 'A' }, { url: 'v', html: 'B' }));
    expect(await see(['-'], { stdin: Buffer.from('page') })).toEqual([
      { kind: 'page', path: '-', container: null, text: 'page' },
    ]);
    expect(await see(['-'], { stdin: gzipSync(jsonl), stdinFormat: 'jsonl' })).toEqual([
      { kind: 'page', path: '#1 u', container: '-', text: 'A' },
      { kind: 'page', path: '#2 v', container: '-', text: 'B' },
    ]);
    const listed = put('listed.html', 'C');
    expect(await see(['-'], { stdin: Buffer.from(`${listed}\n`), stdinFormat: 'list' })).toEqual([
      { kind: 'page', path: listed, container: null, text: 'C' },
    ]);
  });
});
