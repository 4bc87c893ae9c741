import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/record.js';
import { parse } from '../support/small-page.js';

const rest = [
  '一、总体情况',
  '一年来，不断健全公开机制，严格审查发布，公开工作平稳有序，群众满意度逐步提高。',
  '二、主动公开政府信息情况',
  '全年主动公开政府信息35条，内容涵盖政策文件、工作动态、人事任免等方面。',
];
const read = (...opening: readonly string[]) => parse([...opening, ...rest].join('\n'));
const law = '根据《中华人民共和国政府信息公开条例》第五十条规定，编制本报告。';

type Case = readonly [what: string, opening: readonly string[], expected: Partial<Report>];

const publishers: readonly Case[] = [
  [
    'the title in the way to the page',
    ['当前位置：首页 > 信息公开 > 年报 > 江山市林业局2016年政府信息公开工作年度报告', law],
    { publisher: '江山市林业局', report_year: 2016 },
  ],
  [
    'the office in the way to the page where the text says my bureau',
    [
      '当前位置：首页 > 部门之窗 > 江山市林业局 > 年报',
      '2016年政府信息公开工作年度报告',
      `${law}2016年，我局认真落实各项要求。`,
    ],
    { publisher: '江山市林业局', report_year: 2016 },
  ],
  [
    'the town in the way to the page where the text says my town',
    [
      '当前位置：街镇 > 河包镇 > 政府信息公开年报',
      '政府信息公开工作年度报告',
      '2016年，我镇认真落实各项要求，公开工作平稳有序，结合我镇实际编制而成。',
    ],
    { publisher: '河包镇人民政府', report_year: 2016 },
  ],
  [
    'the office that issues the page',
    ['索引号 | 0144 | 发布机构 | 江山市林业局 |', '2016年度政府信息公开年报', law],
    { publisher: '江山市林业局', issuing_body: '江山市林业局', report_year: 2016 },
  ],
  [
    'a title in a notice, with its own date and number',
    [
      '关于公布2015年政府信息公开工作年度报告的公告',
      '江山市林业局公告 第2号',
      '2016-03-02',
      '现将《江山市林业局2015年政府信息公开工作年度报告》予以公布。',
    ],
    { publisher: '江山市林业局', report_year: 2015 },
  ],
  [
    'a title inside a notice by another body',
    [
      '江山市人民政府办公室关于印发江山市2015年政府信息公开工作年度报告的通知',
      '各乡镇人民政府，市政府各部门：',
      '《江山市2015年政府信息公开工作年度报告》已经市政府同意，现印发给你们。',
      '江山市人民政府办公室',
      '2016年3月2日',
      '江山市2015年政府信息公开工作年度报告',
      law,
    ],
    { title: '江山市2015年政府信息公开工作年度报告', publisher: '江山市人民政府', report_year: 2015 },
  ],
  [
    'a name that spam took the place of, told by the text',
    ['asia28365信息公开2016年度报告', '本报告由泗阳县司法局编制，全文包括概述、主动公开情况等。'],
    { publisher: '泗阳县司法局', report_year: 2016 },
  ],
  [
    'the authority, not the office that compiles its report',
    ['江山市2016年政府信息公开工作年度报告', '本报告由江山市人民政府办公室综合各乡镇、各部门的报告编制。'],
    { publisher: '江山市人民政府' },
  ],
  [
    'two bodies',
    ['江山市林业局、江山市绿化委员会办公室2016年政府信息公开工作年度报告', law],
    { publisher: '江山市林业局、江山市绿化委员会办公室' },
  ],
  [
    'a name with its own brackets',
    ['青龙镇政府(机关)2016年政府信息公开工作年度报告', law],
    { publisher: '青龙镇政府(机关)' },
  ],
  [
    'a name that holds numerals',
    ['义乌市廿三里街道办事处2016年政府信息公开工作年度报告', law],
    { publisher: '义乌市廿三里街道办事处', adcode: '330782' },
  ],
  [
    'a street, whose office the text names',
    ['义乌市廿三里街道2016年政府信息公开工作年度报告', `义乌市廿三里街道办事处${law}`],
    { publisher: '义乌市廿三里街道办事处' },
  ],
  [
    'a short name as the title prints it',
    ['区教育局2016年政府信息公开工作年度报告', law],
    { publisher: '区教育局' },
  ],
  [
    'a body for enforcement, not cut at a verb',
    ['2016年政府信息公开工作年度报告', '本报告由江山市综合行政执法局根据条例规定编制。'],
    { publisher: '江山市综合行政执法局' },
  ],
  [
    'a commission for the setting up of offices',
    ['江山市机构编制委员会办公室2016年政府信息公开工作年度报告', law],
    { publisher: '江山市机构编制委员会办公室' },
  ],
  [
    'a title that follows its prose',
    ['政府信息公开年报', `2016年，江山市林业局认真贯彻落实《条例》，健全机制，稳步推进工作。`],
    { publisher: '江山市林业局', report_year: 2016 },
  ],
  [
    'a ministry',
    ['农业农村部2019年政府信息公开工作年度报告', law],
    { publisher: '农业农村部', level: 'national', adcode: null },
  ],
  [
    'a branch of the tax administration',
    ['国家税务总局江山市税务局2019年政府信息公开工作年度报告', law],
    { publisher: '国家税务总局江山市税务局', adcode: '330881', kind: 'department' },
  ],
];

const named: readonly Case[] = [
  [
    'a notice broken over lines, told by the sentence that makes the report public',
    [
      '江山市人民政府办公室关于公布',
      '2013年政府信息公开工作年度报告的',
      '公告',
      '根据《条例》规定，现将江山市人民政府2013年政府信息公开工作年度报告予以公布。',
    ],
    { title: null, publisher: '江山市人民政府', report_year: 2013 },
  ],
  [
    'a title that ends before its report in another line',
    ['江山市林业局', '关于2018年度政府信息公开工作的报告', '市政务公开办：', law],
    { publisher: '江山市林业局', report_year: 2018 },
  ],
  [
    'a summary by a body that the text alone names',
    ['关于2012年政府信息公开工作总结的报告', '江山市虎山街道办事处2012年度政府信息公开工作总结如下。'],
    { publisher: '江山市虎山街道办事处', report_year: 2012 },
  ],
  [
    'a year in brackets of any kind',
    ['〖2010年〗江山市档案局政府信息公开年报', law],
    { publisher: '江山市档案局', report_year: 2010 },
  ],
  [
    'a title behind the name of its column',
    ['信息公开年报 2016年度江山市民政局信息公开年报 [ 2017-01-13 ]', law],
    { publisher: '江山市民政局', report_year: 2016 },
  ],
  [
    'a title with its own body before it',
    ['江山市林业局关于江山市林业局2016年度政府信息公开工作年度报告', law],
    { publisher: '江山市林业局' },
  ],
  [
    'a letter that hands the report in',
    [
      '关于报送《江山市林业局2016年政府信息公开年度报告》的函',
      '市政府办公室：',
      '现将《江山市林业局2016年政府信息公开年度报告》报上，请审阅。',
    ],
    { title: '江山市林业局2016年政府信息公开年度报告', publisher: '江山市林业局' },
  ],
  [
    'a title under a motto',
    ['贯彻落实《条例》 推进政务公开', '——江山市公安局2016年政府信息公开工作年度报告', law],
    { title: '江山市公安局2016年政府信息公开工作年度报告', publisher: '江山市公安局' },
  ],
  [
    'a body and a date under the title',
    ['2016年度政府信息公开工作年度报告', '江山市财政局 2017-01-05', law],
    { publisher: '江山市财政局' },
  ],
  [
    'a title over three lines with the year in brackets below',
    ['江山市交通运输局', '政府信息公开工作', '年度报告', '（2016）', law],
    { publisher: '江山市交通运输局', report_year: 2016 },
  ],
  [
    'a title with the site’s name behind it',
    ['江山市财政局2016年政府信息公开工作年度报告 - 江山市人民政府门户网站', law],
    { title: '江山市财政局2016年政府信息公开工作年度报告', publisher: '江山市财政局' },
  ],
  [
    'facts whose words stand in lines of their own',
    ['发布机构：', '江山市财政局', '发文日期：', '2017-03-12', '2016年度政府信息公开工作年度报告', law],
    { publisher: '江山市财政局', issuing_body: '江山市财政局', published_on: '2017-03-12' },
  ],
  [
    'the title itself where the way to the page stands below it',
    ['江山市林业局2016年政府信息公开工作年度报告', '当前位置：首页 > 林业局 > 政府信息公开年报', law],
    { title: '江山市林业局2016年政府信息公开工作年度报告', publisher: '江山市林业局' },
  ],
];

const years: readonly Case[] = [
  [
    'a mistyped year',
    ['江山市林业局2107年政府信息公开工作年度报告', law],
    { report_year: 2017, publisher: '江山市林业局' },
  ],
  [
    'a letter for a digit',
    ['江山市林业局20l9年政府信息公开工作年度报告', law],
    { report_year: 2019, publisher: '江山市林业局' },
  ],
  [
    'a digit twice',
    ['江山市林业局20117年政府信息公开工作年度报告', law],
    { report_year: 2017, publisher: '江山市林业局' },
  ],
  [
    'the year of publication in the title, told by period and date',
    [
      '江山市林业局2020年政府信息公开工作年度报告',
      '发布时间：2020-01-20',
      `${law}统计期限自2019年1月1日至2019年12月31日。`,
    ],
    { report_year: 2019 },
  ],
  [
    'last year’s period left in the text, told by the date',
    [
      '江山市林业局2020年政府信息公开工作年度报告',
      '发布时间：2021-01-20',
      `${law}统计期限自2019年1月1日至2019年12月31日。`,
    ],
    { report_year: 2020, period_start: '2019-01-01' },
  ],
  [
    'the year of publication in the title, told by a date in a line of its own',
    [
      '应急管理部2020年政府信息公开工作年度报告',
      '2020-01-31',
      `${law}统计期限从2019年1月1日起至2019年12月31日止。`,
    ],
    { report_year: 2019, published_on: null },
  ],
  [
    'a period in words',
    ['江山市林业局2013年政府信息公开工作年度报告', '本报告数据的统计期限为2013年度。'],
    { report_year: 2013, period_start: '2013-01-01', period_end: '2013-12-31' },
  ],
  [
    'titles of other years that the site prints before it',
    [
      '江山市林业局2019年政府信息公开工作年度报告',
      '江山市林业局2017年政府信息公开工作年度报告',
      '江山市林业局2018年政府信息公开工作年度报告',
      '发布时间：2020-03-20',
      law,
    ],
    { report_year: 2018 },
  ],
  [
    'a title against a period, with no date',
    ['江山市林业局2020年政府信息公开工作年度报告', `${law}统计期限自2019年1月1日至2019年12月31日。`],
    { report_year: 2020 },
  ],
  [
    'a year in the text alone',
    ['江山市林业局政府信息公开工作年度报告', `${law}2014年，我局在2008年以来工作的基础上稳步推进。`],
    { report_year: 2014 },
  ],
  [
    'no year but that of publication',
    ['江山市林业局政府信息公开工作年度报告', '发布时间：2021-01-20', law],
    { report_year: null, published_on: '2021-01-20' },
  ],
  [
    'no year but those of the law',
    [
      '江山市林业局政府信息公开工作年度报告',
      '根据2007年4月5日公布、2008年5月1日起施行的《条例》（国务院令第492号），编制本报告。',
    ],
    { report_year: null },
  ],
  [
    'a date above a title without a year',
    ['2017-01-20', '江山市林业局政府信息公开工作年度报告', `${law}统计期限自2016年1月1日至2016年12月31日。`],
    { report_year: 2016 },
  ],
  [
    'the first report, of eight months',
    [
      '江山市林业局2008年政府信息公开工作年度报告',
      '本报告的数据统计期限自2008年5月1日起至2008年12月31日止。',
    ],
    { report_year: 2008, period_start: '2008-05-01', period_end: '2008-12-31' },
  ],
  [
    'a period with a mistyped year',
    ['江山市林业局2017年政府信息公开工作年度报告', '所列数据的统计期限自2107年1月1日起至2017年12月31日止。'],
    { period_start: '2017-01-01', period_end: '2017-12-31' },
  ],
  [
    'a period with a slip of the keyboard',
    ['江山市林业局2020年政府信息公开工作年度报告', '所列数据的统计期限为2020年1月1日至2020你那12月31日。'],
    { period_start: '2020-01-01', period_end: '2020-12-31' },
  ],
  [
    'a whole year not said to be the period',
    ['江山市林业局2016年政府信息公开工作年度报告', '2016年1月1日至12月31日，我局主动公开政府信息35条。'],
    { period_start: '2016-01-01', period_end: '2016-12-31' },
  ],
];

const runOn: readonly Case[] = [
  [
    'one line with spaces',
    [
      `首页 政务公开 年报 江山市林业局2016年政府信息公开工作年度报告 发布时间：2017-01-20 来源：江山市人民政府 浏览次数：12 ${law}所列数据的统计期限自2016年1月1日起至12月31日止。 一、概述 2016年，我局稳步推进公开工作。 二、主动公开情况 全年主动公开信息35条。`,
    ],
    {
      title: '江山市林业局2016年政府信息公开工作年度报告',
      publisher: '江山市林业局',
      report_year: 2016,
      published_on: '2017-01-20',
    },
  ],
  [
    'one line without spaces',
    [
      `江山市林业局2016年政府信息公开工作年度报告${law}所列数据的统计期限自2016年1月1日起至12月31日止。一、概述。2016年，我局稳步推进公开工作。二、主动公开情况。全年主动公开信息35条。`,
    ],
    { title: '江山市林业局2016年政府信息公开工作年度报告', publisher: '江山市林业局', report_year: 2016 },
  ],
];

describe.each([
  ['whose report it is', publishers],
  ['whose report it is, told in other ways', named],
  ['which year it is of', years],
  ['a page run into one line', runOn],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_what, opening, expected) => {
    expect(read(...opening).report).toMatchObject(expected);
  });
});

it('a signature names the body where nothing else does', () => {
  const page = ['2016年政府信息公开工作年度报告', law, ...rest, '江山市大陈乡人民政府', '2017年1月20日'];
  expect(parse(page.join('\n')).report.publisher).toBe('江山市大陈乡人民政府');
});

describe('candidates', () => {
  it('are each reading once, with its place, one chosen, and why the others lost', () => {
    const page = [
      '江山市林业局2020年政府信息公开工作年度报告',
      '发布时间：2020-01-20',
      `${law}统计期限自2019年1月1日至2019年12月31日。`,
      ...rest,
    ].join('\n');
    const record = parse(page);
    const candidates = record.report.candidates.filter(({ field }) => field === 'report_year');
    expect(candidates.map(({ value, from, chosen }) => [value, from, chosen])).toEqual([
      [2019, 'period', true],
      [2020, 'title', false],
    ]);
    expect(candidates[0]?.reason).toContain('the year before that of publication');
    const { start, end } = candidates[1]?.place ?? {};
    expect(page.slice(start, end)).toBe('江山市林业局2020年政府信息公开工作年度报告');
    expect(record.messages.map(({ code }) => code)).toContain('year_disagrees');
  });

  it('hold the year before publication as a hint that decides nothing', () => {
    const { report } = read('江山市林业局政府信息公开工作年度报告', '发布时间：2021-01-20', law);
    expect(report.candidates.find(({ field }) => field === 'report_year')).toMatchObject({
      value: 2020,
      chosen: false,
      reason: 'the year before publication alone does not decide',
    });
  });

  it('tell of a mistyped year in a message', () => {
    const { messages } = read('江山市林业局2107年政府信息公开工作年度报告', law);
    expect(messages.find(({ code }) => code === 'year_mended')?.text).toContain('2017');
  });
});
