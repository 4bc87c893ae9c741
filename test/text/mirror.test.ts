import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/parse.js';
import { repairMirror } from '../../src/text/mirror.js';
import { damage, toTraditional } from '../support/mirror-damage.js';
import { corpusPages, fixturePages, hasCorpus } from '../support/pages.js';

/** Ordinary text of fixtures in traditional characters, without their own readings and tags. */
const texts = fixturePages()
  .filter(({ name }) => !name.endsWith('traditional-mirror'))
  .map(({ bytes }) =>
    parsePage(bytes)
      .sections.map((section) => `${section.heading}\n${section.text}`)
      .join('\n'),
  )
  .filter((text) => text.length > 300)
  .map(toTraditional);
const digits = (text: string) => text.replace(/\D/g, '');

function share(annotated: number, seeds: number): { right: number; digitsHold: boolean; refused: number } {
  let all = 0;
  let right = 0;
  let refused = 0;
  let digitsHold = true;
  for (const [i, text] of texts.entries()) {
    for (let seed = 1; seed <= seeds; seed++) {
      const { clean, damaged } = damage(text, { seed: seed * 100 + i, annotated });
      const { text: repaired, counts } = repairMirror(damaged);
      refused += counts.find(({ kind }) => kind === 'unrepaired')?.count ?? 0;
      digitsHold &&= digits(repaired) === digits(damaged);
      all += clean.length;
      right += clean.length - difference(clean, repaired);
    }
  }
  return { right: right / all, digitsHold, refused };
}

/** Characters of lines that are not there again as they were, less what such a line shares at its ends with its place. */
function difference(a: string, b: string): number {
  const found = new Set(b.split('\n'));
  const lost = a.split('\n').filter((line) => !found.has(line));
  const own = new Set(a.split('\n'));
  const strange = b.split('\n').filter((line) => !own.has(line));
  return lost.reduce(
    (sum, line) => sum + Math.min(line.length, ...strange.map((other) => changed(line, other))),
    0,
  );
}

function changed(line: string, other: string): number {
  let start = 0;
  while (start < line.length && line[start] === other[start]) start++;
  let end = 0;
  while (end < line.length - start && line.at(-1 - end) === other.at(-1 - end)) end++;
  return line.length - start - end;
}

describe('damage by a mirror site', () => {
  it('is undone at the density of real mirrors, and no digit changes', () => {
    const { right, digitsHold } = share(40, 6);
    expect(right).toBeGreaterThan(0.9995);
    expect(digitsHold).toBe(true);
  });

  it('is undone at greater densities, and no digit changes', () => {
    const { right, digitsHold } = share(400, 2);
    expect(right).toBeGreaterThan(0.999);
    expect(digitsHold).toBe(true);
  });

  it('is not seen in pages that have none', () => {
    const pages = fixturePages().filter(({ name }) => !name.endsWith('traditional-mirror'));
    for (const { name, bytes } of pages) expect(repairMirror(bytes.toString('utf8')).edits, name).toEqual([]);
    for (const text of texts) expect(repairMirror(text).edits).toEqual([]);
  });

  it.skipIf(!hasCorpus)(
    'is found in real pages in traditional characters, in no other (skipped without ../shared)',
    () => {
      for (const { name, bytes } of corpusPages()) {
        const isMended = repairMirror(bytes.toString('utf8')).edits.length > 0;
        expect(isMended, name).toBe(parsePage(bytes).text.script === 'traditional');
      }
    },
  );

  it('leaves the text between its edits as it was', () => {
    const source = damage(texts[0] ?? '', { seed: 7, annotated: 60 }).damaged;
    const { text, edits } = repairMirror(source);
    expect(edits.length).toBeGreaterThan(0);
    let at = 0;
    let old = 0;
    for (const edit of edits) {
      expect(text.slice(at, edit.at)).toBe(source.slice(old, edit.start));
      at = edit.at + edit.length;
      old = edit.end;
    }
    expect(text.slice(at)).toBe(source.slice(old));
  });
});
