import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.js';
import { report, table } from '../support/small-page.js';

let folder = '';
const HEAD = 'sha256,code,raw,value,reason,by,date';
const CODE = 'disclosure.licensing.decisions';
const page = report(table(['第二十条第（五）项'], ['信息内容', '本年处理决定数量'], ['行政许可', '1030']));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gip-parse-corrections-'));
  writeFileSync(join(folder, 'page.html'), page);
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...lines: string[]) {
  const file = join(folder, 'corrections.csv');
  writeFileSync(file, `${[HEAD, ...lines].join('\n')}\n`);
  const out = join(folder, 'out.ndjson');
  rmSync(out, { force: true });
  const { status, stderr } = runCli([join(folder, 'page.html'), '--corrections', file, '--out', out]);
  return { status, stderr, read: () => JSON.parse(readFileSync(out, 'utf8')) };
}

describe('gip-parse --corrections', () => {
  it('sets what a person found, says what it refused and lists what it did not use', () => {
    const { sha256 } = run().read().source;
    const { status, stderr, read } = run(
      `${sha256},${CODE},1030,1003,digits turned round,coder-1,2026-01-31`,
      `${sha256},fees.collected,3,4,no such figure,coder-1,2026-01-31`,
      `${'0'.repeat(64)},${CODE},1,2,another page,coder-1,2026-01-31`,
    );
    expect(status).toBe(0);
    const value = read().values.find(({ code }: { code: string }) => code === CODE);
    expect(value).toMatchObject({ value: 1030, raw: '1030', corrected: { value: 1003, by: 'coder-1' } });
    expect(stderr).toContain('The correction of line 3 was not applied');
    expect(stderr).toContain('correction of line 4 (disclosure.licensing.decisions) was not used');
  });

  it('ends with 2 and reads nothing where the file is broken', () => {
    const { status, stderr, read } = run('x');
    expect(status).toBe(2);
    expect(stderr).toContain('line 2');
    expect(read).toThrow('ENOENT');
  });
});
