import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { why } from '../../src/commands/why.js';
import { explainPage } from '../../src/output/why-page.js';
import { widthOf } from '../../src/output/wrap.js';
import { parsePage } from '../../src/parse.js';
import { toChinese } from '../../src/talk/translate.js';
import { loadCatalogue } from '../../src/template/load.js';
import { reportPages } from '../support/pages.js';
import { paragraphs, report, table } from '../support/small-page.js';

const page = report(
  paragraphs('全年主動公開政府信息35條，累計公開350條。'),
  table(
    ['第二十条第（一）项'],
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '0', '0', ''],
    ['行政规范性文件', '<b>1</b><i>2</i>', '3', '45'],
  ),
);

const ENGLISH = { translate: (text: string) => text, language: () => 'en' as const };
const CHINESE = { translate: toChinese, language: () => 'zh' as const };

async function explain(code?: string, text: string = page, words: typeof ENGLISH | typeof CHINESE = ENGLISH) {
  const said: string[] = [];
  let out = '';
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      out += chunk;
      done();
    },
  });
  const stdin = Readable.from([Buffer.from(text)]);
  const status = await why('-', code, { maxBytes: 1e6 }, loadCatalogue(), {
    ...words,
    stdin,
    stdout,
    say: (line) => said.push(line),
  });
  return { status, out, said: said.join('\n') };
}

describe('why', () => {
  it('tells the verdicts on a page with their reasons', async () => {
    const { status, out } = await explain();
    expect(status).toBe(0);
    expect(out).toContain('  status     parsed: A report with figures.');
    expect(out).toMatch(/ {2}template {3}new-regulation 2021 score .*labels of this form/);
    expect(out).toContain('  year       2022: stated by the title (line 1)');
    expect(out).toMatch(/ {2}publisher {2}宁海县水利局: stated by the title/);
    expect(out).toMatch(/ {2}period {5}2022-01-01\/2022-12-31/);
  });

  it('keeps within 96 columns', async () => {
    const { out } = await explain();
    const width = (line: string) =>
      [...line].reduce((sum, c) => sum + (/[\u2e80-\uffef]/.test(c) ? 2 : 1), 0);
    expect(Math.max(...out.split('\n').map(width))).toBeLessThanOrEqual(96);
  });

  it('shows a cell in its row, under its heads, with its place and the page’s own characters', async () => {
    const { status, out } = await explain('disclosure.normative_documents.issued');
    expect(status).toBe(0);
    expect(out).toContain('table      12 件, printed “12”');
    expect(out).toMatch(/place {6}line 8, offsets \d+ to \d+, table 1 row 4 column 2/);
    expect(out).toContain('heads      本年制发件数 > 行政规范性文件');
    expect(out).toContain('row        行政规范性文件 | 12 | 3 | 45');
    expect(out).toContain('raw        1</b><i>2');
  });

  it('explains a page in a container by the name that its record has', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'gip-parse-why-')), 'dump.jsonl');
    writeFileSync(
      file,
      `${JSON.stringify({ url: 'u', html: '<p>x</p>' })}\n${JSON.stringify({ url: 'v', html: page })}\n`,
    );
    const tell = async (name?: string) => {
      let out = '';
      const stdout = new Writable({
        write(chunk, _encoding, done) {
          out += chunk;
          done();
        },
      });
      const flags = { maxBytes: 1e6, ...(name === undefined ? {} : { page: name }) };
      const status = await why(file, undefined, flags, loadCatalogue(), {
        ...ENGLISH,
        stdin: Readable.from([]),
        stdout,
        say: (line) => (out += line),
      });
      return [status, out] as const;
    };
    expect(await tell('#2 v')).toEqual([0, expect.stringContaining('status     parsed')]);
    expect(await tell('#3')).toEqual([1, expect.stringContaining('holds no page named #3')]);
    expect(await tell()).toEqual([
      1,
      expect.stringContaining('is no single page: name one in it with --page'),
    ]);
    rmSync(dirname(file), { recursive: true });
  });

  it('takes the name of a column for the code', async () => {
    const [byCode, byName] = [
      await explain('disclosure.normative_documents.issued'),
      await explain('disc_norm_issued'),
    ];
    expect(byName).toEqual(byCode);
  });

  it('shows a sentence with what stands round it, and as the page prints it', async () => {
    const { out } = await explain('proactive.total');
    expect(out).toMatch(/prose {6}35 条, printed “35”/);
    expect(out).toContain('[全年主动公开政府信息35条');
    expect(out).toContain('raw        全年主動公開政府信息35條');
  });

  it('tells a blank cell from a number', async () => {
    const { status, out } = await explain('disclosure.regulations.in_force');
    expect(status).toBe(0);
    expect(out).toContain('no number (blank)');
    expect(out).toContain('规章 | 0 | 0 | (blank)');
  });

  it('exits with 1 where the page does not state the indicator, and says whether its form asks for it', async () => {
    const { status, out } = await explain('review.total');
    expect(status).toBe(1);
    expect(out).toContain('The page does not state it');
    expect(out).toContain('asks for it');
    expect((await explain('proactive.channel.weibo')).out).toContain('does not ask for it');
  });

  it('exits with 2 where the codebook has no such indicator, and names the nearest', async () => {
    const { status, out, said } = await explain('review.totl');
    expect([status, out]).toEqual([2, '']);
    expect(said).toContain('did you mean review.total (review_tot)');
    expect((await explain('予以公开')).said).toContain(
      'did you mean applications.granted:total (app_grant_tot), ',
    );
    expect((await explain('xyzzy')).said).toContain('gip-parse codebook lists them');
  });

  it('exits with 1 where the page cannot be read', async () => {
    expect((await explain(undefined, '')).status).toBe(1);
    const stdin = Readable.from([]);
    const said: string[] = [];
    const missing = join(import.meta.dirname, 'no-such-file');
    const status = await why(missing, undefined, { maxBytes: 1 }, loadCatalogue(), {
      ...ENGLISH,
      stdin,
      stdout: new Writable(),
      say: (line) => said.push(line),
    });
    expect(status).toBe(1);
    expect(said[0]).toContain('does not exist');
  });

  it('prints no control characters of the page', async () => {
    const { out } = await explain('proactive.total', page.replace('35條', '35條\u001b[31m'));
    expect(out).not.toContain('\u001b');
  });
});

describe('why in Chinese', () => {
  it('tells the verdicts on a page in Chinese, the record’s codes as they are', async () => {
    const { status, out } = await explain(undefined, page, CHINESE);
    expect(status).toBe(0);
    expect(out).toContain('  状态       parsed: 有数据的年报。');
    expect(out).toMatch(/ {2}表式 {7}new-regulation 2021 得分 [\d.]+：有此表式的 \d+ 个栏目名称，如 /);
    expect(out).toContain('  年度       2022：据标题 (第 1 行)');
    expect(out).toContain('  发布单位   宁海县水利局：据标题 (第 1 行)');
    expect(out).toContain('  数值       prose number 1，table blank 1，table number 5');
  });

  it('leaves no sentence in English, whatever the page', () => {
    const pages = reportPages();
    expect(pages.length).toBeGreaterThan(10);
    const lines = pages.flatMap(({ name, bytes }) =>
      explainPage(parsePage(bytes, { path: name }), toChinese).map((line) =>
        line.replace(/(?:level|kind|table|prose) [a-z_]+/g, ''),
      ),
    );
    expect(lines.filter((line) => /(?<![\w./"'-])[a-z]{2,}(?: [a-z]{2,})+(?![\w./"'-])/.test(line))).toEqual(
      [],
    );
  });

  it('shows a cell under Chinese labels, what the page says untouched', async () => {
    const code = 'disclosure.normative_documents.issued';
    const { out } = await explain(code, page, CHINESE);
    expect(out).toContain('  含义       行政规范性文件·本年制发件数，件\n');
    expect(out).toContain('  表格       12 件，页面印为“12”');
    expect(out).toMatch(/ {2}所在 {7}第 8 行，偏移 \d+ 至 \d+，第 1 个表格第 4 行第 2 列\n/);
    const behindLabels = (text: string, ...labels: string[]) =>
      text
        .split('\n')
        .flatMap((line) =>
          labels.some((label) => line.startsWith(`  ${label} `)) ? [line.replace(/^ +\S+ +/, '')] : [],
        );
    const english = behindLabels((await explain(code)).out, 'label', 'heads', 'row', 'raw');
    expect(english).toHaveLength(4);
    expect(behindLabels(out, '栏目', '表头', '所在行', '原字符')).toEqual(english);
  });

  it('says that a cell is blank, and why an indicator is not there', async () => {
    const blank = (await explain('disclosure.regulations.in_force', page, CHINESE)).out;
    expect(blank).toContain('没有数字（blank） 件，页面印为“”');
    expect(blank).toContain('规章 | 0 | 0 | （空白）');
    const { status, out } = await explain('review.total', page, CHINESE);
    expect(status).toBe(1);
    expect(out).toContain(
      '页面没有这项指标：没有相应的单元格，也没有相应的语句。状态 parsed：有数据的年报。',
    );
    expect(out).toMatch(/表式（\S+）有这项指标。页面缺少表式中的这些行：/);
    expect((await explain('proactive.channel.weibo', page, CHINESE)).out).toMatch(
      /表式（\S+）没有这项指标。/,
    );
  });

  it('keeps within 96 columns', async () => {
    for (const code of [undefined, 'proactive.total', 'disclosure.regulations.in_force'])
      for (const line of (await explain(code, page, CHINESE)).out.split('\n'))
        expect(widthOf(line), line).toBeLessThanOrEqual(96);
  });
});
