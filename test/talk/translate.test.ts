import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/parse.js';
import { chooseLanguage } from '../../src/talk/language.js';
import { matchLine, readLine } from '../../src/talk/lines.js';
import { toChinese } from '../../src/talk/translate.js';
import { translateRecord } from '../../src/talk/translate-record.js';

describe('the language to speak', () => {
  it.each([
    [[], {}, 'en'],
    [[], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [[], { LANG: 'de_DE.UTF-8' }, 'en'],
    [[], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
    [[], { LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'C' }, 'zh'],
    [['page', '--lang', 'zh'], { LANG: 'C' }, 'zh'],
    [['check', '--lang=en', 'page'], { LANG: 'zh_CN.UTF-8' }, 'en'],
  ])('of %j in %j is %s', (args, env, language) => {
    expect(chooseLanguage(args, env)).toBe(language);
  });
});

describe('a line with names', () => {
  const match = (text: string, line: string) =>
    matchLine(text, readLine(line)).map((names) => Object.fromEntries(names));

  it('is found with what its names stand for', () => {
    expect(match('a.html: 3 tags', '{path}: {count} tags')).toEqual([{ path: 'a.html', count: '3' }]);
    expect(match('a.html: 3 tags more', '{path}: {count} tags')).toEqual([]);
  });

  it('is found both ways where a name may end in two places', () => {
    expect(match('a: b: c', '{name}: {rest}')).toEqual([
      { name: 'a', rest: 'b: c' },
      { name: 'a: b', rest: 'c' },
    ]);
  });

  it('does not take the same text for two of its parts', () => {
    expect(match('(a)', '({x}) ({y})')).toEqual([]);
    expect(match('aba', 'ab{x}ba')).toEqual([]);
  });

  it('is looked for in linear time, however often its parts stand in a text', () => {
    const text = `${': '.repeat(500_000)}!`;
    const before = performance.now();
    expect(match(text, '{a}: {b}: {c}: {d}: {e}?')).toEqual([]);
    expect(match(text, '{a}: {b}: {c}: {d}: {e}!')).toHaveLength(2);
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe('toChinese', () => {
  it('says wording inside of wording, and leaves names and paths as they are', () => {
    expect(
      toChinese('gip-parse: does not exist.html: empty: The file has no bytes: fetch the page again.'),
    ).toBe('gip-parse: does not exist.html: empty: 文件为空：请重新抓取页面。');
    expect(toChinese('gip-parse: a: b.html: does not exist')).toBe('gip-parse: a: b.html: 不存在');
  });

  it('finds the name of a rule that has the same marks as the message', () => {
    const english = 'requests received: the ways of applying add up: 12 against 13 (requests.channels)';
    expect(toChinese(english)).toBe('收到申请·各渠道之和等于收到申请数：12 对 13（requests.channels）');
  });

  it('says each line of several, with the spaces before it', () => {
    expect(toChinese('x.json cannot be used:\n  a.b: there is no such option; did you mean c?')).toBe(
      'x.json 不能使用：\n  a.b：没有这个选项；是否要用 c？',
    );
  });

  it('says a problem behind its places, which stay as they are', () => {
    expect(
      toChinese('gip-parse: the templates cannot be used:\n  title: line 2: text: must not be empty'),
    ).toBe('gip-parse: 这些表式不能使用：\n  title：第 2 行：text：不能为空');
  });

  it('takes a word for a label only where it stands alone', () => {
    expect(toChinese('source')).toBe('来源');
    expect(toChinese('x.csv: line 2: has no column source; wanted are code')).toBe(
      'x.csv：第 2 行：没有 source 列；所需的列是 code',
    );
  });

  it('leaves what is not of this program as it is', () => {
    expect(toChinese('ENOENT: no such file or directory')).toBe('ENOENT: no such file or directory');
  });
});

describe('a record in Chinese', () => {
  const fixtures = join(import.meta.dirname, '../../fixtures');
  const pages = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((file) => /page\.(?:html|txt)$/.test(file))
    .map((file) => parsePage(readFileSync(join(fixtures, file)), { path: file }));
  const said = (record: (typeof pages)[number]) => [
    record.reason,
    ...record.template.reasons,
    ...record.report.candidates.map(({ reason }) => reason),
    ...record.messages.map(({ text }) => text),
  ];

  it('has no sentence left in English, whatever the page', () => {
    const texts = pages.map(translateRecord).flatMap(said);
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter((text) => !/\p{Script=Han}/u.test(text) || /[a-z]{2,} [a-z]{2,}/.test(text))).toEqual(
      [],
    );
  });

  it('is the same record but for its sentences', () => {
    const blank = (record: (typeof pages)[number]) =>
      said(record).reduce((json, text) => json.replace(JSON.stringify(text), '""'), JSON.stringify(record));
    for (const page of pages) expect(blank(translateRecord(page)), page.source.path).toBe(blank(page));
  });
});
