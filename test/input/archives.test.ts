import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTar, makeZip, see, UTF8_FLAG } from '../support/containers.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gip-parse-archives-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const page = (path: string, container: string, text: string) => ({ kind: 'page', path, container, text });
const gbk = (text: string) => iconv.encode(text, 'gbk');
/** Bytes that no compression makes smaller. */
function noise(length: number): Buffer {
  return createHash('shake256', { outputLength: length }).digest();
}

describe('a zip', () => {
  it('is read in its own order, other files are skipped, folders are no inputs', async () => {
    const zip = put(
      'order.zip',
      makeZip([
        { name: 'b.html', data: 'two' },
        { name: 'dir/', data: '' },
        { name: 'dir/a.htm', data: 'one', method: 0 },
        { name: 'photo.jpg', data: 'x' },
        { name: '__MACOSX/._b.html', data: 'x' },
      ]),
    );
    expect(await see([zip])).toEqual([
      page('b.html', 'order.zip', 'two'),
      page('dir/a.htm', 'order.zip', 'one'),
      { kind: 'skipped', path: 'photo.jpg', container: 'order.zip', reason: 'has the name of no page' },
      {
        kind: 'skipped',
        path: '__MACOSX/._b.html',
        container: 'order.zip',
        reason: 'has the name of no page',
      },
    ]);
  });

  it('has names in UTF-8, in GBK, and in the extra field for Unicode', async () => {
    const stale = gbk('旧名.html');
    const field = Buffer.concat([Buffer.alloc(9), Buffer.from('新名.html')]);
    field.writeUInt16LE(0x7075, 0);
    field.writeUInt16LE(field.length - 4, 2);
    field[4] = 1;
    field.writeUInt32LE(crc32(stale), 5);
    const zip = put(
      'names.zip',
      makeZip([
        { name: '年度报告/一.html', data: '1', flags: UTF8_FLAG },
        { name: '没有标志.html', data: '2' },
        { name: gbk('政府/二〇二三.html'), data: '3' },
        { name: stale, data: '4', extra: field },
      ]),
    );
    expect((await see([zip])).map(({ path, text }) => [path, text])).toEqual([
      ['年度报告/一.html', '1'],
      ['没有标志.html', '2'],
      ['政府/二〇二三.html', '3'],
      ['新名.html', '4'],
    ]);
  });

  it('keeps names that lead elsewhere as names', async () => {
    const names = [
      '../../up.html',
      '/etc/passwd.html',
      'C:\\x.html',
      'nul\u0000.html',
      `${'long/'.repeat(5000)}a.html`,
    ];
    const zip = put('hostile.zip', makeZip(names.map((name) => ({ name, data: name.slice(0, 9) }))));
    expect((await see([zip])).map(({ path, text }) => [path, text])).toEqual(
      names.map((name) => [name, name.slice(0, 9)]),
    );
  });

  it('tells files that are encrypted or packed in another way, and reads on', async () => {
    const zip = put(
      'mixed.zip',
      makeZip([
        { name: 'secret.html', data: 'x', flags: 1 },
        { name: 'lzma.html', data: 'x', method: 14 },
        { name: 'open.html', data: 'open' },
      ]),
    );
    expect(await see([zip])).toEqual([
      { kind: 'missing', path: 'secret.html', container: 'mixed.zip', reason: 'is encrypted' },
      {
        kind: 'missing',
        path: 'lzma.html',
        container: 'mixed.zip',
        reason: 'is packed in a way that is not read (14)',
      },
      page('open.html', 'mixed.zip', 'open'),
    ]);
  });

  it.each([
    ['says that it is smaller', { size: 3 }],
    ['says that it is larger', { size: 30_000 }],
    ['has another checksum', { sum: 1 }],
    ['is stored and says that it is smaller', { size: 3, method: 0 }],
  ])('fails a file that %s, and reads on', async (_, lie) => {
    const zip = put(
      'lies.zip',
      makeZip([
        { name: 'a.html', data: 'figures 12', ...lie },
        { name: 'b.html', data: 'good' },
      ]),
    );
    expect(await see([zip])).toEqual([
      {
        kind: 'failed',
        path: 'a.html',
        container: 'lies.zip',
        reason: 'is damaged: its size or checksum is wrong',
      },
      page('b.html', 'lies.zip', 'good'),
    ]);
  });

  it('that lost its end is told as a whole', async () => {
    const zip = put('cut.zip', makeZip([{ name: 'a.html', data: 'x' }]).subarray(0, 60));
    expect(await see([zip])).toEqual([
      {
        kind: 'missing',
        path: 'cut.zip',
        container: null,
        reason: expect.stringMatching(/not a zip file.*; files read before: 0$/i),
      },
    ]);
  });
});

describe('a tar', () => {
  it('is read packed or not, whatever its name says of that, and past what nobody reads', async () => {
    const tar = await makeTar({
      'x/a.html': 'A',
      'big.html': noise(300_000),
      'note.doc': 'x',
      '报告.html': 'C',
    });
    const expected = (container: string) => [
      page('x/a.html', container, 'A'),
      { kind: 'left', path: 'big.html', container },
      { kind: 'skipped', path: 'note.doc', container, reason: 'has the name of no page' },
      page('报告.html', container, 'C'),
    ];
    for (const [name, bytes] of [
      ['p.tar', tar],
      ['q.tar.gz', gzipSync(tar)],
      ['r.tgz', gzipSync(tar)],
      ['s.tar', gzipSync(tar)],
    ] as const)
      expect(await see([put(name, bytes)], { leave: (path) => path === 'big.html' })).toEqual(expected(name));
  });

  it('has names in GBK where they are no UTF-8', async () => {
    const tar = await makeTar({ 'NAME.html': 'A' });
    gbk('报告').copy(tar, 0);
    const sum = tar
      .subarray(0, 512)
      .fill(' ', 148, 156)
      .reduce((all, byte) => all + byte, 0);
    tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    expect(await see([put('gbk.tar', tar)])).toEqual([page('报告.html', 'gbk.tar', 'A')]);
  });

  it('cut short gives what came before, and tells the file that is cut and the archive', async () => {
    const tar = await makeTar({ 'a.html': 'A', 'b.html': noise(5000), 'c.html': 'C' });
    const plain = put('cut.tar', tar.subarray(0, 3000));
    expect(await see([plain])).toEqual([
      page('a.html', 'cut.tar', 'A'),
      { kind: 'failed', path: 'b.html', container: 'cut.tar', reason: 'is cut short' },
      {
        kind: 'missing',
        path: 'cut.tar',
        container: null,
        reason: 'is cut short; files read before: 2',
      },
    ]);
    const packed = put('cut.tar.gz', gzipSync(tar).subarray(0, 3000));
    expect((await see([packed])).map(({ kind, path }) => [kind, path])).toEqual([
      ['page', 'a.html'],
      ['failed', 'b.html'],
      ['missing', 'cut.tar.gz'],
    ]);
  });

  it('that is none is told', async () => {
    const [told] = await see([put('none.tar', Buffer.from('no archive '.repeat(100)))]);
    expect(told).toMatchObject({ kind: 'missing', path: 'none.tar' });
  });
});

describe('gzip', () => {
  it('is taken off a page', async () => {
    const file = put('page.html.gz', gzipSync('text'));
    expect(await see([file])).toEqual([
      { kind: 'page', path: 'page.html.gz', container: null, text: 'text' },
    ]);
  });

  it('cut short fails the page', async () => {
    const file = put('half.html.gz', gzipSync(noise(9000)).subarray(0, 4000));
    expect(await see([file])).toMatchObject([
      { kind: 'failed', path: 'half.html.gz', reason: 'unexpected end of file' },
    ]);
  });
});

describe('an archive in another', () => {
  it('is read, and named with those that hold it', async () => {
    const tar = await makeTar({ 'c.html': 'C', 'd.zip': makeZip([{ name: 'd.html', data: 'D' }]) });
    const zip = put(
      'outer.zip',
      makeZip([
        { name: 'in/b.tar', data: tar },
        { name: 'e.jsonl', data: '{"url":"http://e","html":"E"}' },
        { name: 'f.html.gz', data: gzipSync('F') },
      ]),
    );
    expect(await see([zip])).toEqual([
      page('c.html', 'outer.zip!/in/b.tar', 'C'),
      page('d.html', 'outer.zip!/in/b.tar!/d.zip', 'D'),
      page('#1 http://e', 'outer.zip!/e.jsonl', 'E'),
      page('f.html.gz', 'outer.zip', 'F'),
    ]);
  });

  it('is told where it lies too deep, and the rest is read', async () => {
    const inner = makeZip([{ name: 'x.html', data: 'X' }]);
    const zip = put(
      'deep.zip',
      makeZip([
        { name: 'in.zip', data: inner },
        { name: 'y.html', data: 'Y' },
      ]),
    );
    expect(await see([zip], { maxNesting: 1 })).toEqual([
      {
        kind: 'missing',
        path: 'in.zip',
        container: 'deep.zip',
        reason: expect.stringContaining('--max-nesting'),
      },
      page('y.html', 'deep.zip', 'Y'),
    ]);
  });
});

describe('limits', () => {
  it('on files hold for an archive and those in it together', async () => {
    const inner = makeZip(['1', '2'].map((name) => ({ name: `${name}.html`, data: name })));
    const zip = put(
      'many.zip',
      makeZip([
        { name: 'in.zip', data: inner },
        { name: '3.html', data: '3' },
      ]),
    );
    expect(
      (await see([zip], { maxMembers: 3 })).map(({ kind, path, reason }) => [kind, path, reason]),
    ).toEqual([
      ['page', '1.html', undefined],
      ['page', '2.html', undefined],
      ['missing', 'many.zip', 'holds more than 3 files (--max-members): the rest is not read'],
    ]);
    expect(await see([zip], { maxMembers: 4 })).toHaveLength(3);
  });

  it('on bytes stop a container before they are exceeded, and no other', async () => {
    const data = Buffer.alloc(50_000, 'x');
    const zip = put('wide.zip', makeZip(['1', '2', '3'].map((name) => ({ name: `${name}.html`, data }))));
    const other = put('other.zip', makeZip([{ name: '4.html', data: '4' }]));
    const seen = await see([zip, other], { maxExpanded: 120_000, maxBytes: 10 });
    expect(seen.map(({ kind, path, reason }) => [kind, path, reason])).toEqual([
      ['page', '1.html', undefined],
      ['page', '2.html', undefined],
      ['failed', '3.html', 'expands to more than 120000 bytes (--max-expanded)'],
      ['missing', 'wide.zip', 'expands to more than 120000 bytes (--max-expanded): the rest is not read'],
      ['page', '4.html', undefined],
    ]);
  });

  it('on expansion stop bombs early: one file of a zip, a page, a tar', async () => {
    const bomb = Buffer.alloc(150_000_000);
    const gz = gzipSync(bomb);
    const zip = put(
      'bomb.zip',
      makeZip([
        { name: 'bomb.html', data: bomb },
        { name: 'noise.bin', data: noise(600_000), method: 0 },
        { name: 'good.html', data: 'good' },
      ]),
    );
    const failed = { kind: 'failed', reason: 'expands to more than 200 times its size (--max-ratio)' };
    expect(await see([zip])).toMatchObject([failed, { kind: 'skipped' }, { kind: 'page', text: 'good' }]);
    expect(await see([put('bomb.html.gz', gz)])).toMatchObject([failed]);
    const tar = put('bomb.tar.gz', gzipSync(await makeTar({ 'bomb.html': bomb })));
    expect(await see([tar])).toMatchObject([failed, { kind: 'missing', path: 'bomb.tar.gz' }]);
  });

  it('let pages of blanks through, which are packed well and are no bombs', async () => {
    const blanks = Buffer.alloc(20_000_000, ' ');
    const [seen] = await see([put('blanks.zip', makeZip([{ name: 'a.html', data: blanks }]))]);
    expect(seen).toMatchObject({ kind: 'page', text: '20000000 bytes' });
  });
});
