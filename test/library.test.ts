import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as library from '../src/index.js';
import { fixturePages } from './support/pages.js';

const { parsePage, recordSchema } = library;
const pages = fixturePages();
const page = fc.constantFrom(...pages.map(({ bytes }) => bytes));

/** A page with something done to its bytes. */
const damaged = page.chain((bytes) => {
  const at = fc.nat(bytes.length);
  return fc.oneof(
    fc.tuple(at, at).map(([a, b]) => bytes.subarray(Math.min(a, b), Math.max(a, b))),
    at.map((end) => bytes.subarray(0, end)),
    fc
      .tuple(at, page, at)
      .map(([end, other, from]) => Buffer.concat([bytes.subarray(0, end), other.subarray(from)])),
    fc.tuple(at, fc.uint8Array({ maxLength: 40 })).map(([cut, noise]) => {
      return Buffer.concat([bytes.subarray(0, cut), noise, bytes.subarray(cut)]);
    }),
    fc.array(fc.tuple(at, fc.nat(255)), { minLength: 1, maxLength: 20 }).map((flips) => {
      const flipped = Buffer.from(bytes);
      for (const [place, mask] of flips) flipped[place] = (flipped[place] ?? 0) ^ mask;
      return flipped;
    }),
  );
});
const markup = fc
  .array(
    fc.constantFrom(
      ...[
        '<table>',
        '</table>',
        '<tr>',
        '<td>',
        '<td rowspan=9>',
        '<td colspan=99>',
        '</td>',
        '<p>',
        '</p>',
        '<br>',
      ],
      ...[
        '规章',
        '本年制发件数',
        '自然人',
        '总计',
        '行政许可',
        '一、总体情况',
        '12',
        '-3',
        '/',
        '未收到申请',
        '。',
        '|',
      ],
    ),
  )
  .map((parts) => Buffer.from(parts.join('')));

function check(bytes: Uint8Array): library.GipRecord {
  const record = parsePage(bytes);
  expect(recordSchema.parse(record)).toEqual(record);
  expect(record.status, record.reason).not.toBe('failed');
  expect(record.reason).not.toBe('');
  return record;
}

describe('the library', () => {
  it('exports these names and no others', () => {
    expect(Object.keys(library).sort()).toEqual([
      ...['DEFAULT_MAX_BYTES', 'codebook', 'loadExtraTemplates', 'parsePage', 'recordSchema', 'templates'],
    ]);
  });

  it('gives the templates and the codebook as data', () => {
    expect(library.templates.map(({ id }) => id)).toContain('new-regulation-2021');
    expect(library.codebook[0]).toMatchObject({ code: 'proactive.total', name: 'pro_tot' });
  });
});

describe('parsePage', () => {
  it('gives a valid record for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void check(bytes)),
      { seed: 16, numRuns: 300 },
    );
  });

  it('gives a valid record for any text, in every encoding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('utf8', 'utf16le'), (text, encoding) => {
        check(Buffer.from(text, encoding as BufferEncoding));
      }),
      { seed: 17, numRuns: 100 },
    );
  });

  it('gives a valid record for any heap of tags, labels and figures', () => {
    fc.assert(
      fc.property(markup, (bytes) => void check(bytes)),
      { seed: 18, numRuns: 300 },
    );
  });

  it('gives a valid record, with places that lie in the page, for pages that were cut, spliced or scrambled', () => {
    fc.assert(
      fc.property(damaged, (bytes) => {
        const { values, unmapped, sections, messages, source } = check(bytes);
        const { length } = source.encoding ? new TextDecoder(source.encoding).decode(bytes) : '';
        const places = [...values, ...unmapped, ...sections, ...messages].flatMap(({ place }) => place ?? []);
        for (const { start, end } of places) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(length);
        }
      }),
      { seed: 19, numRuns: 300 },
    );
  });

  it.each(pages)('gives the same record for the same bytes: $name', ({ bytes }) => {
    expect(parsePage(Buffer.from(bytes))).toEqual(parsePage(bytes));
  });

  it('leaves the bytes alone', () => {
    const [first] = pages;
    const copy = Buffer.from(first?.bytes ?? []);
    parsePage(copy);
    expect(copy.equals(first?.bytes ?? Buffer.of())).toBe(true);
  });

  it('reads a view into a larger buffer as its own bytes', () => {
    const bytes = pages[0]?.bytes ?? Buffer.of();
    const large = Buffer.concat([Buffer.from('前'), bytes, Buffer.from('后')]);
    const view = new Uint8Array(large.buffer, large.byteOffset + 3, bytes.length);
    expect(parsePage(view)).toEqual(parsePage(bytes));
  });

  it.each([
    ['empty', Buffer.of(), {}],
    ['empty', Buffer.from(' \n\u3000\n'), {}],
    ['undecodable', Buffer.from('%PDF-1.7 政府信息公开'), {}],
    ['undecodable', Buffer.from('PK\u0003\u0004'), {}],
    ['too_large', Buffer.from('政府信息公开'), { maxBytes: 10 }],
    ['not_a_report', Buffer.from('今日天气晴，气温二十度，适合出行，请大家注意安全，祝大家周末愉快。'), {}],
  ])('says %s of what it cannot read', (status, bytes, options) => {
    const record = parsePage(bytes, options);
    expect(record.status).toBe(status);
    expect(record.values).toEqual([]);
    expect(recordSchema.parse(record)).toEqual(record);
  });

  it('says of the source what it was told and what it found', () => {
    const url = 'https://example.gov.cn/a.html';
    const told = { path: 'a/b.html', container: 'pages.warc', url, fetchedAt: '2024-01-02T03:04:05Z' };
    expect(parsePage(Buffer.from('<p>公告</p>'), told).source).toEqual({
      ...{ path: 'a/b.html', container: 'pages.warc', url, fetched_at: '2024-01-02T03:04:05Z' },
      ...{ bytes: 13, media: 'html', encoding: 'utf-8' },
      sha256: '41998ce4e018932d893bfecff49f4299d35586a22a78507398142bb7d52ea41e',
    });
  });
});
