import { describe, expect, it } from 'vitest';
import type { GipRecord, Value } from '../src/model/record.js';
import { parsePage } from '../src/parse.js';
import { createRandom } from './support/mirror-damage.js';
import { reportPages } from './support/pages.js';

const SAMPLES = 4;
/** A number that stands in no fixture. */
const MARKER = 918273;
const html = reportPages()
  .map(({ name, bytes }) => ({ name, text: bytes.toString('utf8') }))
  .filter(({ text }) => {
    const { source, values } = parsePage(Buffer.from(text));
    return source.media === 'html' && values.some(({ place }) => place.row != null);
  });
const read = (text: string) => parsePage(Buffer.from(text));
const replace = (text: string, start: number, end: number, by: string) =>
  text.slice(0, start) + by + text.slice(end);

function sample<T>(items: readonly T[], seed: number): T[] {
  const random = createRandom(seed);
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, SAMPLES)
    .map(({ item }) => item);
}

/** Numbers of the table cells that were read, whether an indicator takes them or not. */
function numbersIn(record: GipRecord): (number | null)[] {
  const values = record.values.filter(({ origin }) => origin === 'table');
  return [
    ...values.flatMap((value) => [value.value, ...value.also.map((other) => other.value)]),
    ...record.unmapped.map(({ value }) => value),
  ];
}

/** Cells of tables of figures that hold one value and nothing else, by the table they stand in. */
function filledCells(record: GipRecord): Value[] {
  return record.values.filter((v) => v.origin === 'table' && v.also.length === 0 && v.state === 'number');
}

/** The page up to the end of the last table with figures, all before the first such table blotted out. */
function inTables(text: string): string {
  const places = filledCells(read(text)).map(({ place }) => place.start);
  const first = text.lastIndexOf('<table', Math.min(...places));
  const end = text.indexOf('</table>', Math.max(...places));
  return ' '.repeat(first) + text.slice(first, end);
}

/** The figure of a cell, without the tags in which it stands. */
function emptied(text: string, { place }: Value): string {
  return replace(text, place.start, place.end, '');
}

describe('a figure that is put into a table', () => {
  it.each(html)('is found again where a cell held a value: $name', ({ text }) => {
    for (const { code, place } of sample(filledCells(read(text)), 21)) {
      const changed = read(replace(text, place.start, place.end, String(MARKER)));
      expect(numbersIn(changed), code).toContain(MARKER);
    }
  });

  it.each(html)('is found again in a cell that was empty: $name', ({ text }) => {
    const cells = [...inTables(text).matchAll(/<td[^>]*>((?:(?!<\/?t[dr]).)*)<\/td>/gs)];
    const blank = cells.filter(([, content = '']) => /^\s*$/.test(content.replace(/<[^>]*>|&nbsp;/g, '')));
    for (const { index, 0: cell } of sample(blank, 25)) {
      const at = index + cell.length - '</td>'.length;
      const changed = read(replace(text, at, at, String(MARKER)));
      expect(numbersIn(changed), text.slice(index - 60, at)).toContain(MARKER);
    }
  });

  it.each(html)('is found again in an extra cell at the end of a row: $name', ({ text }) => {
    const own = [...inTables(text).matchAll(/<\/tr>/g)].map(({ index }) => index);
    expect(own.length).toBeGreaterThan(0);
    for (const at of sample(own, 22)) {
      const changed = read(replace(text, at, at, `<td>${MARKER}</td>`));
      expect(numbersIn(changed), text.slice(at - 60, at)).toContain(MARKER);
    }
  });

  it.each(html)('is found again in an extra row: $name', ({ text }) => {
    const cells = filledCells(read(text));
    for (const { place } of sample(cells, 23).slice(0, 2)) {
      const at = text.indexOf('</tr>', place.end) + '</tr>'.length;
      const changed = read(replace(text, at, at, `<tr><td>抖音号发布数</td><td>${MARKER}</td></tr>`));
      expect(numbersIn(changed)).toContain(MARKER);
    }
  });
});

describe('a value cell that is emptied', () => {
  it.each(html)('is blank, never zero, and all others stay: $name', ({ text }) => {
    const before = read(text);
    for (const value of sample(filledCells(before), 24)) {
      const after = read(emptied(text, value));
      const found = after.values.find((v) => v.origin === 'table' && v.code === value.code);
      expect(found, value.code).toMatchObject({ state: 'blank', value: null });
      expect(stated(after, value.code)).toEqual(stated(before, value.code));
    }
  });

  function stated({ values }: GipRecord, but: string): string[] {
    return values
      .filter(({ code, origin }) => origin === 'table' && code !== but)
      .map(({ code, value, state }) => `${code} ${value ?? state}`);
  }
});

describe('a whole table that is emptied', () => {
  it.each(html)('has no number and no zero left: $name', ({ text }) => {
    const cells = filledCells(read(text)).sort((a, b) => b.place.start - a.place.start);
    const after = read(cells.reduce(emptied, text));
    expect(numbersIn(after).filter((value) => value === 0)).toEqual([]);
  });
});
