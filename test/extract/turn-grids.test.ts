import { describe, expect, it } from 'vitest';
import { parse, report, table, tableFigures } from '../support/small-page.js';

const HEAD = [
  '江山市水利局2016年政府信息公开工作年度报告',
  '本报告由江山市水利局编制，所列数据的统计期限为2016年1月1日至2016年12月31日。',
  '一、主动公开政府信息情况',
].join('\n\n');
const ROWS = [
  ['主动公开政府信息数', '214', 'proactive.total'],
  ['制发规范性文件总数', '3', 'proactive.normative_documents_issued'],
  ['政府公报公开政府信息数', '0', 'proactive.channel.gazette'],
  ['政府网站公开政府信息数', '198', 'proactive.channel.website'],
] as const;
const labels = ROWS.map(([label]) => label);
const figures = ROWS.map(([, figure]) => figure);
const expected = Object.fromEntries(ROWS.map(([, figure, code]) => [code, Number(figure)]));

const LYING: Readonly<Record<string, string>> = {
  'in HTML': `<html><body><p>${HEAD}</p>${table(labels, figures)}</body></html>`,
  'in HTML, with labels beside the figures': `<html><body><p>${HEAD}</p>${table(['指标', ...labels], ['统计数', ...figures])}</body></html>`,
  'with bars': `${HEAD}\n\n${labels.join(' | ')}\n${figures.join(' | ')}\n`,
  'in Markdown': `${HEAD}\n\n| ${labels.join(' | ')} |\n|---|---|---|---|\n| ${figures.join(' | ')} |\n`,
  'with units in the cells': `${HEAD}\n\n${labels.join('\t')}\n${figures.map((figure) => `${figure}条`).join('\t')}\n`,
};

describe('a table that prints the rows of its form side by side', () => {
  it.each(Object.entries(LYING))('is read %s', (_, page) => {
    const record = parse(page);
    expect(tableFigures(record)).toEqual(expected);
    expect(record.unmapped).toEqual([]);
  });

  it('keeps the row and column that the page has', () => {
    const { values } = parse(LYING['in HTML'] ?? '');
    const places = values.map(({ place, raw }) => [raw, place.row, place.column]);
    expect(places).toEqual(figures.map((figure, column) => [figure, 1, column]));
  });

  it('gives the same figures as the table that stands upright', () => {
    const matrix = [
      ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'],
      ['一、本年新收政府信息公开申请数量', '11', '4', '0', '1', '2', '0', '18'],
      ['二、上年结转政府信息公开申请数量', '2', '0', '0', '0', '0', '0', '2'],
      ['（一）予以公开', '6', '3', '0', '1', '0', '0', '10'],
      ['（二）部分公开', '1', '0', '0', '0', '2', '0', '3'],
      ['1.本机关不掌握相关政府信息', '5', '1', '0', '0', '0', '0', '6'],
      ['（七）总计', '12', '4', '0', '1', '2', '0', '19'],
      ['四、结转下年度继续办理', '1', '0', '0', '0', '0', '0', '1'],
    ];
    const turned = matrix[0]?.map((_, column) => matrix.map((row) => row[column] ?? '')) ?? [];
    const upright = tableFigures(parse(report(table(...matrix))));
    expect(Object.keys(upright).length).toBe(49);
    expect(tableFigures(parse(report(table(...turned))))).toEqual(upright);
  });
});
