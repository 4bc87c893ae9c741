import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageText } from '../../src/model/page.js';
import { simplify } from '../../src/text/simplify.js';

function pageOf(text: string): PageText {
  const from = Uint32Array.from(text, (_, i) => i);
  return { text, from, to: from.map((at) => at + 1) };
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
