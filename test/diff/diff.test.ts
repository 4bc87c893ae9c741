import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDiff } from '../../src/commands/diff-command.js';
import { createComparison, type Difference } from '../../src/diff/compare.js';
import { printDifferences } from '../../src/diff/print.js';
import { CallError } from '../../src/model/call-error.js';
import type { GipRecord } from '../../src/model/record.js';
import { toChinese } from '../../src/talk/translate.js';
import { threeBodies } from '../support/panel-years.js';
import { quietTerminal } from '../support/terminal.js';

const records = threeBodies();
const [first, second, third] = records as [GipRecord, GipRecord, GipRecord];

function compare(old: readonly GipRecord[], young: readonly GipRecord[]): Difference[] {
  const { addOld, addNew, finish } = createComparison();
  old.forEach(addOld);
  young.forEach(addNew);
  return finish();
}

const told = (differences: readonly Difference[]) =>
  differences.map(({ path, kind, what, code, old, new: young }) => [path, kind, code ?? what, old, young]);

/** The record with its first value set to a number, or taken away. */
function change(record: GipRecord, value: number | null): GipRecord {
  const [one, ...others] = record.values;
  return { ...record, values: one && value !== null ? [{ ...one, value }, ...others] : others };
}

const moved = (record: GipRecord, path: string) => ({ ...record, source: { ...record.source, path } });

describe('the differences between two outputs', () => {
  it('are gains, losses and changes of values and of facts', () => {
    const { path } = first.source;
    expect(told(compare([first], [change(first, 311)]))).toEqual([
      [path, 'change', 'proactive.total', '310', '311'],
    ]);
    expect(told(compare([first], [change(first, null)]))).toEqual([
      [path, 'loss', 'proactive.total', '310', null],
    ]);
    expect(told(compare([change(first, null)], [first]))).toEqual([
      [path, 'gain', 'proactive.total', null, '310'],
    ]);
    const report = { ...first.report, report_year: 2011, adcode: null };
    expect(told(compare([first], [{ ...first, report, status: 'partial' }]))).toEqual([
      [path, 'loss', 'adcode', '330226', null],
      [path, 'change', 'report_year', '2012', '2011'],
      [path, 'change', 'status', 'parsed', 'partial'],
    ]);
  });

  it('tell a blank from an absent value and from a zero, and know corrected numbers', () => {
    const [one, ...others] = first.values;
    if (!one) throw new Error('the page has values');
    const blank = { ...first, values: [{ ...one, value: null, state: 'blank' as const }, ...others] };
    expect(compare([blank], [change(first, 0)]).map(({ old, new: young }) => [old, young])).toEqual([
      ['blank', '0'],
    ]);
    const corrected = { value: 5, reason: 'x', by: 'y', date: '2026-01-01' };
    const mended = { ...first, values: [{ ...one, corrected }, ...others] };
    expect(compare([first], [mended]).map(({ old, new: young }) => [old, young])).toEqual([['310', '5']]);
  });

  it('match pages by path, those left by their bytes; others are whole gains and losses', () => {
    expect(told(compare([first, second], [moved(first, 'else.html'), second]))).toEqual([
      ['nh/2012.html', 'change', 'page', 'nh/2012.html', 'else.html'],
    ]);
    const lost = compare([first, third], [third]);
    expect(lost).toHaveLength(1 + first.values.length);
    expect(lost.every(({ kind }) => kind === 'loss')).toBe(true);
  });

  /** Outputs over some of the same pages, some values changed, some paths used twice. */
  const outputs = fc.array(
    fc
      .tuple(fc.nat(records.length - 1), fc.option(fc.nat(9)), fc.constantFrom('a', 'b', ''))
      .map(([i, value, path]) => {
        const record = change(records[i] ?? first, value);
        return path === '' ? record : moved(record, path);
      }),
    { maxLength: 6 },
  );

  it('are none between an output and itself, whatever it holds', () => {
    fc.assert(
      fc.property(outputs, (own) => {
        expect(compare(own, own)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('turn round when the outputs do', () => {
    const kinds = { gain: 'loss', loss: 'gain', change: 'change' } as const;
    const turn = ({ kind, old, new: young, ...own }: Difference) => {
      const { old_template: before, new_template: after, path, what, code, origin } = own;
      const turned = { old: young, new: old, old_template: after, new_template: before };
      const place = what === 'page' || kind === 'change' ? '' : path;
      return JSON.stringify([place === '' ? '' : what, code, origin, kinds[kind], turned]);
    };
    const straight = ({ kind, ...own }: Difference) => {
      const { old_template, new_template, path, what, code, origin } = own;
      const place = what === 'page' || kind === 'change' ? '' : path;
      const same = { old: own.old, new: own.new, old_template, new_template };
      return JSON.stringify([place === '' ? '' : what, code, origin, kind, same]);
    };
    fc.assert(
      fc.property(outputs, outputs, (one, other) => {
        expect(compare(one, other).map(turn).sort()).toEqual(compare(other, one).map(straight).sort());
      }),
      { numRuns: 60 },
    );
  });
});

describe('gip-parse diff', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gip-parse-diff-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function run(old: readonly GipRecord[], young: readonly unknown[], ...args: string[]) {
    const files = [old, young].map((output, i) => {
      const file = join(folder, `${i}.ndjson`);
      writeFileSync(file, output.map((record) => `${JSON.stringify(record)}\n`).join(''));
      return file;
    });
    const { terminal, printed } = quietTerminal();
    let status = -1;
    const program = new Command().exitOverride();
    addDiff(program, terminal, (own) => {
      status = own;
    });
    await program.parseAsync(['diff', ...files, ...args], { from: 'user' });
    return { status, printed: printed.join('') };
  }

  it('ends with 0 and prints nothing where two outputs are the same', async () => {
    expect(await run(records, records)).toEqual({ status: 0, printed: '' });
  });

  it('ends with 1 and counts by form and indicator, then tells each', async () => {
    const { status, printed } = await run([first, second], [change(first, 311), second]);
    expect(status).toBe(1);
    expect(printed).toBe(
      'statistics-table 2008  proactive.total: 0 gained, 0 lost, 1 changed\n\nnh/2012.html: proactive.total (table): 310 -> 311\n',
    );
  });

  it('tells them in Chinese, codes and values as they are', () => {
    expect(printDifferences(compare([first], [change(first, null)]), toChinese)).toBe(
      'statistics-table 2008  proactive.total: 新增 0，减少 1，变化 0\n\nnh/2012.html: proactive.total (table): 310 -> （没有）\n',
    );
  });

  it('prints CSV and JSON of the same differences', async () => {
    const young = [change(first, 311)];
    const csv = (await run([first], young, '--format', 'csv')).printed.split('\n');
    expect(csv[0]).toBe('path,container,kind,what,code,origin,old,new,old_template,new_template');
    expect(csv[1]).toBe(
      'nh/2012.html,,change,value,proactive.total,table,310,311,statistics-table 2008,statistics-table 2008',
    );
    expect(JSON.parse((await run([first], young, '--format', 'json')).printed)).toEqual(
      compare([first], young),
    );
  });

  it('compares nothing where an output cannot be read whole', async () => {
    await expect(run([first], [{ schema: '1' }])).rejects.toBeInstanceOf(CallError);
  });
});
