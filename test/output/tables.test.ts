import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GipRecord, Value } from '../../src/model/record.js';
import { loadWriter, type WriterOptions } from '../../src/output/writers.js';
import { parsePage } from '../../src/parse.js';
import { loadIndicators } from '../../src/template/load.js';

const indicators = loadIndicators();
const empty = parsePage(Buffer.of(), { path: 'page.html' });

function recordWith(title: string, values: readonly Value[] = []): GipRecord {
  return { ...empty, report: { ...empty.report, title }, values: [...values] };
}

function makeValue(code: string, rest: Partial<Value>): Value {
  const unit = indicators.get(code)?.unit ?? '';
  const place = { start: 1, end: 2, line: 1, table: 0, row: 3, column: 4 };
  return {
    ...{
      code,
      value: null,
      state: 'number',
      raw: '',
      unit,
      unit_printed: null,
      origin: 'table',
      label: '标签',
    },
    ...{ place, approximate: false, corroboration: 'none', also: [] },
    ...rest,
  };
}

const OPTIONS = (['csv', 'tsv', 'json', 'ndjson'] as const).flatMap((format) =>
  (['wide', 'long'] as const).flatMap((shape) => [true, false].map((bom) => ({ format, shape, bom }))),
);
const keyOf = ({ format, shape, bom }: WriterOptions) => `${format} ${shape} ${bom}`;
const writers = new Map(
  await Promise.all(
    OPTIONS.map(async (options) => [keyOf(options), await loadWriter(options, indicators)] as const),
  ),
);

function write(records: readonly GipRecord[], options: Partial<WriterOptions> = {}): string {
  const writer = writers.get(keyOf({ format: 'csv', shape: 'wide', bom: false, ...options }));
  if (!writer) throw new Error('no such writer');
  return writer.open() + records.map(writer.write).join(writer.between) + writer.close();
}

/** A reader of separated values by RFC 4180: quoted fields may hold marks, quotes and line ends. */
function readSeparated(text: string, mark = ','): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  const endField = () => {
    rows.at(-1)?.push(field);
    field = '';
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quoted && char === '"' && text[at + 1] === '"') {
      field += '"';
      at++;
    } else if (char === '"') quoted = !quoted;
    else if (quoted) field += char;
    else if (char === mark) endField();
    else if (char === '\n') {
      endField();
      rows.push([]);
    } else field += char;
  }
  rows.pop();
  return rows;
}

/** Each row as an object by the names in the first one. */
function readRows(text: string, mark = ','): Record<string, string>[] {
  const [names = [], ...rows] = readSeparated(text, mark);
  for (const row of rows) expect(row).toHaveLength(names.length);
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
}

const titleOf = (title: string) => readRows(write([recordWith(title)]))[0]?.title;
const nameOf = (code: string) => indicators.get(code)?.name ?? '';

describe('a text that a spreadsheet would run', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("http://example.org")',
    '+A1',
    '@SUM(A1)',
    '-A1',
    '＝1+1',
    '＋A1',
    '＠SUM(A1)',
    '－A1',
    '\t=1',
    '\r=1',
    ' =1',
    '+1+cmd|x',
  ])('is written behind an apostrophe: %j', (text) => expect(titleOf(text)).toBe(`'${text}`));

  it.each([
    '+36',
    '-582',
    '-',
    '--',
    '—',
    '-1,234.5',
    '+0.59%',
    '无',
    '江山市林业局',
    '2020年',
    '',
    '1-2',
    'a=b',
  ])('is none in %j, which is left alone', (text) => expect(titleOf(text)).toBe(text));

  it('is guarded in raw cells of long tables as well', () => {
    const value = makeValue('review.total', { state: 'text', raw: '=cmd()' });
    const [row] = readRows(write([recordWith('', [value])], { shape: 'long' }));
    expect(row?.raw).toBe("'=cmd()");
  });
});

describe('a table', () => {
  it('begins with a byte-order mark where it is CSV and one is wanted', () => {
    expect(write([empty], { bom: true }).startsWith('\ufeffpath,')).toBe(true);
    expect(write([empty], { bom: false }).startsWith('path,')).toBe(true);
    expect(write([empty], { bom: true, format: 'tsv' }).startsWith('path\t')).toBe(true);
  });

  it('has its names also where no page was read', () => {
    expect(readSeparated(write([]))).toHaveLength(1);
    expect(readSeparated(write([], { shape: 'long' }))).toHaveLength(1);
  });

  it('gives any text back as it was, in CSV and TSV', () => {
    const text = fc.string({ unit: fc.constantFrom(...'政府公开,;"\'\n\t\r 12aé𬜯|') });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (titles) => {
        const safe = titles.map((title) => `年${title}`);
        const records = safe.map((title) => recordWith(title));
        expect(readRows(write(records)).map((row) => row.title)).toEqual(safe);
        expect(readRows(write(records, { format: 'tsv' }), '\t').map((row) => row.title)).toEqual(safe);
      }),
      { seed: 14, numRuns: 100 },
    );
  });

  it('gives any number back as it was', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })), (number) => {
        const record = recordWith('', [makeValue('fees.collected', { value: number })]);
        const cell = readRows(write([record]))[0]?.[nameOf('fees.collected')];
        expect(Number(cell)).toBe(number === 0 ? 0 : number);
      }),
      { seed: 15 },
    );
  });
});

describe('a wide table', () => {
  const all = [...indicators.values()].map(({ name }) => name);

  it('has a row a page and a column for each name of the codebook, in its order, at the end', () => {
    const [names = [], ...rows] = readSeparated(write([empty, empty]));
    expect(names.slice(-all.length)).toEqual(all);
    expect(names.slice(-all.length - 2, -all.length)).toEqual(['nonnumbers', 'from_prose']);
    expect(new Set(names).size).toBe(names.length);
    expect(rows).toHaveLength(2);
  });

  it('writes numbers as numbers, and zero as zero', () => {
    const record = recordWith('', [
      makeValue('review.total', { value: 0, raw: '0' }),
      makeValue('fees.collected', { value: 25.1, raw: '251000元' }),
      makeValue('disclosure.licensing.change', { value: -582, raw: '−582' }),
    ]);
    expect(readRows(write([record]))[0]).toMatchObject({
      [nameOf('review.total')]: '0',
      [nameOf('fees.collected')]: '25.1',
      [nameOf('disclosure.licensing.change')]: '-582',
    });
  });

  it('leaves a cell empty where the page has no number, and names its state', () => {
    const record = recordWith('', [
      makeValue('review.total', { state: 'blank' }),
      makeValue('review.upheld', { state: 'mark', raw: '/' }),
      makeValue('review.other', { state: 'text', raw: '见附件' }),
    ]);
    const [row] = readRows(write([record]));
    expect(row?.nonnumbers?.split(' ')).toEqual([
      `${nameOf('review.total')}=blank`,
      `${nameOf('review.upheld')}=mark`,
      `${nameOf('review.other')}=text`,
    ]);
    for (const code of ['review.total', 'review.upheld', 'review.other', 'review.corrected'])
      expect(row?.[nameOf(code)], code).toBe('');
    expect(row?.nonnumbers).not.toContain(nameOf('review.corrected'));
  });

  it('takes the table’s number, else the prose’s, and lists those taken from prose', () => {
    const record = recordWith('', [
      makeValue('review.total', { value: 3 }),
      makeValue('review.total', { value: 4, origin: 'prose' }),
      makeValue('litigation.total', { value: 5, origin: 'prose' }),
      makeValue('review.upheld', { state: 'blank' }),
      makeValue('review.upheld', { value: 6, origin: 'prose' }),
    ]);
    const [row] = readRows(write([record]));
    expect(row).toMatchObject({
      [nameOf('review.total')]: '3',
      [nameOf('litigation.total')]: '5',
      [nameOf('review.upheld')]: '6',
    });
    expect(row?.from_prose?.split(' ').sort()).toEqual(
      [nameOf('litigation.total'), nameOf('review.upheld')].sort(),
    );
  });
});

describe('a long table', () => {
  it('has a row a value with its code, state, text and place', () => {
    const record = recordWith('江山市林业局2020年年报', [
      makeValue('review.total', { value: 1234, raw: '1,234件', unit_printed: '件' }),
      makeValue('review.upheld', { state: 'blank' }),
    ]);
    const rows = readRows(write([record, empty], { shape: 'long' }));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      ...{ path: 'page.html', title: '江山市林业局2020年年报', code: 'review.total' },
      ...{ name: nameOf('review.total'), origin: 'table', value: '1234', state: 'number', raw: '1,234件' },
      ...{
        unit: '件',
        unit_printed: '件',
        start: '1',
        end: '2',
        line: '1',
        table: '0',
        row: '3',
        column: '4',
      },
    });
    expect(rows[1]).toMatchObject({ code: 'review.upheld', value: '', state: 'blank', raw: '' });
  });

  it('leaves row and column empty where the rendering has lost them', () => {
    const lost = makeValue('review.total', { value: 1, place: { start: 0, end: 1, line: 1 } });
    const [row] = readRows(write([recordWith('', [lost])], { shape: 'long' }));
    expect([row?.table, row?.row, row?.column]).toEqual(['', '', '']);
  });
});

describe('JSON and NDJSON', () => {
  it('give the records back as they were', () => {
    const records = [recordWith('=1+1\n"甲"'), empty];
    expect(JSON.parse(write(records, { format: 'json' }))).toEqual(records);
    const lines = write(records, { format: 'ndjson' }).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(records);
  });

  it('are empty where no page was read', () => {
    expect(JSON.parse(write([], { format: 'json' }))).toEqual([]);
    expect(write([], { format: 'ndjson' })).toBe('');
  });
});
