import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/page/read-page.js';
import { parsePage } from '../../src/parse.js';
import { repairMirror } from '../../src/text/mirror.js';
import { damage, toTraditional } from '../support/mirror-damage.js';
import { cleanPages } from '../support/mirror-pages.js';
import { corpusPages, fixturePages, hasCorpus } from '../support/pages.js';

/** Ordinary text of fixtures in traditional characters, without their own readings and tags. */
const texts = fixturePages()
  .filter(({ name }) => !name.endsWith('traditional-mirror'))
  .map(({ bytes }) =>
    parsePage(bytes)
      .sections.map((section) => `${section.heading}\n${section.text}`)
      .join('\n'),
  )
  .filter((text) => text.length > 300)
  .map(toTraditional);
describe('damage by a mirror site', () => {
  it('is not seen in pages that have none', () => {
    const pages = fixturePages().filter(({ name }) => !name.endsWith('traditional-mirror'));
    for (const { name, bytes } of pages) expect(repairMirror(bytes.toString('utf8')).edits, name).toEqual([]);
    for (const { name, text } of cleanPages(1)) expect(repairMirror(text).edits, name).toEqual([]);
  });

  it.skipIf(!hasCorpus)(
    'is found in real pages in traditional characters, in no other (skipped without ../shared)',
    () => {
      for (const { name, bytes } of corpusPages()) {
        const isMended = repairMirror(bytes.toString('utf8')).edits.length > 0;
        const isTraditional = parsePage(bytes).text.script === 'traditional';
        expect(isMended, name).toBe(isTraditional);
        if (!isTraditional)
          expect(repairMirror(toTraditional(bytes.toString('utf8'))).edits, name).toEqual([]);
      }
    },
  );

  it.skipIf(!hasCorpus)(
    'leaves no reading, stray ? or letter in real pages in traditional characters (skipped without ../shared)',
    () => {
      const pages = corpusPages()
        .map(({ bytes }) => readPage(bytes.toString('utf8')))
        .filter(({ script }) => script === 'traditional');
      expect(pages.length).toBeGreaterThan(0);
      for (const { page } of pages)
        expect(page.text.match(/[?\ufffd\ue000-\uf8ffa-z\u00e0-\u01dc]+/gi) ?? []).toEqual([]);
    },
  );

  it('leaves the text between its edits as it was', () => {
    const source = damage(texts[0] ?? '', { seed: 7, annotated: 60 }).damaged;
    const { text, edits } = repairMirror(source);
    expect(edits.length).toBeGreaterThan(0);
    let at = 0;
    let old = 0;
    for (const edit of edits) {
      expect(text.slice(at, edit.at)).toBe(source.slice(old, edit.start));
      at = edit.at + edit.length;
      old = edit.end;
    }
    expect(text.slice(at)).toBe(source.slice(old));
  });
});

/** Enough damage for a page to be known as a mirror's. */
const known = '本局公開(kāi)工作報(bào)告，數(shù)據(jù)由各部門報(bào)來，現(xiàn)予發(fā)布。\n';
const after = (text: string) => repairMirror(known + text).text.slice(repairMirror(known).text.length);
const unrepaired = (text: string) =>
  (repairMirror(known + text).counts.find(({ kind }) => kind === 'unrepaired')?.count ?? 0) > 0;

describe('forms that the damage takes on real pages', () => {
  it.each([
    ['a reading behind a character', '情況報(bào)表', '情況報表'],
    ['a reading in a numbered label', '一)項(xiàng)目', '一)項目'],
    ['a mark or bracket before the reading', '全局?jǐn)?shù)十人', '全局數十人'],
    ['a pair cut in two, its reading between the halves', '或?qū)n}', '或專題'],
    ['a shift over two characters', '申請?zhí)幚頉Q定', '申請處理決定'],
    ['a second byte that is an ASCII letter', '設施的F(xiàn)狀', '設施的F(xiàn)狀'],
    ['an indent that lost a byte before (一)', '?。ㄒ唬┲鲃庸_情況', '　（一）主動公開情況'],
    ['the same with a reading inside', '?。ㄒ唬┲鲃?dòng)公開情況', '　（一）主動公開情況'],
    ['readings in tags of their own', '情況報<i>(bào)</i>表', '情況報表'],
    ['readings with entities for tones', '情況報(b&#224;o)表', '情況報表'],
    ['full-width brackets', '情況報（bào）表', '情況報表'],
    ['a toneless reading', '情況報(bao)表', '情況報(bao)表'],
    ['a reading with the wrong tone', '情況報(báo)表', '情況報(báo)表'],
    ['a reading that is cut off', '情況報(bà', '情況報(bà'],
    ['letters in brackets behind a character', '情況報(app)表', '情況報(app)表'],
    ['lost no-break spaces', '??一、總體情況??', '??一、總體情況??'],
    ['bopomofo', '注音ㄓㄨㄧㄣ', '注音ㄓㄨㄧㄣ'],
  ])('%s', (_, damaged, clean) => {
    expect(after(damaged)).toBe(clean);
  });

  it('counts what it leaves as it was', () => {
    for (const text of ['情況報(báo)表', '?。?)概況信息', '先報?(zhuāng)後'])
      expect(unrepaired(text), text).toBe(true);
    expect(unrepaired('情況報(bào)表')).toBe(false);
  });

  it('marks an eaten digit and never makes one', () => {
    const { text } = repairMirror(`${known}?。?)概況信息12條`);
    expect(text).toContain('?');
    expect(text.replace(/\D/g, '')).toBe('12');
  });
});

describe('text with letters in brackets of its own', () => {
  it.each([
    [
      'a dictionary in traditional characters',
      '國(guó) 家邦。\n開(kāi) 打開。\n報(bào) 告知。\n數(shù) 數目。\n學(xué) 效法，學習。',
    ],
    [
      'a dictionary in simplified characters',
      '国(guó) 家邦。\n开(kāi) 打开。\n报(bào) 告知。\n数(shù) 数目。',
    ],
    ['rare place names with their readings', '亳(bó)州、郫(pí)縣、瀋(shěn)陽、滬(hù)、贛(gàn)江的讀音。'],
    [
      'a lesson with a reading behind every character',
      '我(wǒ)們(men)去(qù)學(xué)校(xiào)開(kāi)會(huì)，人(rén)多(duō)事(shì)少(shǎo)。',
    ],
    ['names with pinyin', '張三(Zhāng Sān)、李四(lǐ sì)、王五(wáng wǔ)參加會議。'],
    ['English words', '國內生產總值(gdp)、項目(ppp)、應用(app)、開放(open)、數據(data)。'],
    ['formulas and questions', '增長率(a)=(b)/(c)，總數(n)=(i)(ii)；見 http://example.gov.cn/a?b=c 嗎?'],
    ['one word explained', '請(qǐng)注意「數(shù)」字的讀音。'],
  ])('%s is left as it is', (_, text) => {
    expect(repairMirror(text)).toEqual({ text, edits: [], counts: [] });
  });
});

describe('hostile pages', () => {
  const size = 1 << 18;
  /** Milliseconds of the processor; a page costs at most about 700, however long it is. */
  const most = 3000;
  it.each([
    '?',
    '(ā)',
    '驅(qū)',
    '(',
    '（',
    '驅(qū)?',
    '?qū)',
    '或?qū)n}',
    '<i>(',
    '?。ㄒ唬┲鲃',
    '∑渌Y',
    '“l',
    '€',
    '或?qū)啊啊啊啊啊啊',
  ])('a quarter of a megabyte of %s is done with soon', (unit) => {
    const source = known + unit.repeat(Math.ceil(size / unit.length));
    const start = process.cpuUsage();
    repairMirror(source);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(most);
  });
});
