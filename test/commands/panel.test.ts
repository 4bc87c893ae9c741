import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addPanel } from '../../src/commands/panel-command.js';
import { CallError } from '../../src/model/call-error.js';
import { threeBodies } from '../support/panel-years.js';
import { quietTerminal } from '../support/terminal.js';

let folder = '';
const lines = threeBodies().map((record) => `${JSON.stringify(record)}\n`);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gip-parse-panel-'));
});
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const { terminal, said } = quietTerminal();
  let status = -1;
  const program = new Command().exitOverride();
  addPanel(program, terminal, (own) => {
    status = own;
  });
  await program.parseAsync(['panel', ...args], { from: 'user' });
  return { status, said };
}

const write = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('gip-parse panel', () => {
  it('writes the panel of the records of several runs and its three companions, and nothing else', async () => {
    const [first, second] = [
      write('a.ndjson', lines.slice(0, 3).join('')),
      write('b.ndjson', lines.slice(3).join('')),
    ];
    const { status, said } = await run(first, second, '--out', join(folder, 'panel.csv'));
    expect(status).toBe(0);
    expect(said).toEqual([
      `8 rows to ${join(folder, 'panel.csv')}: 3 bodies`,
      '0 pages left out, 1 duplicate, 2 conflicting figures, 0 not joined',
    ]);
    expect(readdirSync(folder).sort()).toEqual([
      ...[
        'a.ndjson',
        'b.ndjson',
        'panel-cells.csv',
        'panel-decisions.csv',
        'panel-variables.csv',
        'panel.csv',
      ],
    ]);
    const panel = read('panel.csv').split('\n');
    expect(panel[0]).toMatch(/^\ufeffbody,year,adcode,.*,h_pro_tot,/);
    expect(panel).toHaveLength(8 + 2);
    expect(read('panel-variables.csv')).toContain(
      'disclosure.fees.previous_items + disclosure.fees.change,break,',
    );
  });

  it('writes the same bytes whichever run comes first', async () => {
    const [first, second] = [
      write('a.ndjson', lines.slice(0, 5).join('')),
      write('b.ndjson', lines.slice(5).join('')),
    ];
    await run(first, second, '--out', join(folder, 'x.csv'), '--no-bom');
    await run(second, first, '--out', join(folder, 'y.csv'), '--no-bom');
    for (const part of ['', '-cells', '-decisions', '-variables'])
      expect(read(`y${part}.csv`)).toBe(read(`x${part}.csv`));
  });

  it('says which line is no record, and ends with 1', async () => {
    const file = write('a.ndjson', `${lines[0]}{"schema":"1"}\n`);
    const { status, said } = await run(file, '--out', join(folder, 'panel.csv'), '--quiet');
    expect(status).toBe(1);
    expect(said).toEqual([expect.stringContaining('line 2 is no record')]);
  });

  it('wants a table, and leaves one that is there when it fails', async () => {
    const file = write('a.ndjson', lines.join(''));
    await expect(run(file, '--out', join(folder, 'panel.xlsx'))).rejects.toBeInstanceOf(CallError);
    await expect(run(file, '--out', join(folder, 'no/panel.csv'))).rejects.toThrow('ENOENT');
    expect(readdirSync(folder)).toEqual(['a.ndjson']);
  });
});
