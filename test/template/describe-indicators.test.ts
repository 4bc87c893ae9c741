import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeCodebookTable, writeCodebookText } from '../../src/output/codebook-text.js';
import { parsePage } from '../../src/parse.js';
import { describeIndicators } from '../../src/template/describe-indicators.js';
import { loadCatalogue } from '../../src/template/load.js';

const root = join(import.meta.dirname, '../..');
const catalogue = loadCatalogue();
const codebook = describeIndicators(catalogue);
const entry = (code: string) => codebook.find((own) => own.code === code);

describe('the codebook', () => {
  it('tells how each form states an indicator, when, and which notice fixes it', () => {
    expect(entry('review.upheld')).toMatchObject({
      name: 'review_upheld',
      first_year: 2014,
      last_year: null,
      sources: expect.arrayContaining([
        '国办发〔2014〕32号 (政府信息公开情况统计制度, 2014)',
        '国办公开办函〔2021〕30号',
      ]),
    });
    const labels = new Map(entry('review.upheld')?.labels.map(({ form, label }) => [form, label]));
    expect(labels.get('statistics-table-2014')).toMatch(/行政复议数量 > .*维持具体行政行为数$/);
    expect(labels.get('new-regulation-2021')).toBe('行政复议 > 结果维持');
  });

  it('has the label of a cell from its row and its column', () => {
    expect(entry('applications.refused.state_secret:business')?.labels.at(-1)?.label).toBe(
      '三、本年度办理结果 > (三)不予公开 > 1.属于国家秘密 > 法人或其他组织 > 商业企业',
    );
  });

  it('takes the form’s own row before one that only some places add', () => {
    const [label] =
      entry('applications.refused:total')?.labels.filter(({ form }) => form.endsWith('2021')) ?? [];
    expect(label).toMatchObject({ label: '三、本年度办理结果 > (三)不予公开 > 总计', local: false });
    expect(entry('local2008.enquiries.total')?.labels).toMatchObject([{ local: true }]);
  });

  it('ends an indicator with the last form that asks for it', () => {
    expect(entry('disclosure.fees.previous_items')).toMatchObject({ first_year: 2019, last_year: 2020 });
    expect(entry('disclosure.fees.amount')).toMatchObject({ first_year: 2021, last_year: null });
  });

  it('compares indicators as the panel does', () => {
    const kinds = (code: string) => entry(code)?.comparisons.map((own) => `${own.kind} ${own.code}`);
    expect(kinds('disclosure.fees.amount')).toContain('break disclosure.fees.previous_items');
    expect(kinds('review.total')).toContain('redefined review.total');
  });

  it('tells how an indicator compares with another, from both', () => {
    const line = { edition: '2014', kind: 'redefined', note: { zh: '口径不同', en: 'counted otherwise' } };
    const [old, now] = ['requests.replied.granted', 'applications.granted:total'] as const;
    const compared = describeIndicators(catalogue, [{ from: old, code: now, ...line }]);
    const comparisons = (code: string) => compared.find((own) => own.code === code)?.comparisons;
    expect(comparisons(old)).toEqual([{ code: now, ...line }]);
    expect(comparisons(now)).toEqual([{ code: old, ...line }]);
    expect(writeCodebookText(compared, [])).toContain(
      `- redefined against \`${now}\` (2014): 口径不同 counted otherwise`,
    );
  });
});

/** Every code that the data lets the tool emit: rows with columns of forms, what rules for prose name, what pages give. */
function emitted(): Set<string> {
  const codes = new Set<string>();
  const prose = readFileSync(join(root, 'src/data/prose-rules.json'), 'utf8');
  const words = new Set(prose.match(/"[a-z_0-9]+(?:[.:][a-z_0-9]+)+"/g)?.map((word) => word.slice(1, -1)));
  for (const code of words) codes.add(code);
  for (const { data } of catalogue.templates)
    for (const { blocks } of data.tables)
      for (const { rows, columns } of blocks) {
        const walk = (own: typeof rows): void => {
          for (const row of own) {
            if (row.code !== undefined)
              for (const { code } of columns) if (code !== null) codes.add(row.code + code);
            walk(row.rows ?? []);
          }
        };
        walk(rows);
      }
  for (const file of readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' }))
    if (/page\.(?:html|txt)$/.test(file))
      for (const { code } of parsePage(readFileSync(join(root, 'fixtures', file))).values) codes.add(code);
  return codes;
}

describe('every code that the tool can emit', () => {
  const codes = emitted();

  it('is in the codebook as a table and as a text', () => {
    expect(codes.size).toBeGreaterThan(300);
    const table = writeCodebookTable(codebook, '\t')
      .split('\n')
      .map((line) => line.split('\t')[0]);
    const text = writeCodebookText(
      codebook,
      catalogue.templates.map(({ data }) => data),
    );
    for (const code of codes) {
      expect(table, code).toContain(code);
      expect(text.includes(`\n\`${code}\`, in `), code).toBe(true);
    }
  });
});
