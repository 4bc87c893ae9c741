import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageText } from '../../src/model/page.js';
import { simplify } from '../../src/text/simplify.js';

function pageOf(text: string): PageText {
  return { text, from: (at) => at, to: (at) => at + 1 };
}
const read = (text: string) => {
  const { page, script } = simplify(pageOf(text));
  return { text: page.text, script };
};

const simplified = '去年余下的里程，以后不干复印之事，只有面谈。';
const common =
  '政府信息公开年度报告主动公开政府信息情况行政复议诉讼收费减免机构建设数据统计时限单位办理结果总计';
const traditional =
  '政府信息公開年度報告主動公開政府信息情況行政復議訴訟收費減免機構建設數據統計時限單位辦理結果總計';

describe('simplify', () => {
  it('turns traditional characters into simplified ones, one for one', () => {
    expect(read(traditional)).toEqual({ text: common, script: 'traditional' });
  });

  it('leaves simplified text alone, also characters that stand for several traditional ones', () => {
    expect(read(common + simplified)).toEqual({ text: common + simplified, script: 'simplified' });
  });

  it('leaves those characters alone in the simplified part of a mixed page', () => {
    expect(read(traditional + common + simplified)).toEqual({
      text: common + common + simplified,
      script: 'mixed',
    });
  });

  it('takes one traditional name in a simplified text for a name', () => {
    expect(read(`${common}王國強`)).toEqual({ text: `${common}王國強`, script: 'simplified' });
  });

  it('gives no verdict where no character tells', () => {
    expect(read('2021 100%')).toEqual({ text: '2021 100%', script: null });
    expect(read('公告一二三').script).toBe(null);
  });

  it.each([
    ['規範性文件', '规范性文件'],
    ['100餘條', '100余条'],
    ['資訊', '资讯'],
    ['裏面', '里面'],
    ['復議', '复议'],
    ['乾淨', '干净'],
    ['後來', '后来'],
    ['匯總', '汇总'],
  ])('makes %s %s and no other word', (before, after) => {
    expect(read(traditional + before).text).toBe(common + after);
  });

  describe('of a page that went through a program for Taiwan', () => {
    const taiwanese = '政府資訊公開年度報告。透過網路公開。';
    const words = (text: string) =>
      read(`${taiwanese}${text}`).text.slice(taiwanese.length).replaceAll(' ', '');

    it.each([
      ['行政規範性檔案', '行政规范性文件'],
      ['制發檔案12件', '制发文件12件'],
      ['檔案局、檔案館、人事檔案、查閱檔案', '档案局、档案馆、人事档案、查阅档案'],
      ['巨觀經濟', '宏观经济'],
      ['最佳化營商環境', '优化营商环境'],
      ['諮詢電話', '咨询电话'],
      ['內部事務資訊', '内部事务信息'],
      ['新聞釋出會', '新闻发布会'],
      ['線上訪談次數', '在线访谈次数'],
      ['線上線下', '线上线下'],
      ['本列資料的勾稽關係', '本列数据的勾稽关系'],
      ['有關資料齊全', '有关资料齐全'],
      ['行政許可權、管理許可權', '行政许可权、管理权限'],
      ['高品質發展', '高质量发展'],
      ['支援湖北、媒體、公車', '支援湖北、媒体、公车'],
    ])('%s is %s', (before, after) => {
      expect(words(before)).toBe(after);
    });

    it('counts the words and keeps the places of each', () => {
      const page = pageOf(`${traditional}網路最佳化12件`);
      const { page: after, taiwanWords } = simplify(page);
      const at = after.text.indexOf('优化');
      expect(taiwanWords).toBe(2);
      expect(after.text).toBe(`${common}网络优化 12件`);
      expect([after.from(at), after.to(at + 1)]).toEqual([traditional.length + 2, traditional.length + 5]);
      expect(after.from(after.text.indexOf('12'))).toBe(page.text.indexOf('12'));
    });
  });

  it('leaves words that Taiwan shares where the page did not go through such a program', () => {
    expect(simplify(pageOf(`${traditional}新聞資訊、檔案、程式`))).toMatchObject({
      page: { text: `${common}新闻资讯、档案、程式` },
      taiwanWords: 0,
    });
  });

  it.each([
    ['全麵、體係、製度、公裏、餘額、隨著', '全面、体系、制度、公里、余额、随着'],
    ['皇后、著作、狼藉、瞭望、一目瞭然', '皇后、著作、狼藉、瞭望、一目了然'],
    ['徵求、反覆、覆蓋、答覆、憑藉、彙總、儘快', '征求、反复、覆盖、答复、凭借、汇总、尽快'],
    ['甚麼、甚麽、這裡、瞭解、著力、本著', '什么、什么、这里、了解、着力、本着'],
    [
      '乾縣、乾安縣、乾潭鎮、於潛鎮、關於、乾淨、幹部、若干',
      '乾县、乾安县、乾潭镇、於潜镇、关于、干净、干部、若干',
    ],
    ['寧波、瀋陽、沈陽、餘杭、鍾山、馀款', '宁波、沈阳、沈阳、余杭、钟山、馀款'],
  ])('reads naive conversions and names: %s', (before, after) => {
    expect(read(traditional + before).text).toBe(common + after);
  });

  it('leaves names alone in the simplified part of a mixed page', () => {
    expect(read(`${traditional}${common}乾县、乾安县、於潜镇、著名、里程、皇后`).text).toBe(
      `${common}${common}乾县、乾安县、於潜镇、著名、里程、皇后`,
    );
  });

  it('keeps length and places whatever the text', () => {
    const rare = fc.constantFrom('𬜯', '𠀀', '龘', '㑮', '\ud83d\ude00', '䢂', '鿏', '𫠆', '𩀨');
    const text = fc.array(fc.oneof(rare, fc.constantFrom(...traditional, '\n', ' '), fc.string()));
    fc.assert(
      fc.property(text, (parts) => {
        const page = pageOf(traditional + parts.join(''));
        const { page: after } = simplify(page);
        expect(after.text).toHaveLength(page.text.length);
        expect(after.from).toBe(page.from);
        expect(after.to).toBe(page.to);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('says that a page simplified already needs nothing more', () => {
    const once = read(traditional).text;
    expect(read(once)).toEqual({ text: once, script: 'simplified' });
  });
});
