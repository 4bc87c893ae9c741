import type { GipRecord, Value } from '../../src/model/record.js';
import { paragraphs, parse, report, table } from './small-page.js';

/** Records of two pages, made so that every kind of cell is there: numbers, fractions, blanks, marks, text, prose. */
export function keptRecords(): GipRecord[] {
  const page = (path: string, record: GipRecord) => ({ ...record, source: { ...record.source, path } });
  return [
    page('a/first.html', withOddTexts(parse(firstPage))),
    page('a/empty.html', parse('')),
    page('a/second.html', parse(secondPage)),
  ];
}

const firstPage = report(
  paragraphs('全年主动公开政府信息约35条，无信息处理费。'),
  table(
    ['第二十条第（一）项'],
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '0', '/', ''],
    ['行政规范性文件', '12', '待定', '45'],
  ),
  table(['第二十条第（八）项'], ['信息内容', '本年收费金额（单位：万元）'], ['行政事业性收费', '1.25']),
  table(['其他统计', '数量'], ['受理来信', '17']),
);

const secondPage = report(
  paragraphs('全年主动公开政府信息7条。'),
  table(['第二十条第（五）项'], ['信息内容', '本年处理决定数量'], ['行政许可', '3']),
);

/** What writers must escape: marks of XML and SQL, quotes, line ends, control characters, what looks like an escape. */
export const ODD = `<a href="x">&amp;'; DROP TABLE pages;--\t_x0041_ \u0001\u{20000}\n=1+1,"q"`;

function withOddTexts(record: GipRecord): GipRecord {
  const [first, ...others] = record.values as [Value, ...Value[]];
  return { ...record, values: [{ ...first, label: ODD }, ...others] };
}
