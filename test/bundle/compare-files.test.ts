import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compareFiles } from '../../src/bundle/compare-files.js';

const folder = mkdtempSync(join(tmpdir(), 'gip-parse-compare-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of records of no more than the pages' paths and the hashes of their bytes. */
function write(name: string, pages: readonly (readonly [path: string, sha256: string])[]): string {
  const records = pages.map(([path, sha256]) => ({
    source: { container: null, path, sha256 },
    values: [],
    report: {},
  }));
  const file = join(folder, name);
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return file;
}

describe('two files of records', () => {
  it('pair pages under other paths by their bytes, each with one, in their order', () => {
    const before = write('before', [
      ['2019/a', 'aa'],
      ['2019/copy', 'aa'],
      ['2019/b', 'bb'],
    ]);
    const after = write('after', [
      ['2020/a', 'aa'],
      ['2020/c', 'cc'],
    ]);
    expect([...compareFiles(before, after)]).toEqual([
      { kind: 'moved', path: '2020/a', before: '2019/a' },
      { kind: 'added', path: '2020/c' },
      { kind: 'missing', path: '2019/copy' },
      { kind: 'missing', path: '2019/b' },
    ]);
  });

  it('do not take pages for the same whose bytes could not be had', () => {
    expect([...compareFiles(write('before', [['a', '']]), write('after', [['b', '']]))]).toEqual([
      { kind: 'added', path: 'b' },
      { kind: 'missing', path: 'a' },
    ]);
  });
});
