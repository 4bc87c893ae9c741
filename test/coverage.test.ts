import { describe, expect, it } from 'vitest';
import type { GipRecord, Value } from '../src/model/record.js';
import { parsePage } from '../src/parse.js';
import { createRandom } from './support/mirror-damage.js';
import { reportPages } from './support/pages.js';

/** A number that stands in no fixture. */
const MARKER = 918273;
const read = (text: string) => parsePage(Buffer.from(text));

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Page {
  readonly name: string;
  readonly text: string;
  readonly record: GipRecord;
}

const pages: Page[] = reportPages()
  .map(({ name, bytes }) => ({ name, text: bytes.toString('utf8'), record: parsePage(bytes) }))
  .filter(({ record }) => record.coverage.figures > 0);
const html = pages.filter(({ record }) => record.source.media === 'html');
const grids = pages.filter(({ record }) => inTable(record).some(({ place }) => place.row != null));
const lines = pages.filter((page) => !grids.includes(page));

function replace(text: string, { start, end }: Range, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

function sample<T>(items: readonly T[], count: number, seed: number): T[] {
  expect(items.length).toBeGreaterThan(0);
  const random = createRandom(seed);
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ item }) => item);
}

function inTable({ values }: GipRecord): Value[] {
  return values.filter(({ origin }) => origin === 'table');
}

/** Values that one cell states alone. */
function ownCells(record: GipRecord): Value[] {
  return inTable(record).filter(({ also }) => also.length === 0);
}

/** Numbers of the table cells that were read, whether an indicator takes them or not; amounts also in yuan. */
function numbersIn(record: GipRecord): (number | null)[] {
  const all = inTable(record).flatMap(({ value, also }) => [value, ...also.map((other) => other.value)]);
  const money = all.flatMap((value) => (value === MARKER / 10_000 ? [MARKER] : []));
  return [...all, ...money, ...record.unmapped.map(({ value }) => value)];
}

function places(record: GipRecord): Range[] {
  return [...inTable(record), ...record.unmapped].map(({ place }) => place);
}

/** The tables of a page that hold figures, from tag to tag. */
function tablesOf({ text, record }: Page): Range[] {
  const own = places(record);
  return [...text.matchAll(/<table\b/g)]
    .map(({ index }) => ({ start: index, end: text.indexOf('</table>', index) }))
    .filter((table) => own.some((place) => place.start > table.start && place.end < table.end));
}

/** Matches of a pattern in the tables that hold figures. */
function inTables(page: Page, pattern: RegExp): RegExpExecArray[] {
  const tables = tablesOf(page);
  return [...page.text.matchAll(pattern)].filter(({ index }) =>
    tables.some(({ start, end }) => index > start && index < end),
  );
}

/** What stands in each cell of those tables: heads, labels, units, figures, nothing. */
function cellsOf(page: Page): Range[] {
  const cell = /<(t[dh])\b[^>]*>((?:(?!<\/?(?:t[dhr]|table)\b).)*)<\/\1>/gs;
  return inTables(page, cell).map(({ index, 0: whole, 1: tag = '', 2: content = '' }) => {
    const end = index + whole.length - `</${tag}>`.length;
    return { start: end - content.length, end };
  });
}

/** Cells between the bars of lines that hold figures. */
function barCells({ text, record }: Page): Range[] {
  const own = new Set(places(record).map(({ start }) => text.lastIndexOf('\n', start)));
  const cells = [...text.matchAll(/(?<=\|)[^|\n]*(?=\|)/g)];
  return cells
    .map(({ index, 0: cell }) => ({ start: index, end: index + cell.length }))
    .filter(({ start }) => own.has(text.lastIndexOf('\n', start)));
}

function expectFound(page: Page, range: Range, by: string): void {
  const changed = replace(page.text, range, by);
  const around = `${page.text.slice(range.start - 60, range.start)}⟦${page.text.slice(range.start, range.end)}⟧`;
  expect(numbersIn(read(changed)), around).toContain(MARKER);
}

describe('a figure that is put into a table', () => {
  it.each(html)('is found again in any cell, whatever stood there: $name', (page) => {
    for (const cell of sample(cellsOf(page), 12, 21)) expectFound(page, cell, String(MARKER));
  });

  it.each(html)('is found again in a cell that was empty, beside its tags: $name', (page) => {
    const bare = (cell: Range) => page.text.slice(cell.start, cell.end).replace(/<[^>]*>|&nbsp;|\s/g, '');
    const empty = cellsOf(page).filter((cell) => bare(cell) === '');
    if (empty.length === 0) return;
    for (const { end } of sample(empty, 4, 25)) expectFound(page, { start: end, end }, String(MARKER));
  });

  it.each(html)('is found again in an extra cell at either end of a row: $name', (page) => {
    for (const { index: at } of sample(inTables(page, /<\/tr>/g), 4, 22))
      expectFound(page, { start: at, end: at }, `<td>${MARKER}</td>`);
    for (const { index, 0: tag } of sample(inTables(page, /<tr\b[^>]*>/g), 4, 26)) {
      const at = index + tag.length;
      expectFound(page, { start: at, end: at }, `<td>${MARKER}</td>`);
    }
  });

  it.each(html)('is found again in an extra row, with a label or alone: $name', (page) => {
    for (const { index } of sample(inTables(page, /<\/tr>/g), 3, 23)) {
      const at = index + '</tr>'.length;
      const label = '<td>抖音号发布数</td>';
      for (const before of [label, ''])
        expectFound(page, { start: at, end: at }, `<tr>${before}<td>${MARKER}</td></tr>`);
    }
  });

  it.each(pages)('is found again where a figure, a sign or a blank was read: $name', (page) => {
    for (const { start, end } of sample(places(page.record), 8, 27))
      expectFound(page, { start, end }, start === end ? ` ${MARKER} ` : String(MARKER));
  });

  it.each(pages.filter((page) => barCells(page).length > 0))('is found again between bars: $name', (page) => {
    for (const cell of sample(barCells(page), 12, 28)) expectFound(page, cell, ` ${MARKER} `);
  });

  it.each(lines)('is found again on a line of its own inside the table: $name', (page) => {
    for (const { end } of sample(places(page.record), 12, 29)) {
      const at = page.text.indexOf('\n', end);
      expectFound(page, { start: at, end: at }, `\n${MARKER}`);
    }
  });
});

describe('a cell of a table with rows and columns', () => {
  it.each(grids)('that is emptied is blank, never zero, and all others stay: $name', (page) => {
    for (const value of sample(ownCells(page.record), 6, 24)) {
      const after = read(replace(page.text, value.place, ''));
      expect(found(after, value.code), value.code).toMatchObject({ state: 'blank', value: null });
      expect(others(after, value.code)).toEqual(others(page.record, value.code));
    }
  });

  it.each(grids)('that holds a sign for nothing or text says so, with a warning for text: $name', (page) => {
    const signs = { '／': 'mark', '—': 'mark', 无: 'mark', 详见附件: 'text', '3 5': 'text', l2: 'text' };
    for (const [printed, state] of Object.entries(signs)) {
      for (const value of sample(ownCells(page.record), 2, printed.charCodeAt(0))) {
        const after = read(replace(page.text, value.place, printed));
        expect(found(after, value.code), `${value.code} ${printed}`).toMatchObject({ state, value: null });
        const warned = after.messages.filter(({ code }) => code === 'text_in_cell');
        expect(warned.some(({ codes }) => codes.includes(value.code))).toBe(state === 'text');
      }
    }
  });
});

describe('a figure that is taken out of a table in lines', () => {
  it.each(lines)('leaves no number for its indicator, and changes no other: $name', (page) => {
    for (const value of sample(ownCells(page.record), 8, 30)) {
      const after = read(replace(page.text, value.place, ''));
      expect(found(after, value.code)?.value ?? null, value.code).toBe(null);
      const before = others(page.record, value.code);
      expect(others(after, value.code).filter((line) => !before.includes(line))).toEqual([]);
    }
  });
});

function found(record: GipRecord, wanted: string): Value | undefined {
  return inTable(record).find(({ code }) => code === wanted);
}

function others(record: GipRecord, but: string): string[] {
  return inTable(record)
    .filter(({ code }) => code !== but)
    .map(({ code, value, state }) => `${code} ${value ?? state}`);
}

describe('a whole table that is emptied', () => {
  it.each(grids)('has no number and no zero left: $name', ({ text, record }) => {
    const cells = ownCells(record).sort((a, b) => b.place.start - a.place.start);
    const after = read(cells.reduce((page, { place }) => replace(page, place, ''), text));
    expect(inTable(after).filter(({ value }) => value !== null)).toEqual([]);
  });
});

describe('the coverage that a record states', () => {
  it.each(pages)('counts every number of a table once: $name', ({ record }) => {
    const { figures, mapped, unmapped } = record.coverage;
    const numbers = inTable(record).flatMap(({ value, also }) => [
      value,
      ...also.map((other) => other.value),
    ]);
    expect(mapped).toBe(numbers.filter((value) => value !== null).length);
    expect(unmapped).toBe(record.unmapped.length);
    expect(figures).toBe(mapped + unmapped);
  });
});

describe('a table in lines that is no form’s', () => {
  const page = (rows: readonly string[]) =>
    parsePage(
      Buffer.from(
        [
          '江山市林业局2018年政府信息公开工作年度报告',
          '一、概述',
          '全年主动公开政府信息12条，各栏目信息数量见下表。',
          ...rows,
          '二、主动公开政府信息情况',
          '我局不断健全公开机制，严格审查发布，公开工作平稳有序。',
        ].join('\n'),
      ),
    );

  it('leaves its figures in unmapped, with their labels', () => {
    const { unmapped, sections } = page(['机构概况', '31', '政策文件', '7', '工作动态', '205']);
    expect(unmapped.map(({ path, value }) => [path.at(-1), value])).toEqual([
      ['机构概况', 31],
      ['政策文件', 7],
      ['工作动态', 205],
    ]);
    expect(sections.map(({ heading }) => heading)).toEqual(['一、概述', '二、主动公开政府信息情况']);
  });

  it('leaves the figures of rows that stand on one line', () => {
    const { unmapped } = page(['栏目 本年 上年', '机构概况 31 28', '政策文件 7 9', '工作动态 205 190']);
    expect(unmapped.map(({ path, value }) => [path.at(-1), value])).toEqual([
      ['机构概况', 31],
      ['机构概况', 28],
      ['政策文件', 7],
      ['政策文件', 9],
      ['工作动态', 205],
      ['工作动态', 190],
    ]);
  });

  it('has three rows at least: fewer lines with a number are text', () => {
    expect(page(['机构概况', '31', '政策文件', '7']).unmapped).toEqual([]);
    expect(page(['机构概况 31', '政策文件 7']).unmapped).toEqual([]);
  });

  it('is no paragraph whose lines end with numbers', () => {
    const lines = [
      '全年收到群众来信，其中建议 31',
      '件，投诉举报件，其中办结 7',
      '件，另有电话咨询、答复 205',
      '次。',
    ];
    expect(page(lines).unmapped).toEqual([]);
  });
});
