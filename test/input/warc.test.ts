import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInputs } from '../../src/input/find-pages.js';
import { makeAnswer, makeWarcRecord, see } from '../support/containers.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gip-parse-warc-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, ...records: readonly Buffer[]): string {
  const file = join(folder, name);
  writeFileSync(file, Buffer.concat(records));
  return file;
}

const OK = 'HTTP/1.1 200 OK\nContent-Type: text/html; charset="GB2312"';
const page = '<html><body>政府信息公开</body></html>';
const info = makeWarcRecord(
  { 'WARC-Type': 'warcinfo', 'Content-Type': 'application/warc-fields' },
  Buffer.from('software: x\r\n'),
);
const request = makeWarcRecord(
  { 'WARC-Type': 'request', 'Content-Type': 'application/http; msgtype=request' },
  Buffer.from('GET / HTTP/1.1\r\n\r\n'),
);

/** A body in pieces of so many bytes, with an extension and a trailer (RFC 9112, 7.1). */
function chunked(body: Buffer, size = 7): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)};x=1\r\n`), part, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\nX-Trailer: 1\r\n\r\n')]);
}

describe('a WARC', () => {
  it('gives the pages that were answered, with address, date and declared encoding; requests are no inputs', async () => {
    const records = [info, request, makeAnswer('http://a/1', OK, page)];
    for (const file of [
      put('a.warc', ...records),
      put('b.warc.gz', ...records.map((record) => gzipSync(record))),
    ]) {
      const found: unknown[] = [];
      for await (const input of readInputs([file], { stdin: Readable.from([]), maxBytes: 1e6 })) {
        if (input.kind !== 'page') throw new Error(input.reason);
        const { bytes } = await input.read();
        found.push([
          input.path,
          input.url,
          input.fetchedAt,
          input.declared,
          Buffer.from(bytes ?? []).toString(),
        ]);
      }
      expect(found).toEqual([['#3 http://a/1', 'http://a/1', '2024-03-01T08:00:00Z', 'GB2312', page]]);
    }
  });

  it('gives resources and converted texts', async () => {
    const record = (type: string, contentType: string) =>
      makeWarcRecord(
        { 'WARC-Type': type, 'WARC-Target-URI': `<http://a/${type}>`, 'Content-Type': contentType },
        Buffer.from(page),
      );
    const file = put(
      'kinds.warc',
      record('resource', 'text/html'),
      record('conversion', 'text/plain'),
      record('metadata', 'text/plain'),
    );
    expect((await see([file])).map(({ path, text }) => [path, text])).toEqual([
      ['#1 http://a/resource', page],
      ['#2 http://a/conversion', page],
    ]);
  });

  it('skips what is no page, with the reason', async () => {
    const file = put(
      'skipped.warc',
      makeAnswer('u1', 'HTTP/1.1 404 Not Found\nContent-Type: text/html', 'x'),
      makeAnswer('u2', 'HTTP/2 200\nContent-Type: image/png', 'x'),
      makeWarcRecord(
        {
          'WARC-Type': 'revisit',
          'WARC-Target-URI': 'u3',
          'Content-Type': 'application/http; msgtype=response',
        },
        Buffer.from('HTTP/1.1 200 OK\r\n\r\n'),
      ),
      makeAnswer('u4', 'HTTP/1.0 200 OK', page),
    );
    expect((await see([file])).map(({ kind, path, reason, text }) => [kind, path, reason ?? text])).toEqual([
      ['skipped', '#1 u1', 'was answered with status 404'],
      ['skipped', '#2 u2', 'is image/png, no page'],
      ['skipped', '#3 u3', 'is unchanged since it was fetched before'],
      ['page', '#4 u4', page],
    ]);
  });

  const packed: readonly (readonly [string, string, Buffer])[] = [
    ['in chunks', 'Transfer-Encoding: chunked', chunked(Buffer.from(page))],
    ['of gzip', 'Content-Encoding: gzip', gzipSync(page)],
    ['of Brotli', 'Content-Encoding: br', brotliCompressSync(page)],
    ['of zlib', 'Content-Encoding: deflate', deflateSync(page)],
    ['of bare deflate', 'Content-Encoding: deflate', deflateRawSync(page)],
    ['of gzip in chunks', 'Transfer-Encoding: chunked\nContent-Encoding: gzip', chunked(gzipSync(page))],
    ['of two encodings', 'Content-Encoding: br, gzip', gzipSync(brotliCompressSync(page))],
    ['said to be in chunks, which the crawler joined', 'Transfer-Encoding: chunked', Buffer.from(page)],
    ['said to be gzip, which the crawler expanded', 'Content-Encoding: gzip', Buffer.from(page)],
    ['said to be Brotli, which the crawler expanded', 'Content-Encoding: br', Buffer.from(page)],
  ];

  it.each(packed)('gives bodies %s', async (_, header, body) => {
    const file = put('packed.warc', makeAnswer('u', `${OK}\n${header}`, body), makeAnswer('v', OK, 'next'));
    expect((await see([file])).map(({ text, reason }) => text ?? reason)).toEqual([page, 'next']);
    expect((await see([file], { leave: (path) => path === '#1 u' })).map(({ text }) => text)).toEqual([
      undefined,
      'next',
    ]);
  });

  it('tells bodies that are damaged, cut, bombs or packed in an unknown way, and reads on', async () => {
    const bomb = brotliCompressSync(Buffer.alloc(150_000_000), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
    });
    const file = put(
      'bad.warc',
      makeAnswer('u1', `${OK}\nContent-Encoding: gzip`, gzipSync(page).subarray(0, 40)),
      makeAnswer('u2', `${OK}\nContent-Encoding: zstd`, 'x'),
      makeAnswer('u3', `${OK}\nTransfer-Encoding: chunked`, chunked(Buffer.from(page)).subarray(0, 20)),
      makeAnswer('u4', `${OK}\nContent-Encoding: br`, bomb),
      makeAnswer('u5', OK, Buffer.alloc(1_000_000, 'x')),
    );
    expect((await see([file])).map(({ kind, path, reason }) => [kind, path, reason])).toEqual([
      ['failed', '#1 u1', 'is cut short'],
      ['missing', '#2 u2', 'is packed as zstd, which is not read'],
      ['failed', '#3 u3', 'is cut short'],
      ['failed', '#4 u4', 'expands to more than 200 times its size (--max-ratio)'],
      ['page', '#5 u5', undefined],
    ]);
  });

  it('cut short or damaged gives what came before, and is told', async () => {
    const records = [makeAnswer('u1', OK, page), makeAnswer('u2', OK, page)];
    const whole = Buffer.concat(records);
    const cut = put('cut.warc', whole.subarray(0, -30));
    expect((await see([cut])).map(({ kind, path, reason }) => [kind, path, reason])).toEqual([
      ['page', '#1 u1', undefined],
      ['failed', '#2 u2', 'is cut short'],
      ['missing', 'cut.warc', 'is cut short; files read before: 2'],
    ]);
    const packedCut = put(
      'cut.warc.gz',
      Buffer.concat(records.map((record) => gzipSync(record))).subarray(0, -30),
    );
    expect((await see([packedCut])).map(({ kind }) => kind)).toEqual(['page', 'failed', 'missing']);
    const damaged = put('damaged.warc', records[0] ?? whole, Buffer.from('no record\r\n\r\n'), whole);
    expect((await see([damaged])).map(({ kind, reason }) => [kind, reason])).toEqual([
      ['page', undefined],
      ['missing', 'is damaged at record 2; files read before: 1'],
    ]);
  });
});
