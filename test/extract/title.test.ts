import { describe, expect, it } from 'vitest';
import { paragraphs, parse } from '../support/small-page.js';

const body = paragraphs(
  '本报告依照政府信息公开条例的规定编制，内容包括总体情况和存在的问题，欢迎查阅。',
  '一、总体情况',
  '我们认真贯彻落实条例，健全公开机制，严格审查发布，公开工作平稳有序。',
  '二、主动公开政府信息情况',
  '主动公开政府信息35条，内容涵盖政策文件、工作动态、人事任免等方面。',
);
const read = (...lines: readonly string[]) =>
  parse(`<html><body>${paragraphs(...lines)}${body}</body></html>`).report;

describe('a title in one line', () => {
  it.each([
    ['江山市人民政府2020年政府信息公开工作年度报告', 2020, '江山市人民政府'],
    ['宁海县民政局2021年政府信息公开工作年度报告', 2021, '宁海县民政局'],
    ['2012年岳阳市审计局政府信息公开工作年度报告', 2012, '岳阳市审计局'],
    ['德清县教育局2022年度政府信息公开工作年度报告', 2022, '德清县教育局'],
    ['平湖市财政局2023年政府信息公开年度报告', 2023, '平湖市财政局'],
    ['平湖市财政局2024年政府信息公开工作报告', 2024, '平湖市财政局'],
    ['桐乡市水利局2018年政府信息公开年度工作报告', 2018, '桐乡市水利局'],
    ['桐乡市水利局2018年政府信息公开年度工作情况报告', 2018, '桐乡市水利局'],
    ['溧阳市统计局政府信息公开2021年度报告', 2021, '溧阳市统计局'],
    ['南陵县司法局政府信息公开工作2020年度报告', 2020, '南陵县司法局'],
    ['阜宁县司法局2016年信息公开工作年度报告', 2016, '阜宁县司法局'],
    ['桐庐县水利局2019年政府信息公开年报', 2019, '桐庐县水利局'],
    ['桐庐县水利局2019年信息公开年报', 2019, '桐庐县水利局'],
    ['阜宁县司法局2018年政务信息公开年度报告', 2018, '阜宁县司法局'],
    ['阜宁县司法局2018年政务公开工作年度报告', 2018, '阜宁县司法局'],
    ['沁阳市财政局关于2015年度政府信息公开工作情况的报告', 2015, '沁阳市财政局'],
    ['【2019】勐海县教育局政府信息公开工作年度报告', 2019, '勐海县教育局'],
    ['利津县农业农村局2023政府信息公开工作年度报告', 2023, '利津县农业农村局'],
    ['海盐县交通运输局二〇一〇年政府信息公开工作年度报告', 2010, '海盐县交通运输局'],
  ])('%s gives its year and its body', (title, report_year, publisher) => {
    expect(read(title)).toMatchObject({ title, report_year, publisher });
  });

  it.each([
    ['安吉县2022年政府信息公开工作年度报告', '安吉县人民政府'],
    ['2022年安吉县政府信息公开工作年度报告', '安吉县人民政府'],
    ['安吉县政府2022年政府信息公开工作年度报告', '安吉县政府'],
    ['安吉县人民政府办公室2022年政府信息公开工作年度报告', '安吉县人民政府办公室'],
  ])('%s is the report of %s', (title, publisher) => {
    expect(read(title)).toMatchObject({ title, publisher, report_year: 2022 });
  });

  it.each([
    ['利津县盐窝镇2022年政府信息公开工作年度报告', '利津县盐窝镇人民政府'],
    ['玉环市大麦屿乡2022年政府信息公开工作年度报告', '玉环市大麦屿乡人民政府'],
  ])('%s is the report of %s', (title, publisher) => {
    expect(read(title).publisher).toBe(publisher);
  });

  it('is given without spaces between Han characters', () => {
    expect(read('海盐县交通运输局 2020 年政府信息公开工作　年度报告').title).toBe(
      '海盐县交通运输局2020年政府信息公开工作年度报告'.replace('局2020年', '局 2020 年'),
    );
  });

  it('is given in simplified characters', () => {
    const report = parse(
      `<h1>江門市衛生健康局2021年政府信息公開工作年度報告</h1>${body.replaceAll('信息公开', '信息公開').replaceAll('总体情况', '總體情況').replaceAll('条例', '條例').replaceAll('报告', '報告')}`,
    ).report;
    expect(report).toMatchObject({
      title: '江门市卫生健康局2021年政府信息公开工作年度报告',
      publisher: '江门市卫生健康局',
    });
  });

  it('ends where the site goes on about source and date', () => {
    const line = '江山市林业局2020年政府信息公开工作年度报告 来源：江山市林业局 发布时间：2021-01-20';
    expect(read(line).title).toBe('江山市林业局2020年政府信息公开工作年度报告');
  });
});

describe('a title over several lines', () => {
  const whole = {
    title: '安吉县水利局2019年政府信息公开工作年度报告',
    report_year: 2019,
    publisher: '安吉县水利局',
  };

  it.each([
    ['after the year', ['安吉县水利局2019年', '政府信息公开工作年度报告']],
    ['after the publisher', ['安吉县水利局', '2019年政府信息公开工作年度报告']],
    ['after 工作', ['安吉县水利局2019年政府信息公开工作', '年度报告']],
    ['after 年度', ['安吉县水利局2019年政府信息公开工作年度', '报告']],
    ['three times', ['安吉县水利局', '2019年', '政府信息公开工作年度报告']],
  ])('is joined where it is broken %s', (_, lines) => expect(read(...lines)).toMatchObject(whole));

  it('is joined where 年 is lost with the break', () => {
    expect(read('利津县林业局2023', '政府信息公开工作年度报告')).toMatchObject({
      report_year: 2023,
      publisher: '利津县林业局',
    });
  });

  it('is taken once where the site and the report print it', () => {
    expect(read(whole.title, '发布时间：2020-01-10', whole.title)).toMatchObject(whole);
  });
});

describe('the title of a report', () => {
  it('is the one in quotes where a notice publishes it', () => {
    expect(
      read('关于公布《金寨县水利局2018年政府信息公开工作年度报告》的通知', '发布时间：2019-03-01'),
    ).toMatchObject({ title: '金寨县水利局2018年政府信息公开工作年度报告', report_year: 2018 });
  });

  it('is not the caption of a table', () => {
    expect(read('政府信息公开情况统计表').title).toBe(null);
  });

  it('is not the name of a site or a column', () => {
    expect(read('江山市人民政府门户网站', '政府信息公开平台', '政府信息公开年报').publisher).not.toBe(
      '江山市人民政府门户网站',
    );
    expect(read('江山市人民政府门户网站', '政府信息公开指南').title).toBe(null);
  });

  it('is not that of another report in a list of links', () => {
    const links = '<ul><li><a href="#">江山市林业局2017年政府信息公开工作年度报告</a></li></ul>';
    const page = `${links}<h1>江山市林业局2020年政府信息公开工作年度报告</h1>${body}`;
    expect(parse(page).report).toMatchObject({
      title: '江山市林业局2020年政府信息公开工作年度报告',
      report_year: 2020,
    });
  });

  it('is the one in the head of the page where the body prints none', () => {
    const title = '江山市林业局2020年政府信息公开工作年度报告';
    const page = `<html><head><title>${title}-江山市人民政府</title></head><body>${body}</body></html>`;
    expect(parse(page).report).toMatchObject({ title, report_year: 2020, publisher: '江山市林业局' });
  });

  it('is null where the page has none', () => {
    expect(read('通知公告')).toMatchObject({ title: null, report_year: null, publisher: null });
  });
});

describe('a year that the page states differently', () => {
  it('is the title’s, with a warning and the other among the candidates', () => {
    const record = parse(
      `<h1>江山市林业局2020年政府信息公开工作年度报告</h1><p>本报告所列数据的统计期限自2019年1月1日起至2019年12月31日止，欢迎查阅。</p>${body}`,
    );
    expect(record.report.report_year).toBe(2020);
    expect(record.messages.map(({ code }) => code)).toContain('year_disagrees');
    const years = record.report.candidates.filter(({ field }) => field === 'report_year');
    expect(years.map(({ value, chosen }) => [value, chosen])).toEqual([
      [2020, true],
      [2019, false],
    ]);
  });
});
