import { parse, proseFigures } from './small-page.js';

type Read = (text: string) => Record<string, number | string>;

/** A report without tables whose chapters hold these paragraphs. */
export function pageOf(
  year: number,
  chapters: Readonly<Record<string, string>>,
  publisher = '江山市林业局',
): string {
  const parts = Object.entries(chapters).flat();
  return [
    `${publisher}${year}年政府信息公开工作年度报告`,
    `本报告由${publisher}编制，所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
    ...parts,
  ].join('\n\n');
}

const reading =
  (heading: string) =>
  (year: number, publisher?: string): Read =>
  (text) =>
    proseFigures(parse(pageOf(year, { '一、概述': '认真落实条例，健全机制。', [heading]: text }, publisher)));

/** The figures of a paragraph on what was disclosed. */
export const disclosing = reading('二、主动公开政府信息情况');

/** The figures of a paragraph on requests. */
export const asking = reading('三、依申请公开政府信息情况');

/** The figures of a paragraph on reviews and lawsuits. */
export const contesting = reading('四、政府信息公开行政复议、行政诉讼情况');

/** The figures of a paragraph on staff, meetings and training. */
export const organising = reading('五、组织机构、人员和培训情况');
