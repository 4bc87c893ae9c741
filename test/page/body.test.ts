import { describe, expect, it } from 'vitest';
import { findBody } from '../../src/page/body.js';
import { readPage } from '../../src/page/read-page.js';
import { paragraphs, parse, table } from '../support/small-page.js';

const title = '海宁市林业局2021年政府信息公开工作年度报告';
const opening = '本报告由海宁市林业局编制，统计期限为2021年1月1日至2021年12月31日，欢迎查阅。';
const text = [
  '一、总体情况',
  '2021年，我局主动公开各类林业信息，健全发布审查机制，公开质量稳步提升。',
  '二、主动公开政府信息情况',
  '全年主动公开政府信息132条，内容涉及林地审批、造林补助、森林防火等。',
];
const readBody = (page: string) => {
  const body = findBody(readPage(page).blocks);
  const show = (blocks: typeof body.body) => blocks.map((b) => (b.kind === 'line' ? b.text : 'grid'));
  return {
    title: body.title?.text,
    body: show(body.body),
    header: show(body.header),
    footer: show(body.footer),
    dropped: body.dropped.map(({ why }) => why),
  };
};
const links = (...names: readonly string[]) =>
  `<ul>${names.map((name) => `<li><a href="#">${name}</a></li>`).join('')}</ul>`;
const report = `<h1>${title}</h1>${paragraphs(opening, ...text)}`;
const clean = (line: string) => line.replaceAll('，', ',');
const wanted = [opening, ...text].map(clean);

describe('the body of a page', () => {
  it('is the report alone, without its title', () => {
    expect(readBody(report)).toMatchObject({ title, body: wanted, header: [title], footer: [] });
  });

  it('has no menus before it', () => {
    const menu = links('首页', '政府信息公开指南', '政府信息公开制度', '政府信息公开年报', '依申请公开');
    const { body, header } = readBody(`<div>${menu}</div>${report}`);
    expect(body).toEqual(wanted);
    expect(header).toContain('政府信息公开年报');
  });

  it('has no breadcrumbs and tools, where ever they stand', () => {
    const { body, dropped } = readBody(
      `<p>您当前的位置：首页 &gt; 政务公开 &gt; 年报</p><h1>${title}</h1><p>字体：【大 中 小】</p>${paragraphs(opening, ...text)}<p>打印本页</p>`,
    );
    expect(body).toEqual(wanted);
    expect(dropped.length).toBeGreaterThan(0);
  });

  it('does not begin at a list of contents', () => {
    const contents = paragraphs('目录', '一、总体情况', '二、主动公开政府信息情况', '三、存在的主要问题');
    expect(readBody(`<h1>${title}</h1>${contents}${paragraphs(opening, ...text)}`).body).toEqual(wanted);
  });

  it('does not begin at a list of contents with dots and page numbers', () => {
    const contents = paragraphs('一、总体情况..........1', '二、主动公开政府信息情况..........2');
    expect(readBody(`<h1>${title}</h1>${contents}${paragraphs(opening, ...text)}`).body).toEqual(wanted);
  });

  it.each([
    ['related articles', `<h3>相关阅读</h3>${links('海宁市林业局2020年政府信息公开工作年度报告')}`],
    ['the next article', '<p>下一篇：<a href="#">海宁市水利局2021年政府信息公开工作年度报告</a></p>'],
    ['links to other reports alone', links('海宁市2020年政府信息公开工作年度报告', '桐乡市年报')],
    ['a footer', paragraphs('主办：海宁市人民政府办公室', '浙ICP备00000000号')],
    [
      'share buttons and a footer',
      paragraphs('分享到：微信', '网站标识码：0000000000', '联系电话：0573-00000000'),
    ],
  ])('ends before %s', (_, after) => {
    expect(readBody(report + after).body).toEqual(wanted);
  });

  it('keeps the signature and the date at its end', () => {
    const { body } = readBody(`${report}${paragraphs('海宁市林业局', '2022年1月20日')}<p>分享到：微信</p>`);
    expect(body.slice(-2)).toEqual(['海宁市林业局', '2022年1月20日']);
  });

  it('keeps what stands between two parts of the report', () => {
    const { body } = readBody(
      `${report}<p>分享到：微信</p>${paragraphs('三、存在的主要问题及改进情况', '公开的深度还不够，下一步将加强培训，完善制度，提高质量。')}`,
    );
    expect(body).toContain('三、存在的主要问题及改进情况');
    expect(body).not.toContain('分享到:微信');
  });

  it('takes the title next to the report, not one in a list before it', () => {
    const list = links(
      '海宁市林业局2018年政府信息公开工作年度报告',
      '海宁市林业局2019年政府信息公开工作年度报告',
    );
    expect(readBody(`${list}${report}`).title).toBe(title);
  });

  it('begins at its figures where it has no prose', () => {
    const grid = table(['指标', '数'], ['规章', '1'], ['文件', '2'], ['许可', '3'], ['处罚', '4']);
    expect(readBody(`${links('首页', '年报')}<h1>${title}</h1>${grid}<p>主办：某局</p>`).body).toEqual([
      'grid',
    ]);
  });

  it('is whole where the page is nothing but text', () => {
    expect(readBody([title, opening, ...text].join('\n\n'))).toMatchObject({ title, body: wanted });
  });
});

describe('the record', () => {
  it('lists what was dropped, with reasons and places on the page', () => {
    const page = `<p>您当前的位置：首页 &gt; 年报</p>${report}<p>主办：海宁市人民政府办公室</p>`;
    const { dropped } = parse(page).text;
    const slices = dropped.map(({ place }) => page.slice(place.start, place.end));
    expect(slices).toEqual(['您当前的位置：首页 &gt; 年报', '主办：海宁市人民政府办公室']);
    for (const { why } of dropped) expect(why).not.toBe('');
  });

  it('reads no figure from what was dropped', () => {
    const { values } = parse(
      `${report}<h3>相关阅读</h3>${links('海宁市水利局主动公开政府信息999条，收到政府信息公开申请88件，答复及时。')}`,
    );
    expect(values.map(({ value }) => value)).toEqual([132]);
  });
});
