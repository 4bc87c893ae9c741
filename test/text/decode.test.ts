import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/text/decode.js';

const prose =
  '本年度，我局认真贯彻落实中华人民共和国政府信息公开条例，坚持以公开为常态、不公开为例外，及时向社会公布各类政务信息。' +
  '全年没有收到公民要求公开信息的申请，也没有因此引起的行政复议和诉讼。下一步，我们将继续完善制度，加强队伍建设，提高工作水平。';
const traditional =
  '本年度，我局認真貫徹落實中華人民共和國政府信息公開條例，堅持以公開為常態、不公開為例外，及時向社會公佈各類政務信息。' +
  '全年沒有收到公民要求公開信息的申請，也沒有因此引起的行政復議和訴訟。下一步，我們將繼續完善制度，加強隊伍建設，提高工作水平。';

describe('decode', () => {
  it.each([
    ['utf-8', Buffer.from(`\ufeff${prose}`)],
    ['utf-16le', iconv.encode(prose, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(prose, 'utf-16be', { addBOM: true })],
  ])('knows %s by its byte-order mark and leaves the mark out', (encoding, bytes) => {
    expect(decode(bytes)).toMatchObject({ text: prose, encoding, broken: 0 });
  });

  it('trusts a byte-order mark more than what the page declares', () => {
    const page = `<meta charset="gb2312">${prose}`;
    expect(decode(Buffer.from(`\ufeff${page}`)).text).toBe(page);
  });

  it('reads plain ASCII as UTF-8', () => {
    expect(decode(Buffer.from('<p>404</p>'))).toMatchObject({
      text: '<p>404</p>',
      encoding: 'utf-8',
      broken: 0,
    });
  });

  it('keeps UTF-8 where a few bytes are broken, and counts them', () => {
    const bytes = Buffer.from(prose.repeat(4));
    bytes[4] = 0xff;
    bytes[100] = 0x20;
    const { encoding, text, broken } = decode(bytes);
    expect(encoding).toBe('utf-8');
    expect(broken).toBe(text.split('\ufffd').length - 1);
    expect(broken).toBeGreaterThan(0);
    expect(text).toContain('没有因此引起的行政复议和诉讼');
  });

  it('keeps UTF-8 where two bytes of a short page are broken', () => {
    const bytes = Buffer.from(prose);
    bytes[4] = 0xff;
    bytes[100] = 0x20;
    expect(decode(bytes).encoding).toBe('utf-8');
  });

  it.each([1, 2])('keeps UTF-8 where the page was cut %i bytes into a character', (cut) => {
    const whole = Buffer.from(prose);
    const { encoding, text } = decode(whole.subarray(0, whole.length - 3 + cut));
    expect(encoding).toBe('utf-8');
    expect(text.startsWith(prose.slice(0, -1))).toBe(true);
  });

  it('reads GBK with characters of four bytes and the euro sign at A2E3', () => {
    const bytes = Buffer.concat([
      iconv.encode(`${prose}廿三里街道㛃`, 'gb18030'),
      Buffer.of(0xa2, 0xe3),
      iconv.encode('𬜯', 'gb18030'),
    ]);
    expect(decode(bytes)).toMatchObject({ text: `${prose}廿三里街道㛃€𬜯`, encoding: 'gb18030', broken: 0 });
  });

  it('reads Big5', () => {
    expect(decode(iconv.encode(traditional, 'big5'))).toMatchObject({ text: traditional, encoding: 'big5' });
  });

  it('reads traditional characters in GBK as GBK', () => {
    expect(decode(iconv.encode(traditional, 'gbk'))).toMatchObject({
      text: traditional,
      encoding: 'gb18030',
    });
  });

  it.each([
    ['utf-8', 'gb2312', prose],
    ['gb18030', 'utf-8', prose],
    ['gb18030', 'big5', prose],
    ['gb18030', 'iso-8859-1', prose],
    ['big5', 'utf-8', traditional],
    ['big5', 'gb2312', traditional],
  ])('reads %s although the page declares %s', (encoding, declared, text) => {
    const page = `<html><head><meta charset="${declared}"></head><body>${text}</body></html>`;
    expect(decode(iconv.encode(page, encoding))).toMatchObject({ text: page, encoding, broken: 0 });
  });

  it.each([
    ['utf-8', prose],
    ['gb18030', prose],
    ['gb18030', traditional],
    ['big5', traditional],
  ])('tells %s from any twenty characters of official prose: %s', (encoding, text) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 20 }), (from) => {
        const part = text.slice(from, from + 20);
        expect(decode(iconv.encode(part, encoding)).text).toBe(part);
      }),
      { seed: 1, numRuns: text.length * 3 },
    );
  });

  it('lets a forced encoding override the mark, the bytes and the words of the page', () => {
    expect(decode(iconv.encode(prose, 'gbk'), 'GBK')).toMatchObject({
      text: prose,
      encoding: 'gb18030',
      broken: 0,
    });
    expect(decode(Buffer.from(`\ufeff${prose}`), 'gb18030').text).not.toContain('本年度');
    expect(decode(Buffer.from('é', 'latin1'), 'latin1').text).toBe('é');
  });

  it('reads every label of GBK as GB18030 when it is forced', () => {
    const bytes = iconv.encode('㛃', 'gb18030');
    for (const label of ['gbk', 'gb2312', 'GB_2312-80', 'x-gbk', 'gb18030'])
      expect(decode(bytes, label), label).toMatchObject({ text: '㛃', encoding: 'gb18030' });
  });

  it('reads the rare labels of GBK as GB18030 too', () => {
    const bytes = iconv.encode('㛃', 'gb18030');
    for (const label of ['chinese', 'csgb2312', 'csiso58gb231280', 'iso-ir-58'])
      expect(decode(bytes, label), label).toMatchObject({ text: '㛃', encoding: 'gb18030' });
  });

  it('leaves the byte-order mark out where its own encoding is forced', () => {
    expect(decode(Buffer.from(`\ufeff${prose}`), 'utf-8').text).toBe(prose);
  });

  it('throws a RangeError for an encoding that nobody knows', () => {
    expect(() => decode(Buffer.from(prose), 'klingon')).toThrow(RangeError);
  });
});
