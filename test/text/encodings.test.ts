import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/page/read-page.js';
import { parsePage } from '../../src/parse.js';
import { decode } from '../../src/text/decode.js';
import { complicate } from '../support/complicate.js';
import { plainPages, readings } from '../support/pages.js';

const pages = plainPages().map(({ name, bytes }) => ({ name, text: decode(bytes).text }));
const traditional = pages.map(({ name, text }) => ({ name: `${name}, traditional`, text: complicate(text) }));
const ENCODINGS = ['utf-8', 'gbk', 'gb18030', 'big5', 'utf-16le', 'utf-16be'];
const NAMES: Readonly<Record<string, string>> = { gbk: 'gb18030' };

/** The page with one declaration of its encoding, where HTML has it or far behind, or with none. */
const declarations: Readonly<Record<string, (text: string, label: string) => string>> = {
  'in its head': (text, label) => `<meta charset="${label}">${bare(text)}`,
  'behind 4 KB': (text, label) => `<!--${'-'.repeat(5000)}--><meta charset="${label}">${bare(text)}`,
  'twice, differently': (text, label) => `<meta charset="utf-8"><meta charset="${label}">${bare(text)}`,
  'as XML': (text, label) => `<?xml version="1.0" encoding="${label}"?>${bare(text)}`,
  nowhere: (text) => bare(text),
};
const bare = (text: string) => text.replace(/<meta[^>]*charset[^>]*>/gi, '');

/** The fixtures as they can be written in an encoding: simplified, and traditional for Big5. */
function writable(encoding: string) {
  const known = new Map<string, boolean>();
  const isKnown = (char: string) => {
    const before = known.get(char);
    const now = before ?? iconv.decode(iconv.encode(char, encoding), encoding) === char;
    if (before === undefined) known.set(char, now);
    return now;
  };
  const all = encoding === 'big5' ? traditional : [...pages, ...traditional];
  return all.map(({ name, text }) => ({ name, text: [...text].filter(isKnown).join('') }));
}

const body = '本年度，我局共收到政府信息公开申请12件，均已按期答复，没有因此引起的行政复议和诉讼。';
const footer = '版权所有：某县人民政府办公室　技术支持：信息中心';

describe('the encoding of a page', () => {
  it.each(ENCODINGS)(
    '%s is read right on every fixture whatever the page declares and wherever',
    (encoding) => {
      for (const { name, text } of writable(encoding))
        for (const [where, declare] of Object.entries(declarations))
          for (const label of ['utf-8', 'gb2312', 'big5', 'utf-16']) {
            if (where === 'nowhere' && label !== 'utf-8') continue;
            const page = declare(text, label);
            const {
              text: read,
              encoding: used,
              broken,
            } = decode(iconv.encode(page, encoding), undefined, label);
            expect({ used, broken, same: read === page }, `${name}: ${label} ${where}`).toEqual({
              used: NAMES[encoding] ?? encoding,
              broken: 0,
              same: true,
            });
          }
    },
  );

  it.each(['gb18030', 'utf-16le', 'utf-16be'])('makes no difference to the figures: %s', (encoding) => {
    for (const { name, text } of pages) {
      const record = parsePage(iconv.encode(text, encoding));
      expect(readings(record), name).toEqual(readings(parsePage(Buffer.from(text))));
      expect(record.source.encoding, name).toBe(NAMES[encoding] ?? encoding);
    }
  });

  it.each(ENCODINGS)('%s is told from 20 characters of a report at least 99 times in 100', (encoding) => {
    const texts = writable(encoding).map(({ text }) => text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
    const runs = 1500;
    let right = 0;
    let tried = 0;
    const cut = fc.record({ page: fc.nat(texts.length - 1), at: fc.double({ min: 0, max: 1, noNaN: true }) });
    for (const { page, at } of fc.sample(cut, { seed: 7, numRuns: runs })) {
      const whole = texts[page] ?? '';
      const from = Math.floor(at * Math.max(0, whole.length - 20));
      const part = whole.slice(from, from + 20);
      if ((part.match(/\p{Script=Han}/gu)?.length ?? 0) < 10) continue;
      tried++;
      if (decode(iconv.encode(part, encoding)).text === part) right++;
    }
    expect(tried).toBeGreaterThan(500);
    expect(right / tried).toBeGreaterThanOrEqual(0.99);
  });

  it.each(['gbk', 'utf-16le', 'big5'])(
    'is known on a page too large to be looked at whole: %s',
    (encoding) => {
      const text = `<p>${encoding === 'big5' ? complicate(body) : body}</p>\n`.repeat(8000);
      expect(decode(iconv.encode(text, encoding)).text === text).toBe(true);
    },
  );

  it('is that of the bytes behind a byte-order mark of UTF-8 that some program put before them', () => {
    const bytes = Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), iconv.encode(`<p>${body}</p>`, 'gbk')]);
    expect(decode(bytes)).toMatchObject({ text: `<p>${body}</p>`, encoding: 'gb18030', broken: 0 });
  });

  it('is UTF-16 without mark only where the bytes are text: a binary file stays one', () => {
    const binary = Buffer.from(
      Array.from({ length: 4000 }, (_, at) => (at % 3 === 0 ? 0 : (at * 7919) % 256)),
    );
    expect(parsePage(binary).status).toBe('undecodable');
    expect(parsePage(iconv.encode(body, 'utf-16le')).source.encoding).toBe('utf-16le');
  });

  it('is decided by what the transfer declares where the bytes do not tell', () => {
    const bytes = Buffer.of(0xe4, 0xe4);
    const [first, second] = ['gb18030', 'big5'].map((label) => decode(bytes, undefined, label).encoding);
    expect([first, second]).toEqual(['gb18030', 'big5']);
  });
});

const page = (above: string, below: string) => `<p>${above}</p>\n<div>${below}</div>`;

describe('an island in another encoding', () => {
  const mixed = (main: string, other: string) => {
    const [before = '', after = ''] = page(body.repeat(5), '|').split('|');
    return Buffer.concat([
      iconv.encode(before, main),
      iconv.encode(footer, other),
      iconv.encode(after, main),
    ]);
  };

  it.each([
    ['utf-8', 'gbk', 'other_encoding'],
    ['gbk', 'utf-8', 'misread'],
  ])('is read in a page of %s where it is in %s, and counted as %s', (main, other, kind) => {
    const decoded = decode(mixed(main, other));
    expect(readPage(decoded.text, decoded.islands).page.text).toContain(
      footer.replace('：', ':').slice(0, 10),
    );
    const record = parsePage(mixed(main, other));
    expect(record.source.encoding).toBe(NAMES[main] ?? main);
    expect(record.messages.filter(({ code }) => code === 'broken_characters')).toEqual([]);
    expect(record.text.repairs.map((repair) => repair.kind)).toEqual([kind]);
  });

  it('keeps its place in the page as its encoding reads it', () => {
    const bytes = mixed('utf-8', 'gbk');
    const { text, islands } = decode(bytes);
    expect(text).toBe(new TextDecoder().decode(bytes));
    expect(islands.map((island) => island.text).join('')).toBe(footer);
    for (const { start, end } of islands) expect(text.slice(start, end)).toContain('\ufffd');
  });

  it('is not made of a few broken bytes, whatever they are', () => {
    const clean = Buffer.from(page(body.repeat(5), footer));
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(clean.length - 1), byte: fc.integer({ min: 0x80, max: 0xff }) }), {
          minLength: 1,
          maxLength: 4,
        }),
        (flips) => {
          const bytes = Buffer.from(clean);
          for (const { at, byte } of flips) bytes[at] = byte;
          const { encoding, islands } = decode(bytes);
          expect({ encoding, islands }).toEqual({ encoding: 'utf-8', islands: [] });
        },
      ),
      { seed: 8, numRuns: 500 },
    );
  });
});
