import type { GipRecord, Value } from '../../src/model/record.js';
import { parsePage } from '../../src/parse.js';

/** A page written in a test, parsed. */
export function parse(page: string): GipRecord {
  return parsePage(Buffer.from(page));
}

/** Paragraphs of HTML. */
export function paragraphs(...texts: readonly string[]): string {
  return texts.map((text) => `<p>${text}</p>`).join('\n');
}

/** A table of HTML without spans. */
export function table(...rows: readonly (readonly string[])[]): string {
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<table>${body}</table>`;
}

/** The report of an invented office in the form of 2021, with what a test wants to say in it. */
export function report(...parts: readonly string[]): string {
  return [
    '<html><body><h1>宁海县水利局2022年政府信息公开工作年度报告</h1>',
    '<p>本报告由宁海县水利局编制，所列数据的统计期限为2022年1月1日至2022年12月31日，如有疑问请与本局联系。</p>',
    '<p>一、总体情况</p><p>2022年，本局认真落实各项公开要求，健全机制，明确责任，稳步推进。</p>',
    ...parts,
    '<p>五、存在的主要问题及改进情况</p><p>解读形式还不够丰富，今后将加强培训，改进工作方法。</p>',
    '<p>六、其他需要报告的事项</p><p>没有其他需要报告的事项，特此说明。</p></body></html>',
  ].join('\n');
}

/** Figures of tables by code; the state where a cell holds no number. */
export function tableFigures(record: GipRecord): Record<string, number | string> {
  return figures(record, 'table');
}

/** Figures of sentences by code. */
export function proseFigures(record: GipRecord): Record<string, number | string> {
  return figures(record, 'prose');
}

function figures({ values }: GipRecord, origin: Value['origin']): Record<string, number | string> {
  const own = values.filter((value) => value.origin === origin);
  return Object.fromEntries(own.map(({ code, value, state }) => [code, value ?? state]));
}
