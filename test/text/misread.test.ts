import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/page/read-page.js';
import { parsePage } from '../../src/parse.js';
import { decode } from '../../src/text/decode.js';
import { applyPatches } from '../../src/text/edits.js';
import { findMisread } from '../../src/text/misread.js';
import { complicate } from '../support/complicate.js';
import { corpusPages, plainPages } from '../support/pages.js';

const reports = plainPages().map(({ name, bytes }) => ({ name, text: decode(bytes).text }));
/** What a program makes of text when it takes the one encoding for the other. */
const misread = (text: string, is: string, as: string) => new TextDecoder(as).decode(iconv.encode(text, is));
const restore = (text: string) => applyPatches(text, findMisread(text).patches).text;
const writable = (text: string, encoding: string) =>
  [...text]
    .filter((char) => char <= '\u007f' || iconv.decode(iconv.encode(char, encoding), encoding) === char)
    .join('');
/** Letters that most encodings lack are left out. */
const ordinary = (text: string) =>
  text.replace(/[^\n\r\t -~\u3001\u3002\u4e00-\u9fff\uff08\uff09\uff0c\uff1a]/g, '');
const title = '某某市人民政府2021年政府信息公开工作年度报告';

describe('misread text', () => {
  it.each([
    ['utf-8', 'windows-1252', (text: string) => text],
    ['gbk', 'windows-1252', (text: string) => text],
    ['big5', 'windows-1252', complicate],
  ])('of fixtures in %s taken for %s is restored to the letter', (is, as, make) => {
    for (const { name, text } of reports) {
      const clean = writable(ordinary(make(text)), is);
      expect(restore(misread(clean, is, as)) === clean, name).toBe(true);
    }
  });

  it.each([
    ['utf-8', 'gb18030', (text: string) => text],
    ['gbk', 'big5', (text: string) => text],
    ['big5', 'gb18030', complicate],
  ])(
    'of fixtures in %s taken for %s is restored, or marked where bytes are gone, and digits stay',
    (is, as, make) => {
      let all = 0;
      let right = 0;
      for (const { name, text } of reports) {
        const clean = writable(ordinary(make(text)), is);
        const restored = restore(misread(clean, is, as));
        expect(restored.replace(/\D/g, ''), name).toBe(clean.replace(/\D/g, ''));
        const before = clean.split('\n');
        const after = restored.split('\n');
        before.forEach((line, at) => {
          const got = after[at] ?? '';
          all += line.length;
          right += [...line].filter((char, i) => got[i] === char).length;
          if (is === 'utf-8' && got.length === line.length)
            for (let i = 0; i < line.length; i++)
              expect([line[i], '\ufffd'], `${name}: ${line}`).toContain(got[i]);
        });
      }
      expect(right / all).toBeGreaterThan(0.97);
    },
  );

  it.each([
    ['a title', 'utf-8', 'gb18030'],
    ['a title', 'utf-8', 'windows-1252'],
    ['a title', 'gbk', 'windows-1252'],
    ['a title', 'big5', 'gb18030'],
  ])('may be an island: %s in %s taken for %s', (_, is, as) => {
    const clean = is === 'big5' ? complicate(title) : title;
    const page = (text: string) => `<title>${text}</title><p>本年度主动公开政府信息12条，收到申请3件。</p>`;
    const restored = restore(page(misread(clean, is, as)));
    const marked = [...page(clean)].map((char, at) => (restored[at] === '\ufffd' ? '\ufffd' : char)).join('');
    expect(restored).toBe(marked);
    expect(restored.split('\ufffd').length - 1).toBeLessThanOrEqual(2);
  });

  it('that was misread twice is restored', () => {
    const twice = misread(misread(title, 'utf-8', 'windows-1252'), 'utf-8', 'windows-1252');
    expect(readPage(twice).page.text).toBe(title);
  });

  it('gets back the angle bracket that went with a byte', () => {
    const eaten = misread('<td>政府信息公开申请</td><td>公开件</td>', 'utf-8', 'gb18030').replace(
      /\ufffd</g,
      '?',
    );
    expect(eaten).toContain('?/td>');
    expect(restore(eaten)).toBe('<td>政府信息公开申请</td><td>公开\ufffd</td>');
  });

  it('keeps a number behind lost bytes as it is and says that bytes are lost', () => {
    const record = parsePage(
      Buffer.from(
        misread(`<p>${title}</p><p>一、总体情况</p><p>本机关公开信息12条。</p>`, 'utf-8', 'gb18030'),
      ),
    );
    expect(record.messages.map(({ code }) => code)).toContain('misread_characters');
    expect(record.text.repairs.map(({ kind }) => kind)).toContain('misread');
  });

  it('has its figures where they stand in the page as it is', () => {
    const clean = `<p>${title}</p><table><tr><td>规章</td><td>17</td></tr></table>`;
    const source = misread(clean, 'utf-8', 'gb18030');
    const { page } = readPage(source);
    const at = page.text.indexOf('17');
    expect(source.slice(page.from(at), page.to(at + 1))).toBe('17');
  });

  it.each(['utf-8', 'gb18030'])(
    'whose bytes were all thrown away is named: replacement characters read as %s',
    (as) => {
      const lost = new TextDecoder(as).decode(Buffer.from('\ufffd'.repeat(12)));
      const record = parsePage(Buffer.from(`<p>${lost}</p><p>本年度公开信息12条。</p>`));
      const codes = record.messages.map(({ code }) => code);
      expect(codes).toEqual([as === 'utf-8' ? 'lost_characters' : 'misread_characters']);
    },
  );

  it('is not seen in undamaged text', () => {
    const all = [...reports, ...corpusPages().map(({ name, bytes }) => ({ name, text: decode(bytes).text }))];
    for (const { name, text } of all)
      for (const clean of [text, complicate(text)])
        expect(findMisread(clean), name).toEqual({
          patches: [],
          lost: 0,
          restored: 0,
          gone: 0,
          again: false,
        });
  });

  it.each([
    '濉溪县、沅陵县、泸溪县、溆浦县、郫都区',
    '旮旯、囹圄、耄耋、饕餮、魑魅魍魉',
    '××局、××××中心',
    'Übersicht der Äußerungen',
    'ئۇيغۇر تىلى ھۆججەت',
  ])('is not seen in rare words: %s', (text) => {
    expect(restore(text)).toBe(text);
  });
});
