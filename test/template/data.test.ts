import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import prose from '../../src/data/prose.json' with { type: 'json' };
import type { RowData, TemplateData } from '../../src/model/template.js';
import { loadIndicators, loadTemplates } from '../../src/template/load.js';

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

describe('the patterns of prose', () => {
  const rules: readonly object[] = [
    ...prose.statements,
    ...prose.denials,
    ...prose.lists.flatMap(({ nouns }) => Object.values(nouns)),
  ];
  const codesOf = (rule: object) =>
    Object.entries(rule).flatMap(([key, code]) => (key === 'then' || key === 'now' ? [String(code)] : []));

  it('lead only to codes of the codebook', () => {
    for (const rule of rules) {
      expect(codesOf(rule).length, JSON.stringify(rule)).toBeGreaterThan(0);
      for (const code of codesOf(rule)) expect(codes).toContain(code);
    }
  });

  it('use only macros that are there', () => {
    const used = [...prose.statements, ...prose.denials].flatMap(({ say }) =>
      say.flatMap((pattern) => [...pattern.matchAll(/\{([A-Z]+)\}/g)].map((match) => match[1] ?? '')),
    );
    expect(used.filter((name) => !(name in prose.macros))).toEqual([]);
  });

  it('name only topics that are there', () => {
    const used = [...prose.statements, ...prose.lists].flatMap((rule) =>
      'topic' in rule ? [rule.topic] : [],
    );
    expect(used.filter((topic) => topic !== undefined && !(topic in prose.topics))).toEqual([]);
  });

  it('are put by the spec’s rule: new pages take codes of that family and of all, and the few named beside', () => {
    const beside = /^(?:proactive\.|fees\.collected$|litigation\.total$)/;
    const family = new Map(indicators.map((i) => [i.code, i.family]));
    for (const rule of rules) {
      const { now, then } = rule as { now?: string; then?: string };
      if (now !== undefined && !beside.test(now))
        expect(['new-regulation', 'all'], now).toContain(family.get(now));
      if (then !== undefined) expect(['statistics-table', 'all'], then).toContain(family.get(then));
    }
  });
});
