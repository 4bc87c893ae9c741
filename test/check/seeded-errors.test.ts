import { describe, expect, it } from 'vitest';
import { assess } from '../../src/check/assess.js';
import { checksFor } from '../../src/check/checks-for.js';
import { type Explanation, explainFailures } from '../../src/check/explanations.js';
import { Figures } from '../../src/check/figures.js';
import { type Printed, soundForm, tableValues } from '../support/forms.js';
import type { Template } from '../support/renderer/model.js';
import { createRandom, type Random } from '../support/renderer/random.js';

function check(printed: Printed, template: Template) {
  const { checks, leftEmpty } = checksFor(
    template === '2014' ? 'statistics-table' : 'new-regulation',
    template,
  );
  const figures = new Figures(tableValues(printed), leftEmpty);
  const assessed = assess(checks, figures);
  return { assessed, explanations: explainFailures(assessed, figures) };
}

/** Cells of the only explanation that the page leaves; empty where it leaves several or none. */
function only(explanations: readonly Explanation[]) {
  const [set, ...others] = explanations.flatMap(({ sets }) => sets);
  return others.length > 0 ? [] : (set ?? []);
}

const editions: readonly Template[] = ['2019', '2021'];
const inMatrix = (form: Printed) => [...form.keys()].filter((code) => code.startsWith('applications.'));

function otherThan(value: number, random: Random): number {
  const wrong = random.int(0, value * 2 + 9);
  return wrong === value ? value + 1 : wrong;
}

describe('seeded errors', () => {
  it('fails no identity of a sound form, of any edition', () => {
    const failed = Array.from({ length: 60 }, (_, seed) => seed).flatMap((seed) =>
      (['2014', '2019', '2021'] as const).flatMap((template) =>
        check(soundForm(template, seed), template).assessed.filter(
          ({ result }) => result.kind === 'identity' && result.status !== 'pass',
        ),
      ),
    );
    expect(failed.map(({ result }) => result.id)).toEqual([]);
  });

  it('names any one wrong cell of twenty matrices with the figure that it should have', () => {
    const missed: string[] = [];
    let tried = 0;
    for (let seed = 0; seed < 20; seed++) {
      const template = editions[seed % 2] ?? '2021';
      const form = soundForm(template, seed);
      const random = createRandom(seed);
      for (const code of inMatrix(form)) {
        const implied = form.get(code) ?? 0;
        const printed = otherThan(implied, random);
        const { explanations } = check(new Map([...form, [code, printed]]), template);
        const found = only(explanations);
        if (JSON.stringify(found) !== JSON.stringify([{ code, printed, implied }]))
          missed.push(`${seed} ${code}`);
        tried++;
      }
    }
    expect(missed).toEqual([]);
    expect(tried).toBe(10 * 161 + 10 * 175);
  });

  it('never names one cell where two are wrong', { timeout: 300_000 }, () => {
    const forms = Array.from({ length: 40 }, (_, seed) => soundForm(editions[seed % 2] ?? '2021', seed));
    const random = createRandom(7);
    const single: string[] = [];
    let explained = 0;
    for (let trial = 0; trial < 10_000; trial++) {
      const form = forms[trial % 40] ?? new Map();
      const printed = new Map<string, number | null>(form);
      const wrong = random.sample(inMatrix(form), 2);
      for (const code of wrong) printed.set(code, otherThan(form.get(code) ?? 0, random));
      const found = only(check(printed, editions[trial % 2] ?? '2021').explanations);
      if (found.length === 1) single.push(`${trial} ${wrong.join(' ')}`);
      if (found.length === 2) explained++;
    }
    expect(single).toEqual([]);
    expect(explained).toBeGreaterThan(9_900);
  });

  it('names a wrong cell of the 2014 table where two identities hold it, and else lists what would explain', () => {
    for (let seed = 0; seed < 20; seed++) {
      const form = soundForm('2014', seed);
      const code = 'requests.replied.refused';
      const implied = form.get(code) ?? 0;
      const printed = implied + 3;
      expect(only(check(new Map([...form, [code, printed]]), '2014').explanations)).toEqual([
        { code, printed, implied },
      ]);
      const other = 'requests.received.online';
      const wrong = new Map([...form, [other, (form.get(other) ?? 0) + 1]]);
      const [explanation] = check(wrong, '2014').explanations;
      expect(explanation?.sets.length).toBeGreaterThan(1);
      expect(explanation?.sets.flat()).toContainEqual({
        code: other,
        printed: (form.get(other) ?? 0) + 1,
        implied: form.get(other),
      });
    }
  });
});

describe('seeded errors in a form with blanks', () => {
  const figuresOf = { any: () => true, zeros: (n: number) => n === 0, counts: (n: number) => n > 0 };

  /** Blanks and one wrong cell: how often all that is named is right, how often nothing is named, and what is wrong. */
  function tryBlanks(which: keyof typeof figuresOf, count: number, isWrong: boolean) {
    const random = createRandom(count);
    const result = { right: 0, open: 0, wrong: [] as string[] };
    for (let seed = 0; seed < 150; seed++) {
      const template = editions[seed % 2] ?? '2021';
      const form = soundForm(template, seed);
      const printed = new Map<string, number | null>(form);
      const cells = inMatrix(form);
      for (const code of random.sample(
        cells.filter((c) => figuresOf[which](form.get(c) ?? 0)),
        count,
      ))
        printed.set(code, null);
      const code = random.pick(cells.filter((c) => printed.get(c) !== null));
      if (isWrong) printed.set(code, otherThan(form.get(code) ?? 0, random));
      const found = only(check(printed, template).explanations);
      if (found.some(({ code, implied }) => form.get(code) !== implied)) result.wrong.push(`${seed} ${code}`);
      else if (found.length > 0) result.right++;
      else result.open++;
    }
    return result;
  }

  it.each([
    ['zeros', 1, 0],
    ['zeros', 5, 0.02],
    ['zeros', 10, 0.1],
    ['counts', 1, 0],
    ['counts', 3, 0.05],
    ['counts', 10, 0.3],
    ['any', 5, 0.1],
    ['any', 30, 0.8],
  ] as const)(
    'never names a wrong cell or figure: %s blank, %i of them, at most %d left open',
    (which, count, open) => {
      const result = tryBlanks(which, count, true);
      expect(result.wrong).toEqual([]);
      expect(result.open / 150).toBeLessThanOrEqual(open);
    },
  );

  it.each([1, 2, 3, 5, 10])('gives the figures of %i blanks that hide some', (count) => {
    const result = tryBlanks('counts', count, false);
    expect(result.wrong).toEqual([]);
    expect(result.open / 150).toBeLessThanOrEqual(count <= 2 ? 0 : 0.1);
  });
});
