import { describe, expect, it } from 'vitest';
import { parseEquation } from '../../src/check/equation.js';
import { buildChecks, stateFor } from '../../src/check/rules.js';
import { slotOf } from '../../src/check/slots.js';
import type { RuleFile } from '../../src/model/rules.js';

const wording = { zh: '', en: '' };

function stated(line: string, codes: readonly string[] = []): string {
  const rule = { id: 'r', kind: 'identity', line, editions: ['2021'], source: '', since: '' } as const;
  const rules = [{ ...rule, name: wording, explanation: wording, false_alarms: wording }];
  const file: RuleFile = { family: 'f', sets: {}, left_empty: [], rules };
  const slots = codes.map(slotOf);
  const [check] = buildChecks(file);
  return check ? stateFor(check, (slot) => slots.includes(slot)).equation : '';
}

describe('a line of a rule', () => {
  it('has codes with signs on both sides of = or <=', () => {
    const { left, operator, right } = parseEquation('-a.b + c:d - e <= f');
    expect(left.flat(2)).toEqual([
      { code: 'a.b', sign: -1 },
      { code: 'c:d', sign: 1 },
      { code: 'e', sign: -1 },
    ]);
    expect([operator, right.flat(2)]).toEqual(['<=', [{ code: 'f', sign: 1 }]]);
  });

  it.each([
    [[], 'a + b = d'],
    [['c'], 'c = d'],
    [['a', 'b', 'c'], 'a + b = d'],
    [['a', 'c'], 'c = d'],
    [['a'], 'a + b = d'],
  ])('takes the first way of which the page has all codes, else any: %s', (codes, equation) => {
    expect(stated('[a + b | c] = d', codes)).toBe(equation);
  });

  it('takes a group from its side where a minus stands before it', () => {
    expect(stated('x - [a - b | c] = d', ['a', 'b'])).toBe('x - a + b = d');
  });

  it.each([['a + = b'], ['a = b c'], ['a = [b | c'], ['a'], ['a = 5 %'], ['']])(
    'is refused where it is no equation: “%s”',
    (line) => {
      expect(() => parseEquation(line)).toThrow(/“/);
    },
  );
});
