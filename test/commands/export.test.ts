import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Ajv } from 'ajv';
import { beforeEach, describe, expect, it } from 'vitest';
import { type ExportFlags, exportRecords } from '../../src/commands/export.js';
import { loadCatalogue } from '../../src/template/load.js';
import { keptRecords } from '../support/kept-records.js';

const catalogue = loadCatalogue();
const lines = keptRecords().map((record) => JSON.stringify(record));
const profiles = join(import.meta.dirname, '../data/frictionless');
let folder = '';
let kept = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gip-'));
  kept = join(folder, 'kept.ndjson');
  writeFileSync(kept, `${lines.join('\n')}\n`);
});

async function run(flags: Partial<ExportFlags>, paths: readonly string[] = [kept], stdin = '') {
  const said: string[] = [];
  const format = flags.format ?? 'csv';
  const out = join(folder, `data.${format}`);
  const status = await exportRecords(paths, { shape: 'wide', bom: true, ...flags, format, out }, catalogue, {
    stdin: Readable.from([Buffer.from(stdin)]),
    say: (line) => said.push(line),
  });
  return { status, said, out, text: readFileSync(out, 'utf8') };
}

describe('export', () => {
  it('writes each record as it was kept, fields that it does not know too', async () => {
    writeFileSync(kept, `${JSON.stringify({ ...JSON.parse(lines[0] ?? ''), added_later: 1 })}\n`);
    const { status, said, text } = await run({ format: 'ndjson' });
    expect(said).toEqual([]);
    expect(status).toBe(0);
    expect(text).toBe(readFileSync(kept, 'utf8'));
  });

  it('shows what a file of corrections says in place of what was read, and lists what it did not use', async () => {
    const record = JSON.parse(lines[0] ?? '');
    const { code, raw } = record.values[0];
    const corrections = join(folder, 'corrections.csv');
    const rows = [record.source.sha256, '0'.repeat(64)].map(
      (hash) => `${hash},${code},${raw},987654,why,me,2026-01-31`,
    );
    writeFileSync(corrections, ['sha256,code,raw,value,reason,by,date', ...rows].join('\n'));
    const { status, said, text } = await run({ shape: 'long', corrections });
    expect(status).toBe(0);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('correction of line 3');
    expect(
      text.split('\n').filter((line) => line.includes(`,${code},`) && line.includes(',987654,')),
    ).toHaveLength(1);
  });

  it('reads several files in order, and stdin, whose last line may have no end', async () => {
    const { status, text } = await run({ format: 'ndjson' }, [kept, '-'], lines[0]);
    expect(status).toBe(0);
    expect(text).toBe([...lines, lines[0], ''].join('\n'));
  });

  it('tells which line is no record and why, and writes the others', async () => {
    const wrong = JSON.stringify({ ...JSON.parse(lines[0] ?? ''), status: 'fine' });
    const bytes = [`${lines[0]}\n{"a":\n\n${wrong}\n`, Buffer.from([0xff, 0x0a]), lines[2] ?? ''];
    writeFileSync(kept, Buffer.concat(bytes.map((part) => Buffer.from(part))));
    const { status, said, text } = await run({ format: 'ndjson' });
    expect(status).toBe(1);
    expect(said.map((line) => line.replace(folder, '').replace(/(JSON|status): .*/, '$1'))).toEqual([
      'gip-parse: /kept.ndjson: line 2 is no JSON',
      'gip-parse: /kept.ndjson: line 4 is no record: status',
      'gip-parse: /kept.ndjson: line 5 is no UTF-8',
    ]);
    expect(text).toBe(`${lines[0]}\n${lines[2]}\n`);
  });

  it.each([
    ['a table', 'path,status\na.html,parsed\nb.html,parsed\n'],
    ['JSON over several lines', '[\n{"a": 1},\n{"a": 2}\n]\n'],
    ['a workbook', 'PK\u0003\u0004\n\n\u0001\n'],
  ])('tells of %s once, not of each of its lines, and reads the files behind it', async (_, content) => {
    const other = join(folder, 'other');
    writeFileSync(other, content);
    const { status, said, text } = await run({ format: 'ndjson' }, [other, kept]);
    expect(status).toBe(1);
    expect(said).toEqual([
      `gip-parse: ${other}: is no NDJSON of records: gip-parse PAGES --out records.ndjson writes such a file`,
    ]);
    expect(text).toBe(`${lines.join('\n')}\n`);
  });

  it('tells of a file that is not there', async () => {
    const { status, said } = await run({ package: true }, [join(folder, 'none.ndjson'), kept]);
    expect(status).toBe(1);
    expect(said.join()).toMatch(/none\.ndjson: does not exist$/);
    expect((await run({ format: 'json' }, [folder])).said.join()).toMatch(/: is a folder$/);
  });

  it('does not leave values with unknown codes out of a table in silence', async () => {
    const record = JSON.parse(lines[0] ?? '');
    record.values[0].code = 'yunxi.villages';
    writeFileSync(kept, JSON.stringify(record));
    const { status, said } = await run({});
    expect(status).toBe(1);
    expect(said.join()).toContain('yunxi.villages: no form here has these codes');
    expect((await run({ format: 'json' })).status).toBe(0);
  });

  it('leaves only what was asked for', async () => {
    await run({ labels: ['stata', 'r', 'pandas'] });
    expect(readdirSync(folder).sort()).toEqual(['data.R', 'data.csv', 'data.do', 'data.py', 'kept.ndjson']);
  });
});

describe('the data package', () => {
  const hash = (file: string) =>
    `sha256:${createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex')}`;
  const descriptor = () => JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));

  it.each([
    ['csv', 'wide', 'tabular-data-package'],
    ['tsv', 'long', 'tabular-data-package'],
    ['sqlite', 'wide', 'data-package'],
  ] as const)('is valid by the profiles of Frictionless for %s, %s', async (format, shape, profile) => {
    await run({ format, shape, package: true });
    expect(descriptor().profile).toBe(profile);
    const schema = JSON.parse(readFileSync(join(profiles, `${profile}.json`), 'utf8'));
    const validate = new Ajv({ strict: false }).compile(schema);
    validate(descriptor());
    expect(validate.errors).toBeNull();
    expect(validate({ ...descriptor(), resources: [{ name: 'no path' }] })).toBe(false);
  });

  it('names inputs and outputs with their hashes, and what made them', async () => {
    await run({ package: true });
    const { sources, resources, made_with } = descriptor();
    expect(sources).toHaveLength(4);
    expect(sources[0]).toEqual({ title: 'kept.ndjson', hash: hash('kept.ndjson') });
    expect(sources[1].hash).toBe(`sha256:${JSON.parse(lines[0] ?? '').source.sha256}`);
    expect(resources.map(({ path, hash: own }: Record<string, string>) => [path, own])).toEqual([
      ['data.csv', hash('data.csv')],
      ['codebook.csv', hash('codebook.csv')],
    ]);
    expect(made_with.tool.name).toBe('gip-parse');
    expect(made_with.templates.map(({ id }: { id: string }) => id)).toContain('new-regulation-2021');
  });

  it('describes each column of the table in its order, with labels and unit', async () => {
    const { text } = await run({ package: true });
    const [data] = descriptor().resources;
    const names = text.replace('\ufeff', '').split('\n')[0]?.split(',');
    expect(data.schema.fields.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(data.schema.fields.find(({ name }: { name: string }) => name === 'disc_fees_amount')).toEqual({
      name: 'disc_fees_amount',
      type: 'number',
      title: '行政事业性收费·本年收费金额',
      description: expect.any(String),
      unit: '万元',
    });
    expect(data.schema.primaryKey).toEqual(['path']);
  });

  it('has no key where two pages have one path', async () => {
    await run({ package: true }, [kept, kept]);
    expect(descriptor().resources[0].schema.primaryKey).toBeUndefined();
  });
});
