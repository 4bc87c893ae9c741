import { describe, expect, it } from 'vitest';
import data from '../../src/data/crosswalk.json' with { type: 'json' };
import { crosswalk, editionOf, noCounterpart, pairCodes } from '../../src/template/crosswalk.js';
import { loadIndicators, loadTemplates } from '../../src/template/load.js';

const indicators = loadIndicators();
const lines = crosswalk.flatMap(({ name, unit, lines }) => lines.map((line) => ({ name, unit, ...line })));
const isAlone = (code: string) =>
  noCounterpart.some(({ codes }) =>
    codes.some((known) => (known.endsWith('*') ? code.startsWith(known.slice(0, -1)) : known === code)),
  );
/** Money is never a count; counts in these units are counts of documents. */
const COUNTS_OF_DOCUMENTS = ['\u6761', '\u4ef6'];

describe('the crosswalk', () => {
  it('has every indicator of the codebook, in a line or among those without counterpart, never in both', () => {
    const inLines = new Set(lines.flatMap(({ codes }) => codes));
    for (const code of indicators.keys())
      expect([code, inLines.has(code) !== isAlone(code)]).toEqual([code, true]);
    for (const code of inLines) expect(indicators.has(code), code).toBe(true);
  });

  it('names no indicator without counterpart that the codebook does not have', () => {
    for (const { codes } of noCounterpart)
      for (const known of codes) {
        const isKnown = (code: string) => code === known || code.startsWith(`${known.slice(0, -1)}`);
        expect([...indicators.keys()].some(isKnown), known).toBe(true);
        if (!known.endsWith('*')) expect(indicators.has(known), known).toBe(true);
      }
  });

  it.each(crosswalk)(
    '$name has a legal name of its own, and one defining edition before all others',
    (variable) => {
      expect(variable.name).toMatch(/^h_[a-z][a-z0-9_]*$/);
      expect(variable.name.length).toBeLessThanOrEqual(32);
      expect(crosswalk.filter(({ name }) => name === variable.name)).toHaveLength(1);
      expect([...indicators.values()].map(({ name }) => name)).not.toContain(variable.name);
      expect(variable.lines.some(({ relation }) => relation === 'same')).toBe(true);
      const editions = variable.lines.map(({ edition }) => edition);
      expect(editions).toEqual([...editions].sort().reverse());
    },
  );

  it.each(lines)(
    '$name in $edition ($codes): $relation, with a note in two languages and its notice',
    (line) => {
      expect(['same', 'renamed', 'redefined', 'break']).toContain(line.relation);
      expect(line.note.zh).toMatch(/\p{Script=Han}/u);
      expect(line.note.en).toMatch(/[a-z]/);
      expect(line.source).not.toBe('');
      const units = line.codes.map((code) => indicators.get(code)?.unit ?? '');
      if (line.relation === 'break') return;
      const isCounted = (unit: string) => COUNTS_OF_DOCUMENTS.includes(unit) && line.relation === 'redefined';
      for (const unit of units)
        expect(
          unit === line.unit || (isCounted(unit) && isCounted(line.unit)),
          `${unit} in ${line.unit}`,
        ).toBe(true);
    },
  );

  it.each(lines)(
    '$name in $edition takes indicators that its form or prose has',
    ({ edition, codes, relation }) => {
      for (const code of codes) {
        const { edition: own = '', family = '' } = indicators.get(code) ?? {};
        const editions = own === 'local' ? ['2014'] : own === '2014' ? ['2008', '2014'] : own.split(',');
        const inProse =
          Number(edition) >= 2019 && /^proactive\.|^fees\.collected$|^litigation\.total$/.test(code);
        const isUndivided = code.startsWith('applications.other.') && edition === '2019';
        const isOfAll = family === 'all' || inProse || isUndivided;
        expect(isOfAll || editions.includes(edition), `${code} in ${edition}`).toBe(true);
      }
      expect(relation === 'break' && codes.length === 0).toBe(false);
    },
  );

  it('never puts a count of items into a column of money, nor money into a count', () => {
    const ofMoney = lines.filter(({ unit, relation }) => unit === '\u4e07\u5143' && relation !== 'break');
    expect(ofMoney.length).toBeGreaterThan(3);
    expect(ofMoney.flatMap(({ codes }) => codes).filter((code) => /items|change/.test(code))).toEqual([]);
    const fees = crosswalk.find(({ name }) => name === 'h_fee_amount');
    expect(fees?.lines.find(({ edition }) => edition === '2019')?.relation).toBe('break');
  });

  it('knows the editions by the years of the forms', () => {
    for (const { edition, years, source } of data.editions) {
      const form = loadTemplates().find((template) => template.data.edition === edition)?.data;
      expect({ years: form?.years, source: form?.source }).toEqual({ years, source });
    }
    expect([editionOf(null, 2010), editionOf(null, 2017), editionOf('2019', 2022)]).toEqual([
      '2008',
      '2014',
      '2019',
    ]);
  });

  it('tells how an indicator compares with its neighbour', () => {
    const pairs = pairCodes().filter(({ from }) => from === 'requests.replied.granted');
    const code = 'applications.granted:total';
    expect(pairs).toMatchObject([
      { edition: '2014', code, kind: 'redefined' },
      { edition: '2008', code, kind: 'redefined' },
    ]);
    const own = pairCodes().filter(({ from, code: of }) => from === of);
    expect(own.every(({ kind }) => kind !== 'same')).toBe(true);
    expect(own).toContainEqual(
      expect.objectContaining({ code: 'review.total', edition: '2014', kind: 'redefined' }),
    );
  });
});
