import type { GipRecord } from '../../src/model/record.js';
import { parsePage } from '../../src/parse.js';
import { table } from './small-page.js';

interface Made {
  readonly publisher: string;
  readonly year: number;
  readonly parts: readonly string[];
}

function page({ publisher, year, parts }: Made): string {
  return [
    `<html><body><h1>${publisher}${year}年政府信息公开工作年度报告</h1>`,
    `<p>本报告由${publisher}编制，所列数据的统计期限为${year}年1月1日至${year}年12月31日。</p>`,
    '<p>一、概述</p><p>认真落实各项公开要求，健全机制，明确责任，稳步推进公开工作。</p>',
    ...parts,
    '</body></html>',
  ].join('\n');
}

/** A statistics table: labels and what stands beside them. */
export function statistics(...rows: readonly (readonly [string, string, string])[]): string {
  return `<p>政府信息公开情况统计表</p>${table(['统计指标', '单位', '统计数'], ...rows)}`;
}

/** A local table of the years before 2014. */
export function localStatistics(...rows: readonly (readonly [string, string, string])[]): string {
  return `<p>政府信息公开情况统计表</p>${table(['指标名称', '单位', '本期实际'], ...rows)}`;
}

const APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

/** The matrix of requests: a label and seven figures a row. */
export function matrix(...rows: readonly (readonly [string, ...string[]])[]): string {
  return `<p>三、收到和处理政府信息公开申请情况</p>${table(['申请情况', ...APPLICANTS], ...rows)}`;
}

const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

/** Reviews and lawsuits: fifteen figures. */
export function disputes(...figures: readonly string[]): string {
  const head = ['行政复议', '未经复议直接起诉', '复议后起诉']
    .map((name) => `<td colspan="5">${name}</td>`)
    .join('');
  const heads = [...RESULTS, ...RESULTS, ...RESULTS].map((name) => `<td>${name}</td>`).join('');
  const cells = figures.map((figure) => `<td>${figure}</td>`).join('');
  return `<p>四、政府信息公开行政复议、行政诉讼情况</p><table><tr>${head}</tr><tr>${heads}</tr><tr>${cells}</tr></table>`;
}

/** A clause of the table on what was disclosed. */
export function clause(
  title: string,
  heads: readonly string[],
  ...rows: readonly (readonly string[])[]
): string {
  return table([`信息公开条例第二十条第（${title}）项`], ['信息内容', ...heads], ...rows);
}

/** The record of a page made of these parts. */
export function recordOf(
  path: string,
  publisher: string,
  year: number,
  ...parts: readonly string[]
): GipRecord {
  return parsePage(Buffer.from(page({ publisher, year, parts })), { path });
}
