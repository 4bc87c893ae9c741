import { describe, expect, it } from 'vitest';
import { parse, report, table } from '../support/small-page.js';

const head =
  '江山市林业局2016年政府信息公开工作年度报告\n\n本报告由江山市林业局编制，统计期限为2016年1月1日至2016年12月31日。';
const filler = '我局认真贯彻落实条例，健全机制，明确责任，公开工作有序推进。';
const sectionsOf = (...lines: readonly string[]) => parse(`${head}\n\n${lines.join('\n\n')}`).sections;
const headings = (...lines: readonly string[]) =>
  sectionsOf(...lines).map(({ level, heading }) => `${level} ${heading}`);
const clean = (text: string) => text.replaceAll('，', ',');

describe('the sections of a report', () => {
  it('begin at its numbered headings, level by level', () => {
    expect(
      headings(
        '一、概述',
        filler,
        '（一）加强领导',
        filler,
        '1.建立制度',
        filler,
        '二、主动公开情况',
        filler,
      ),
    ).toEqual(['1 一、概述', '2 (一)加强领导', '3 1.建立制度', '1 二、主动公开情况']);
  });

  it('have their number, their text and their place', () => {
    const page = `${head}\n\n一、概述\n\n${filler}\n${filler}\n\n二、主动公开情况\n\n${filler}`;
    const [first, second] = parse(page).sections;
    expect(first).toMatchObject({ level: 1, number: '一、', heading: '一、概述' });
    expect(first?.text).toBe(clean(`${filler}\n${filler}`));
    expect(page.slice(first?.place.start, first?.place.end)).toBe(`一、概述\n\n${filler}\n${filler}`);
    expect(page.slice(second?.place.start, second?.place.end)).toBe(`二、主动公开情况\n\n${filler}`);
    expect(second?.place.line).toBe(10);
  });

  it.each([
    ['一、 总体情况', '一、总体情况'],
    ['一、概  述', '一、概述'],
    ['一 、主动公开情况', '一、主动公开情况'],
    ['一、政府信息公开工作的基本概况', '一、政府信息公开工作的基本概况'],
  ])('have headings without spaces between Han characters: %j', (printed, heading) => {
    expect(sectionsOf(printed, filler).map((s) => s.heading)).toEqual([heading]);
  });

  it('keep the number where it is used twice, and the order of the page', () => {
    expect(headings('一、概述', filler, '三、依申请公开情况', filler, '三、主动公开情况', filler)).toEqual([
      ...['1 一、概述', '1 三、依申请公开情况', '1 三、主动公开情况'],
    ]);
  });

  it('take the first sentence for the heading where the heading runs into its paragraph', () => {
    const [, second] = sectionsOf('一、概述', `（一）加强组织领导。${filler}`);
    expect(second).toMatchObject({ level: 2, number: '(一)', heading: '(一)加强组织领导' });
    expect(second?.text).toContain('健全机制');
  });

  it('are not opened by a numbered sentence', () => {
    expect(headings('一、概述', filler, `2016年${filler}`, '12件申请已经全部办结。')).toEqual(['1 一、概述']);
  });

  it('are not opened by a long numbered paragraph without an early full stop', () => {
    const long = `1.${'在开展工作的同时，我们也认识到还有许多不足，'.repeat(4)}需要改进。`;
    expect(headings('一、概述', filler, long)).toEqual(['1 一、概述']);
  });

  it('follow each other where nothing stands between', () => {
    expect(headings('一、概述', filler, '二、主动公开情况', '三、依申请公开情况', filler)).toEqual([
      ...['1 一、概述', '1 二、主动公开情况', '1 三、依申请公开情况'],
    ]);
  });

  it('have no headings from the labels of a table', () => {
    const rows = [
      ['统计指标', '单位', '统计数'],
      ['一、主动公开情况', '', ''],
      ['（一）主动公开政府信息数', '条', '81'],
      ['二、回应解读情况', '', ''],
      ['（一）回应公众关注热点或重大舆情数', '次', '2'],
      ['三、依申请公开情况', '', ''],
      ['（一）收到申请数', '件', '3'],
      ['（二）申请办结数', '件', '3'],
    ];
    const inHtml = parse(report(table(...rows))).sections;
    expect(inHtml.map((s) => s.heading)).toEqual([
      ...['一、总体情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项'],
    ]);
    const inLines = sectionsOf('一、概述', filler, ...rows.flat().filter((cell) => cell !== ''));
    expect(inLines.map((s) => s.heading)).toEqual(['一、概述']);
  });

  it('have no headings from menus and lists of related pages', () => {
    const page = `<ul><li><a href="#">一、机构职能</a></li></ul>${report()}<h3>相关阅读</h3><ul><li><a href="#">一、年报</a></li></ul>`;
    expect(parse(page).sections.map((s) => s.number)).toEqual(['一、', '五、', '六、']);
  });

  it.each([
    ['without a mark behind the number', '二 依申请公开办理情况', '二依申请公开办理情况'],
    ['as parts', '第二部分 主动公开政府信息情况', '第二部分主动公开政府信息情况'],
    ['with the number lost', '、主动公开政府信息情况', '、主动公开政府信息情况'],
    ['with a long number', '十二、其他需要说明的事项', '十二、其他需要说明的事项'],
  ])('begin at headings %s', (_, printed, heading) => {
    expect(headings('一、概述', filler, printed, filler)).toEqual(['1 一、概述', `1 ${heading}`]);
  });

  it.each(['一是健全机制，明确工作措施', '三年来主动公开的情况', '一年来的公开情况', '十项重点工作'])(
    'are not opened by %s',
    (line) => expect(headings('一、概述', filler, line, filler)).toEqual(['1 一、概述']),
  );

  it('join a number with the heading in the line below', () => {
    const page = `${head}\n\n一、概述\n\n${filler}\n\n二、\n主动公开情况\n\n${filler}`;
    const second = parse(page).sections[1];
    expect(second).toMatchObject({ level: 1, number: '二、', heading: '二、主动公开情况' });
    expect(page.slice(second?.place.start, second?.place.end)).toBe(`二、\n主动公开情况\n\n${filler}`);
  });

  it('are not opened by a list of contents, nor twice by a heading printed twice', () => {
    expect(headings('一、概述', '二、主动公开情况', '一、概述', filler, '二、主动公开情况', filler)).toEqual([
      ...['1 一、概述', '1 二、主动公开情况'],
    ]);
    expect(headings('一、概述........1', '二、主动公开情况........3', '一、概述', filler)).toEqual([
      '1 一、概述',
    ]);
    expect(headings('一、概述', '一、概述', filler)).toEqual(['1 一、概述']);
  });

  it('are found in a page that came as one line', () => {
    const text = '我局认真贯彻落实条例，健全机制，公开工作有序推进。';
    const page = `江山市林业局2016年政府信息公开工作年度报告 根据《条例》规定编制本报告。 一、概述 ${text} 二、主动公开情况 ${text} 三、存在问题 ${text}`;
    expect(parse(page).sections.map((s) => s.heading)).toEqual([
      '一、概述',
      '二、主动公开情况',
      '三、存在问题',
    ]);
  });
});
