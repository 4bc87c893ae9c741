import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import lexicon from '../../src/data/prose-lexicon.json' with { type: 'json' };
import prose from '../../src/data/prose-rules.json' with { type: 'json' };
import type { RowData, TemplateData } from '../../src/model/template.js';
import { loadIndicators, loadTemplates } from '../../src/template/load.js';
import { expand } from '../../src/text/expand.js';

const root = join(import.meta.dirname, '../..');
const shared = join(root, '../shared/spec/codebook.tsv');
const indicators = [...loadIndicators().values()];
const codes = new Set(indicators.map(({ code }) => code));
const templates = loadTemplates().map(({ data }) => data);
const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
const blocksOf = ({ tables }: TemplateData) => tables.flatMap(({ blocks }) => blocks);
const withRows = (rows: readonly RowData[]): RowData[] =>
  rows.flatMap((row) => [row, ...withRows(row.rows ?? [])]);

describe('the codebook', () => {
  it('has names that Stata, R and SQL take: legal, short and unique', () => {
    for (const { name } of indicators) expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
    expect(new Set(indicators.map(({ name }) => name.toLowerCase())).size).toBe(indicators.length);
    expect(indicators.length).toBeGreaterThan(300);
  });

  it('has each code once', () => expect(codes.size).toBe(indicators.length));

  it('has all fields of every indicator filled but the parent, which is another code', () => {
    for (const { parent, ...fields } of indicators) {
      for (const [field, text] of Object.entries(fields))
        expect(text, `${fields.code}: ${field}`).not.toBe('');
      if (parent !== '') expect(codes, fields.code).toContain(parent);
      expect(parent).not.toBe(fields.code);
    }
  });

  it.skipIf(!existsSync(shared))(
    'begins with the lines of the shared one (skipped where that is not there)',
    () => {
      const wanted = linesOf(shared);
      expect(linesOf(join(root, 'src/data/indicators.tsv')).slice(0, wanted.length)).toEqual(wanted);
    },
  );
});

describe.each(templates)('the template $id', (template) => {
  const formed = blocksOf(template).flatMap(({ rows, columns }) =>
    withRows(rows).flatMap(({ code }) =>
      code === undefined ? [] : columns.flatMap((c) => (c.code === null ? [] : [code + c.code])),
    ),
  );

  it('forms only codes of the codebook', () => {
    expect(formed.length).toBeGreaterThan(50);
    expect(formed.filter((code) => !codes.has(code))).toEqual([]);
  });

  it('has each label once among those beside it', () => {
    const beside = (rows: readonly RowData[]): (readonly RowData[])[] => [
      rows,
      ...rows.flatMap((row) => beside(row.rows ?? [])),
    ];
    for (const rows of blocksOf(template).flatMap((block) => beside(block.rows))) {
      const labels = rows.flatMap(({ label = '', aliases = [] }) => [label, ...aliases]);
      expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
    }
  });

  it('has each column once among those under the same head', () => {
    for (const { columns } of blocksOf(template)) {
      const labels = columns.map(({ labels, under = [] }) => [...under, labels[0]].join('/'));
      expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
    }
  });

  it('says where it comes from and for which years', () => {
    expect(template.source).not.toBe('');
    expect(template.years[0]).toBeLessThanOrEqual(template.years[1]);
  });
});

describe('the rules of prose', () => {
  const rules: readonly { say: string; then?: string; now?: string; none?: string; topic?: string }[] =
    prose.rules;
  const codesOf = ({ then, now }: (typeof rules)[number]) => [then, now].flatMap((code) => code ?? []);
  const names = new Set(Object.keys(lexicon.words));

  it('lead only to codes of the codebook, * standing for a row of the applications', () => {
    for (const code of rules.flatMap(codesOf))
      expect(codes, code).toContain(code.replace('*', 'applications.received'));
  });

  it('name only words of the lexicon', () => {
    const used = rules.flatMap(({ say, none = '' }) => [...expand(say), ...expand(none)]);
    const unknown = used
      .flatMap((key) => key.split(' '))
      .filter((name) => name !== '#' && name !== '~' && !names.has(name));
    expect(unknown.filter((name) => name !== '')).toEqual([]);
  });

  it('name only topics that words set', () => {
    const known = new Set(['', ...Object.values(lexicon.topics)]);
    const used = rules.flatMap(({ topic }) => topic?.split('|') ?? []);
    expect(used.filter((topic) => !known.has(topic))).toEqual([]);
    expect(Object.keys(lexicon.topics).filter((name) => !names.has(name))).toEqual([]);
  });

  it('use every noun and verb of the lexicon, or it only says what a sentence is about', () => {
    const used = new Set(rules.flatMap(({ say, none = '' }) => `${say} ${none}`.split(/[ ()|?]/)));
    const idle = [...names].filter(
      (name) => !name.startsWith('@') && !used.has(name) && !(name in lexicon.topics),
    );
    expect(idle.filter((name) => !prose.neutral.includes(name) && !prose.blocks.includes(name))).toEqual([]);
  });

  it('are put by the spec’s rule: new pages take codes of that family and of all, and the few named beside', () => {
    const beside = /^(?:proactive\.|fees\.collected$|litigation\.total$)/;
    const family = new Map(indicators.map((i) => [i.code, i.family]));
    for (const { now, then } of rules) {
      if (now !== undefined && !now.startsWith('*') && !beside.test(now))
        expect(['new-regulation', 'all'], now).toContain(family.get(now));
      if (then !== undefined) expect(['statistics-table', 'all'], then).toContain(family.get(then));
    }
  });
});
