import { describe, expect, it } from 'vitest';
import { describeTable, type LabelledTable } from '../../src/output/labels/labelled-table.js';
import { SCRIPTS } from '../../src/output/labels/scripts.js';
import { describeIndicators } from '../../src/template/describe-indicators.js';
import { loadCatalogue } from '../../src/template/load.js';
import { checkStata } from '../support/stata.js';

const catalogue = loadCatalogue();
const codebook = describeIndicators(catalogue);
const templates = catalogue.templates.map(({ data }) => data);
const tableOf = (shape: LabelledTable['shape'], delimiter: LabelledTable['delimiter'] = ',') =>
  describeTable('data.csv', { delimiter, shape }, codebook, templates);
const wide = tableOf('wide');

/** Whether a page of a form, or of a year without a form, is asked for an indicator. */
const isAsked = (name: string, page: { family: string; edition: string } | { year: number }) => {
  const group = wide.groups.find(({ names }) => names.includes(name));
  if ('year' in page) return group?.prose.some(([first, last]) => first <= page.year && page.year <= last);
  return group?.forms.some(({ family, edition }) => family === page.family && edition === page.edition);
};

describe('what a script must know', () => {
  it('has every indicator in one group', () => {
    expect(wide.groups.flatMap(({ names }) => names).sort()).toEqual(codebook.map(({ name }) => name).sort());
  });

  it('tells which forms ask for an indicator', () => {
    const form = (edition: string) => ({
      family: Number(edition) < 2019 ? 'statistics-table' : 'new-regulation',
      edition,
    });
    expect(isAsked('review_tot', form('2014'))).toBe(true);
    expect(isAsked('review_tot', form('2021'))).toBe(true);
    expect(isAsked('disc_fees_amount', form('2021'))).toBe(true);
    expect(isAsked('disc_fees_amount', form('2019'))).toBe(false);
    expect(isAsked('pro_tot', form('2021'))).toBe(false);
  });

  it('puts pages without a form to the forms of their years', () => {
    expect(isAsked('pro_tot', { year: 2012 })).toBe(true);
    expect(isAsked('pro_tot', { year: 2020 })).toBe(false);
    expect(isAsked('disc_fees_amount', { year: 2022 })).toBe(true);
  });

  it('does not say that a form has what only some places ask for', () => {
    expect(isAsked('local08_enq_tot', { family: 'statistics-table', edition: '2008' })).toBe(false);
  });

  it('has labels in two languages for every column', () => {
    for (const shape of ['wide', 'long'] as const)
      for (const { name, zh, en } of tableOf(shape).columns) {
        expect(zh, name).toMatch(/\p{Script=Han}|SHA/u);
        expect(en, name).toMatch(/^[^\p{Script=Han}]{3,}$/u);
      }
  });
});

describe('the script for Stata', () => {
  it.each([
    ['wide', ','],
    ['long', ','],
    ['wide', '\t'],
  ] as const)('is within the grammar, %s', (shape, delimiter) => {
    const table = tableOf(shape, delimiter);
    expect(checkStata(SCRIPTS.stata.write(table), table.columns.length)).toEqual([]);
  });

  it('would be told from one that is not', () => {
    const few = describeTable('data.csv', wide, codebook.slice(0, 5), templates);
    const script = SCRIPTS.stata.write(few);
    expect(checkStata(script, few.columns.length)).toEqual([]);
    for (const wrong of [
      script.replace('quietly {', 'quietly'),
      script.replace('label variable pro_tot "', 'label variable pro_tot '),
      script.replace('rename v1 path', 'rename v1 a-path'),
      script.replace(/label variable (\w+) ".*"/, `label variable $1 "${'x'.repeat(81)}"`),
      script.replace('rename v2 container\n', ''),
      script.replace(' ///\n', '\n'),
    ])
      expect(checkStata(wrong, few.columns.length), wrong.slice(0, 50)).not.toEqual([]);
  });

  it('keeps marks that Stata would expand out of its strings', () => {
    const [first, ...others] = codebook;
    if (!first) throw new Error('no indicator');
    const odd = [{ ...first, label_zh: '`a\' $b "c"\nd' }, ...others];
    const script = SCRIPTS.stata.write(describeTable('data.csv', wide, odd, templates));
    expect(script).toContain(`label variable pro_tot "'a' ＄b 'c' d"`);
    expect(checkStata(script, wide.columns.length)).toEqual([]);
  });
});
