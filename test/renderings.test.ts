import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../src/parse.js';
import { plainPages, readings } from './support/pages.js';
import { asTextWithBars, asTextWithCellLines, inSitePage } from './support/render.js';

const pages = plainPages();
const textOf = (bytes: Buffer) => bytes.toString('utf8');
const isHtml = (bytes: Buffer) => parsePage(bytes).source.media === 'html';
/** Without the page that is laid out by a table, which the renderers below would take for a table of figures. */
const html = pages.filter(({ name, bytes }) => isHtml(bytes) && name !== 'prose-only/whole-bureau-report');
const texts = pages.filter(({ bytes }) => !isHtml(bytes));
const numbers = (all: string[]) => all.filter((reading) => / -?[\d.]+$/.test(reading));
const facts = ({ report }: ReturnType<typeof parsePage>) => {
  const { title, report_year, period_start, period_end, publisher, adcode } = report;
  return { title, report_year, period_start, period_end, publisher, adcode };
};

describe('the same report gives the same values', () => {
  it.each(pages)('saved as GB18030 instead of UTF-8: $name', ({ bytes }) => {
    const utf8 = parsePage(bytes);
    const gbk = parsePage(iconv.encode(textOf(bytes), 'gb18030'));
    expect(gbk.source.encoding).toBe('gb18030');
    expect({ ...gbk, source: null }).toEqual({ ...utf8, source: null });
  });

  it.each(html)('as text with bars between cells instead of HTML: $name', ({ bytes }) => {
    const page = parsePage(bytes);
    const text = parsePage(Buffer.from(asTextWithBars(textOf(bytes))));
    expect(text.source.media).toBe('text');
    expect(readings(text)).toEqual(readings(page));
    expect(text.sections.map((s) => s.heading)).toEqual(page.sections.map((s) => s.heading));
  });

  it.each(html.filter(({ bytes }) => parsePage(bytes).values.every((v) => v.state === 'number')))(
    'as text with one cell a line instead of HTML: $name',
    ({ bytes }) => {
      const page = parsePage(bytes);
      const text = parsePage(Buffer.from(asTextWithCellLines(textOf(bytes))));
      expect(numbers(readings(text))).toEqual(numbers(readings(page)));
      expect(text.sections.map((s) => s.heading)).toEqual(page.sections.map((s) => s.heading));
    },
  );

  it.each(texts)(
    'wrapped in an HTML page with menus and related links instead of text: $name',
    ({ bytes }) => {
      const text = parsePage(bytes);
      const page = parsePage(Buffer.from(inSitePage(textOf(bytes))));
      expect(page.source.media).toBe('html');
      expect(readings(page)).toEqual(readings(text));
      expect(facts(page)).toEqual(facts(text));
      expect(page.sections.map((s) => s.heading)).toEqual(text.sections.map((s) => s.heading));
    },
  );
});
