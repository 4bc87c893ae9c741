import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeZip, see } from '../support/containers.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gip-parse-disk-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Buffer = name): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const seen = async (...args: Parameters<typeof see>) =>
  (await see(...args)).map(({ kind, path, reason }) => [
    kind,
    path,
    ...(reason === undefined ? [] : [reason]),
  ]);

describe('a folder', () => {
  it('gives pages and what containers in it hold, sorted by name, and says what is skipped', async () => {
    put('b/page.html');
    put(
      'a.zip',
      makeZip([
        { name: 'z.html', data: '' },
        { name: 'y.html', data: '' },
      ]),
    );
    put('c.jsonl', '{"url":"u","html":"x"}\n');
    put('d.csv', 'name,count\nx,1\n');
    put('e.list', 'b/page.html\n');
    put('f.aspx');
    put('f.rar');
    put('g.zip', makeZip([]));
    put('h.zip', 'no zip');
    expect(await seen([folder])).toEqual([
      ['page', 'z.html'],
      ['page', 'y.html'],
      ['page', 'b/page.html'],
      ['page', '#1 u'],
      ['skipped', 'd.csv', 'has no column that holds a page (--csv-columns names it)'],
      ['skipped', 'e.list', 'is a list of paths, which is read only where it is named itself'],
      ['skipped', 'f.aspx', 'has the name of no page'],
      ['skipped', 'f.rar', 'is an archive of a kind that is not read: unpack it'],
      ['skipped', 'g.zip', 'holds no pages'],
      ['missing', 'h.zip', expect.stringMatching(/not a zip file/)],
    ]);
  });

  it('that holds nothing to read is told, as is a container that is named', async () => {
    put('sub/x.pdf');
    expect((await seen([folder])).at(-1)).toEqual([
      'no_pages',
      folder,
      expect.stringContaining('holds no pages'),
    ]);
    expect(await seen([put('empty.zip', makeZip([]))])).toEqual([
      ['no_pages', 'empty.zip', 'holds no pages'],
    ]);
  });

  it('is called by its name where several are given, and so are the containers in it', async () => {
    put('one/a.zip', makeZip([{ name: 'x.html', data: '' }]));
    put('two/b.html');
    const found = await see([join(folder, 'one'), join(folder, 'two')]);
    expect(found.map(({ path, container }) => [path, container])).toEqual([
      ['x.html', 'one/a.zip'],
      ['two/b.html', null],
    ]);
  });

  it.skipIf(process.platform !== 'linux')(
    'gives files whose names are GBK (names of any bytes are Linux’s)',
    async () => {
      const gbk = iconv.encode('年报', 'gbk');
      const at = Buffer.concat([Buffer.from(`${folder}/`), gbk]);
      mkdirSync(at);
      writeFileSync(Buffer.concat([at, Buffer.from('/'), gbk, Buffer.from('.html')]), 'page');
      put('好.html', 'other');
      expect((await see([folder])).map(({ path, text }) => [path, text])).toEqual([
        ['好.html', 'other'],
        ['年报/年报.html', 'page'],
      ]);
    },
  );
});

describe('links in a folder', () => {
  let outside = '';
  beforeEach(() => {
    put('given/real/page.html');
    outside = put('outside/other.html');
  });
  const given = () => join(folder, 'given');

  it('to files in it are read; those that lead out of it, and those to folders, are skipped with the reason', async () => {
    symlinkSync('real/page.html', join(given(), 'a.html'));
    symlinkSync(outside, join(given(), 'b.html'));
    symlinkSync('real', join(given(), 'c'));
    symlinkSync('../given-too/x.html', join(given(), 'd.html'));
    put('given-too/x.html');
    const leadsOut = 'is a link out of the folder given (--follow-links follows it)';
    expect(await seen([given()])).toEqual([
      ['page', 'a.html'],
      ['skipped', 'b.html', leadsOut],
      ['skipped', 'c', 'is a link to a folder (--follow-links follows it)'],
      ['skipped', 'd.html', leadsOut],
      ['page', 'real/page.html'],
    ]);
  });

  it('are followed where asked, and each folder is read once', async () => {
    symlinkSync(outside, join(given(), 'b.html'));
    symlinkSync('../outside', join(given(), 'c'));
    symlinkSync('..', join(given(), 'real/up'));
    symlinkSync('.', join(given(), 'z'));
    const twice = 'is a folder that was read under another name';
    expect(await seen([given()], { followLinks: true })).toEqual([
      ['page', 'b.html'],
      ['page', 'c/other.html'],
      ['page', 'real/page.html'],
      ['skipped', 'real/up', twice],
      ['skipped', 'z', twice],
    ]);
  });
});

describe('a pattern', () => {
  beforeEach(() => {
    for (const name of ['2021/a/1.html', '2021/2.html', '2022/a/3.html', '2022/a/4.txt']) put(name);
  });

  it('gives the files that match, called from where it begins', async () => {
    expect(await seen([join(folder, '**/*.html')])).toEqual([
      ['page', '2021/2.html'],
      ['page', '2021/a/1.html'],
      ['page', '2022/a/3.html'],
    ]);
    expect(await seen([join(folder, '2021/*.{html,txt}')])).toEqual([['page', '2.html']]);
    expect(await seen([join(folder, '*/a/?.*')])).toEqual([
      ['page', '2021/a/1.html'],
      ['page', '2022/a/3.html'],
      ['page', '2022/a/4.txt'],
    ]);
    expect(await seen([join(folder, '2021/*.html'), join(folder, '2022/*/*.txt')])).toEqual([
      ['page', '2021/2.html'],
      ['page', '2022/a/4.txt'],
    ]);
  });

  it('that is the name of a file is that file, and one that matches none is told', async () => {
    expect(await seen([put('a[1].html'), put('a1.html')])).toEqual([
      ['page', 'a[1].html'],
      ['page', 'a1.html'],
    ]);
    rmSync(join(folder, 'a[1].html'));
    expect(await seen([join(folder, 'a[1].html')])).toEqual([['page', 'a1.html']]);
    const none = join(folder, '*.md');
    expect(await seen([none])).toEqual([['missing', none, 'is no file, and as a pattern matches none']]);
  });
});

describe('a list', () => {
  it('gives the files, folders, containers and patterns that it names, called as it does', async () => {
    put('lists/pages/1.html');
    put('lists/pages/2.html');
    put('lists/other.zip', makeZip([{ name: 'z.html', data: '' }]));
    const absolute = put('elsewhere/3.php');
    const list = put(
      'lists/all.list',
      [
        '# pages',
        '',
        'pages/1.html',
        'pages/',
        'other.zip\r',
        absolute,
        'pages/*2*',
        'no.html',
        'all.list',
      ].join('\n'),
    );
    expect(await seen([list])).toEqual([
      ['page', 'pages/1.html'],
      ['page', 'pages/1.html'],
      ['page', 'pages/2.html'],
      ['page', 'z.html'],
      ['page', absolute],
      ['page', 'pages/2.html'],
      ['missing', 'no.html', 'does not exist'],
      ['skipped', 'all.list', 'is a list of paths, which is read only where it is named itself'],
    ]);
    expect((await see([list])).find(({ path }) => path === 'z.html')?.container).toBe('other.zip');
  });

  it.skipIf(process.platform !== 'linux')(
    'may name files in GBK (names of any bytes are Linux’s)',
    async () => {
      const name = iconv.encode('年报.html', 'gbk');
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), 'page');
      expect(await see([put('gbk.list', name)])).toEqual([
        { kind: 'page', path: '年报.html', container: null, text: 'page' },
      ]);
    },
  );
});
