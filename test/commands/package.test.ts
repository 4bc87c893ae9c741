import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, smallPage } from '../support/run-cli.js';

let folder = '';
const at = (...names: string[]) => join(folder, ...names);
const read = (...names: string[]) => readFileSync(at(...names), 'utf8');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gip-parse-package-'));
  mkdirSync(at('parsed'));
  mkdirSync(at('exported'));
  const pages = [1, 2].map((figure) => ({ url: `https://example.org/${figure}`, html: smallPage(figure) }));
  writeFileSync(at('dump.jsonl'), pages.map((page) => `${JSON.stringify(page)}\n`).join(''));
  writeFileSync(at('page.html'), smallPage(3));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('--package when parsing', () => {
  it('writes what export writes of the kept records, with the pages alone as sources', () => {
    const inputs = [at('dump.jsonl'), at('page.html'), at('none.html')];
    runCli([...inputs, '--quiet', '--package', '--out', at('parsed', 'data.csv')]);
    runCli([...inputs, '--quiet', '--out', at('kept.ndjson')]);
    runCli(['export', at('kept.ndjson'), '--package', '--out', at('exported', 'data.csv')]);
    const files = readdirSync(at('exported'));
    expect(files.sort()).toEqual(['codebook.csv', 'codebook.md', 'data.csv', 'datapackage.json']);
    expect(readdirSync(at('parsed')).sort()).toEqual(files);
    for (const file of files.filter((name) => name !== 'datapackage.json'))
      expect(read('parsed', file), file).toBe(read('exported', file));
    const [parsed, exported] = ['parsed', 'exported'].map((own) => JSON.parse(read(own, 'datapackage.json')));
    expect(parsed).toEqual({ ...exported, sources: exported.sources.slice(1) });
    expect(parsed.sources.map(({ path = '' }) => path)).toEqual([
      'https://example.org/1',
      'https://example.org/2',
      '',
    ]);
  });

  it('is refused where there is no file that it could lie beside', () => {
    const { status, stderr } = runCli([at('page.html'), '--package']);
    expect(status).toBe(2);
    expect(stderr).toContain('--package goes with --out');
  });
});
