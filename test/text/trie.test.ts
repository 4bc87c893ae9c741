import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTrie } from '../../src/text/trie.js';

const text = (max: number) =>
  fc.array(fc.constantFrom('a', 'b', '\u7533'), { maxLength: max }).map((letters) => letters.join(''));

function trieOf(words: readonly string[]) {
  const trie = createTrie<string>();
  for (const word of words) trie.add(word, word);
  return trie;
}

describe('a trie', () => {
  it('finds the longest of the words that begin at a place', () => {
    expect(trieOf(['ab', 'abab', 'b']).find('xabababx', 1)).toEqual({ end: 5, meaning: 'abab' });
  });

  it('finds nothing where no word begins, or only the beginning of one is there', () => {
    expect(trieOf(['ab']).find('xab', 0)).toBe(undefined);
    expect(trieOf(['ab']).find('a', 0)).toBe(undefined);
    expect(trieOf(['ab']).find('ab', 2)).toBe(undefined);
  });

  it('tells whether one of the words stands anywhere', () => {
    expect(trieOf(['ab', 'bba']).isIn('xaxbba')).toBe(true);
    expect(trieOf(['ab', 'bba']).isIn('xaxbb')).toBe(false);
    expect(trieOf(['ab', 'bba']).isIn('xBbA')).toBe(true);
    expect(trieOf(['ab']).isIn('')).toBe(false);
  });

  it('keeps the first meaning of a word', () => {
    const trie = createTrie<number>();
    trie.add('a', 1);
    trie.add('a', 2);
    expect(trie.find('a', 0)?.meaning).toBe(1);
  });

  it('finds what a search through all words finds', () => {
    fc.assert(
      fc.property(fc.array(text(4)), text(8), fc.nat(8), (words, line, at) => {
        const known = words.filter((word) => word !== '');
        const fitting = known.filter((word) => line.startsWith(word, at)).sort((a, b) => b.length - a.length);
        expect(trieOf(known).find(line, at)?.meaning).toBe(fitting[0]);
      }),
    );
  });
});
