import { expect, it } from 'vitest';
import { parse, tableFigures } from '../support/small-page.js';

it('a zero before a table whose rows are numbered is a figure, not the number before 1', () => {
  const rows = [
    '主动公开政府信息数',
    '规范性文件发布总数',
    '政府公报公开政府信息数',
    '政府网站公开政府信息数',
  ];
  const others = ['张集镇', '大许镇', '柳泉镇', '利国镇', '汉王镇', '棠张镇', '三堡街道'];
  const record = parse(
    [
      '宁海县水利局2015年政府信息公开工作年度报告',
      '一、概述',
      '2015年，本局认真落实各项公开要求，健全机制，明确责任，稳步推进。',
      ...['统计指标', '单位', '统计数', '一、主动公开情况'],
      ...rows.flatMap((label, i) => [label, '条', String(90 - i)]),
      ...['（三）接受培训人员数', '人次', '0', '附：各镇情况'],
      ...others.flatMap((label, i) => [String(i + 1), label, String(300 + i)]),
    ].join('\n'),
  );
  expect(tableFigures(record)['training.participants']).toBe(0);
});
