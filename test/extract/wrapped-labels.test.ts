import { describe, expect, it } from 'vitest';
import { parse, tableFigures } from '../support/small-page.js';

/** Values by code of a statistics table as text taken from a PDF has it, around some rows. */
function read(...rows: readonly string[]): Record<string, number | string> {
  const page = [
    '青禾县水务局2016年政府信息公开工作年度报告',
    '附表',
    '统计指标 单位 统计数',
    '三、依申请公开情况',
    '（一）收到申请数 件 31',
    ...rows,
    '九、政府信息公开会议和培训情况',
    '（一）召开政府信息公开工作会议或专题会议数 次 3',
    '（二）举办各类培训班数 次 2',
  ].join('\n');
  const own = Object.entries(tableFigures(parse(page))).filter(([code]) => /staff|concluded/.test(code));
  return Object.fromEntries(own);
}

describe('a label wrapped over lines, with the figure of its row in the first or the last of them', () => {
  it.each([
    ['1.专职人员数（不包括政府公报及政府网站工作人员数） 人'],
    ['专职人员数（不包括政府公报及政府网站工作人员数） 人'],
    ['1.专职入员数（不包括政府公报及政府网站工作人员数） 人'],
  ])('keeps the figure where the row below has none: %s', (empty) => {
    expect(read('（三）从事政府信息公开工作', '人员数 人 22', empty, '2.兼职人员数 人 22')).toEqual({
      'institution.staff': 22,
      'institution.staff.part_time': 22,
    });
  });

  it('keeps it where its last line and the row below have none', () => {
    expect(read('（二）申请 件 31', '办结数', '1.按时办结数 件', '2.延期办结数 件 31')).toEqual({
      'requests.concluded': 31,
      'requests.concluded.extended': 31,
    });
  });

  it('has it as its own in its first line, whatever the next begins with', () => {
    expect(
      read('（三）从事政府信息公开 人 9', '工作人员数', '1.专职人员数 人 4', '2.兼职 人 5', '人员数'),
    ).toEqual({
      'institution.staff': 9,
      'institution.staff.full_time': 4,
      'institution.staff.part_time': 5,
    });
  });
});
