import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadConverter } from '../../src/text/simplify.js';

interface OpenCc {
  readonly Converter: (options: { from: string; to: string }) => (text: string) => string;
  readonly Locale: { readonly to: { readonly cn: readonly (readonly string[])[] } };
}

const { Converter, Locale } = createRequire(import.meta.url)('opencc-js/t2cn') as OpenCc;
const words = Locale.to.cn
  .flat()
  .flatMap((entries) => entries.split('|'))
  .map((entry) => entry.split(' ')[0] ?? '')
  .filter((word) => !/[\uf900-\ufaff\u2ff0-\u2fff]/.test(word));

describe('the search for the words of OpenCC', () => {
  const own = loadConverter();
  const theirs = Converter({ from: 't', to: 'cn' });

  it('converts each word as OpenCC does', () => {
    expect(words.length).toBeGreaterThan(1000);
    expect(words.filter((word) => own(word) !== theirs(word))).toEqual([]);
  });

  it('converts words one behind the other, and other text between them, as OpenCC does', () => {
    const part = fc.oneof(fc.constantFrom(...words), fc.constantFrom('2021年', '，', 'A', '<p>', '的'));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(own(parts.join(''))).toBe(theirs(parts.join('')));
      }),
      { numRuns: 2000 },
    );
  });
});
