import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from './renderer/random.js';

/** A page that no one wrote to be read. */
export interface HostilePage {
  readonly name: string;
  readonly make: () => string | Buffer;
  readonly status: string;
  /** A code that its messages must have, where the page is only read in part. */
  readonly message?: string;
  /** A report stands in it, whose figures must all be read as if it stood alone. */
  readonly isWhole?: boolean;
}

const fixture = join(
  import.meta.dirname,
  '../../fixtures/new-regulation-2021/whole-district-report/page.html',
);
/** The report that stands in most of these pages. */
export const report = readFileSync(fixture, 'utf8');
const body = report.indexOf('>', report.indexOf('<body')) + 1;
const MB = 1_000_000;

const behind = (junk: string) => report.slice(0, body) + junk + report.slice(body);
const before = (junk: string) => report + junk;
const inside = (open: string, close: string, count: number) =>
  behind(open.repeat(count)) + close.repeat(count);
const long = (piece: string, bytes: number) => piece.repeat(Math.ceil(bytes / Buffer.byteLength(piece)));

function noise(bytes: number, least: number): Buffer {
  const random = createRandom(1);
  const block = Buffer.from(Array.from({ length: 9973 }, () => random.int(least, 255)));
  return Buffer.concat(
    Array.from({ length: Math.ceil(bytes / block.length) }, () => block),
    bytes,
  );
}

const whole = { status: 'parsed', isWhole: true };
const deep = { status: 'parsed', message: 'nested_too_deep' };

const nestings: readonly HostilePage[] = [
  ...['div', 'b', 'font', 'blockquote', 'x-y'].map((tag) => ({
    name: `100,000 nested ${tag} round a report`,
    make: () => inside(`<${tag}>`, `</${tag}>`, 100_000),
    ...deep,
  })),
  { name: '100,000 nested ul and li', make: () => inside('<ul><li>', '</li></ul>', 100_000), ...deep },
  { name: '100,000 nested anchors', make: () => inside('<a name=x>', '</a>', 100_000), ...deep },
  { name: '100,000 paragraphs begun', make: () => behind('<p>'.repeat(100_000)), ...whole },
  { name: '100,000 cells begun', make: () => before('<td>'.repeat(100_000)), ...whole },
  { name: '100,000 tables begun', make: () => before('<table>'.repeat(100_000)), ...whole, ...deep },
  { name: '100,000 closing tags', make: () => behind('</div></b></x>'.repeat(33_333)), ...whole },
  {
    name: '20,000 nested tables',
    make: () => before(`${'<table><tr><td>'.repeat(20_000)}1${'</td></tr></table>'.repeat(20_000)}`),
    ...whole,
    ...deep,
  },
];

const tables: readonly HostilePage[] = [
  {
    name: '20,000 tables side by side',
    make: () => before('<table><tr><td>1</td><td>2</td></tr></table>'.repeat(20_000)),
    ...whole,
  },
  {
    name: 'a rowspan of 65535 by 1000',
    make: () => before('<table><tr><td rowspan=65535 colspan=1000>1</td></tr></table>'),
    ...whole,
  },
  {
    name: '20,000 rowspans of 65535 by 1000',
    make: () =>
      before(`<table>${'<tr><td rowspan=65535 colspan=1000>1</td><td>2</td></tr>'.repeat(20_000)}</table>`),
    ...whole,
  },
];

const attributes: readonly HostilePage[] = [
  {
    name: '200,000 attributes of one tag',
    make: () => behind(`<div ${Array.from({ length: 200_000 }, (_, i) => `a${i}=1`).join(' ')}>`),
    ...whole,
  },
  {
    name: '200,000 attributes of many tags',
    make: () => behind('<i a=1 b=2 c=3 d=4></i>'.repeat(50_000)),
    ...whole,
  },
  { name: 'an attribute of 10 MB', make: () => behind(`<img src="data:${long('A', 10 * MB)}">`), ...whole },
];

const unended: readonly HostilePage[] = [
  ...['<!-- ', '<![CDATA[', '<script>', '<div a="', "<div a='", '<div ', '</div ', '<', '<!', '&#x'],
].map((opening) => ({
  name: `unended ${opening}`,
  make: () => before(opening + long('公开 a=1 ', MB / 4)),
  ...whole,
}));

const lines: readonly HostilePage[] = [
  ...Object.entries({ text: '公开，', digits: '1234567890', pipes: '|', 'Han without marks': '公开' }).map(
    ([what, piece]) => ({
      name: `a line of 30 MB, ${what}`,
      make: () => long(piece, 30 * MB),
      status: 'too_large',
    }),
  ),
  { name: 'a line of 30 MB, spaces', make: () => ' '.repeat(30 * MB), status: 'empty' },
  { name: 'a line of 400,000 figures', make: () => before(`<p>${'1 '.repeat(400_000)}`), ...whole },
  { name: '200,000 letters set apart', make: () => before(`<p>${'公 '.repeat(200_000)}`), ...whole },
  { name: '1,000,000 empty lines', make: () => before('\n'.repeat(MB)), ...whole },
  { name: '250,000 line breaks', make: () => before('<br>'.repeat(250_000)), ...whole },
  { name: '2,000,000 line breaks', make: () => before('<br>'.repeat(2 * MB)), status: 'too_large' },
  { name: '1,000,000 entities', make: () => before('&nbsp;'.repeat(MB)), ...whole },
  {
    name: '400,000 brackets',
    make: () => before(`<p>${'('.repeat(200_000)}${')'.repeat(200_000)}`),
    ...whole,
  },
];

const bytes: readonly HostilePage[] = [
  { name: 'no bytes', make: () => '', status: 'empty' },
  { name: 'a title of 1 MB', make: () => `<html><head><title>${long('年报<', MB)}`, status: 'empty' },
  { name: 'white space', make: () => ' \r\n\t\u3000\n', status: 'empty' },
  { name: 'a binary', make: () => noise(MB, 0), status: 'undecodable' },
  { name: 'bytes above 127', make: () => noise(MB, 128), status: 'undecodable' },
  { name: 'a PDF', make: () => `%PDF-1.7\n${long('1 0 obj', MB)}`, status: 'undecodable' },
  { name: 'a zip', make: () => `PK\u0003\u0004${long('page.html', MB)}`, status: 'undecodable' },
  { name: '50 MB of noise', make: () => noise(50 * MB, 1), status: 'too_large' },
  { name: 'only angle brackets', make: () => '<'.repeat(400_000), status: 'shell' },
  { name: 'NUL in text', make: () => before('<p>公\0开\0'.repeat(50_000)), ...whole },
  {
    name: 'control characters',
    make: () => before(long('\u0001\u0002\u0008\u001b[31m\u007f', MB / 2)),
    ...whole,
  },
];

export const hostilePages: readonly HostilePage[] = [
  ...bytes,
  ...nestings,
  ...tables,
  ...attributes,
  ...unended,
  ...lines,
];
