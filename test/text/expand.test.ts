import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expand } from '../../src/text/expand.js';

const letter = fc.constantFrom('a', 'b', 'c');
const { pattern } = fc.letrec<{ pattern: string; item: string }>((tie) => ({
  pattern: fc.array(tie('item'), { maxLength: 3 }).map((items) => items.join('')),
  item: fc.oneof(
    { maxDepth: 2 },
    letter,
    letter.map((one) => `${one}?`),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(${one}|${other})`),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(${one}|${other})?`),
  ),
}));

describe('a finite pattern', () => {
  it.each([
    ['ab', ['ab']],
    ['a(b|c)', ['ab', 'ac']],
    ['ab?', ['a', 'ab']],
    ['(a|b)?c', ['c', 'ac', 'bc']],
    ['a|bc', ['a', 'bc']],
    ['(a(b|c)?)?', ['', 'a', 'ab', 'ac']],
  ])('%s stands for its texts', (given, texts) => expect(expand(given).sort()).toEqual(texts.sort()));

  it('stands for just the short texts that the same regular expression takes', () => {
    fc.assert(
      fc.property(pattern, fc.array(letter, { maxLength: 4 }), (given, letters) => {
        const text = letters.join('');
        const texts = expand(given);
        const whole = new RegExp(`^(?:${given})$`);
        expect(texts.every((one) => whole.test(one))).toBe(true);
        expect(texts.includes(text)).toBe(whole.test(text));
        expect(new Set(texts).size).toBe(texts.length);
      }),
    );
  });

  it.each(['a(b', 'a)b', '(a|(b)'])('%s, whose brackets do not close, is refused', (given) => {
    expect(() => expand(given)).toThrow(given);
  });

  it('that stands for very many texts is refused', () => {
    expect(() => expand('a?b?c?d?e?f?g?h?i?j?k?l?m?')).toThrow('more than');
  });
});
