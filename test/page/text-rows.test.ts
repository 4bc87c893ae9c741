import { describe, expect, it } from 'vitest';
import type { Grid } from '../../src/model/page.js';
import { readPage } from '../../src/page/read-page.js';
import { parse, tableFigures } from '../support/small-page.js';

const gridsOf = (text: string) =>
  readPage(text).blocks.filter((block): block is Grid => block.kind === 'grid');
/** Rows of the only grid, each a list of cell texts. */
const rowsOf = (text: string): string[][] => {
  const [grid, ...others] = gridsOf(text);
  expect(others).toEqual([]);
  const rows: string[][] = Array.from({ length: grid?.rows ?? 0 }, () => []);
  for (const cell of grid?.cells ?? []) rows[cell.row]?.push(cell.text);
  return rows;
};
const wanted = [
  ['信息内容', '本年制发件数', '现行有效件数'],
  ['规章', '0', '12'],
];

describe('rows of text', () => {
  it.each([
    ['with bars between cells', '信息内容 | 本年制发件数 | 现行有效件数\n规章 | 0 | 12'],
    ['with bars without spaces', '信息内容|本年制发件数|现行有效件数\n规章|0|12'],
    ['with bars at both ends', '| 信息内容 | 本年制发件数 | 现行有效件数 |\n| 规章 | 0 | 12 |'],
    ['with a bar at the end', '信息内容 | 本年制发件数 | 现行有效件数 |\n规章 | 0 | 12 |'],
    ['with full-width bars', '信息内容｜本年制发件数｜现行有效件数\n规章｜0｜12'],
    ['with lines of a box', '│信息内容│本年制发件数│现行有效件数│\n│规章│0│12│'],
    ['with tabs', '信息内容\t本年制发件数\t现行有效件数\n规章\t0\t12'],
    ['in markdown', '| 信息内容 | 本年制发件数 | 现行有效件数 |\n|---|:---:|---:|\n| 规章 | 0 | 12 |'],
    ['in markdown without outer bars', '信息内容 | 本年制发件数 | 现行有效件数\n---|---|---\n规章 | 0 | 12'],
    ['with empty lines between', '信息内容|本年制发件数|现行有效件数\n\n\n规章|0|12'],
    ['with line ends of Windows', '信息内容|本年制发件数|现行有效件数\r\n规章|0|12\r\n'],
  ])('become cells: %s', (_, text) => expect(rowsOf(text)).toEqual(wanted));

  it('keep empty cells between bars', () => {
    expect(rowsOf('| 行政处罚 | | 5 |\n| 行政强制 | | |')).toEqual([
      ['行政处罚', '', '5'],
      ['行政强制', '', ''],
    ]);
  });

  it('keep empty cells between tabs', () => {
    expect(rowsOf('行政处罚\t\t5')).toEqual([['行政处罚', '', '5']]);
  });

  it('are parted into tables by the sentences between them', () => {
    expect(gridsOf('规章|1|2\n本年度收到的申请都已经依照规定的期限办结。\n自然人|2|3')).toHaveLength(2);
  });

  it('keep a mark for nothing that is no separator row', () => {
    expect(rowsOf('规章|1|2\n文件|-|-')).toEqual([
      ['规章', '1', '2'],
      ['文件', '-', '-'],
    ]);
  });

  it('keep the place of each cell', () => {
    const source = '规章 | 1 |\n文件 |  22 |';
    const { page, blocks } = readPage(source);
    const cells = blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : []));
    expect(cells.map(({ start, end }) => page.text.slice(start, end))).toEqual(['规章', '1', '文件', '22']);
  });

  it('are none where a line has no mark', () => {
    expect(gridsOf('一、总体情况\n本局主动公开信息12条。')).toEqual([]);
  });
});

describe('a table kept as text is read in whatever way its cells are parted', () => {
  const cells = [
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '0', '1', '12'],
    ['行政规范性文件', '4', '7', '23'],
  ];
  const head = [
    '宁海县水利局2022年政府信息公开工作年度报告',
    '本报告所列数据的统计期限为2022年1月1日至2022年12月31日，由宁海县水利局编制。',
    '一、总体情况',
    '2022年，本局认真落实各项公开要求，健全机制，明确责任，稳步推进。',
    '二、主动公开政府信息情况',
    '第二十条第（一）项',
  ].join('\n\n');
  const read = (text: string) =>
    tableFigures(parse(`${head}\n\n${text}\n\n三、收到和处理政府信息公开申请情况\n`));
  const figures = {
    'disclosure.regulations.issued': 0,
    'disclosure.regulations.repealed': 1,
    'disclosure.regulations.in_force': 12,
    'disclosure.normative_documents.issued': 4,
    'disclosure.normative_documents.repealed': 7,
    'disclosure.normative_documents.in_force': 23,
  };

  it.each([
    ['bars between', cells.map((row) => row.join(' | ')).join('\n')],
    ['bars at both ends', cells.map((row) => `| ${row.join(' | ')} |`).join('\n\n')],
    ['an extra empty column at the end', cells.map((row) => `${row.join(' | ')} | |`).join('\n')],
    ['tabs', cells.map((row) => row.join('\t')).join('\n')],
    ['one cell a line', cells.flat().join('\n\n')],
    [
      'one cell a line, each with a bar behind it',
      cells
        .flat()
        .map((cell) => `${cell} |`)
        .join('\n'),
    ],
    ['bars in lines of their own', cells.map((row) => row.join('\n|\n')).join('\n')],
    ['a lone bar before each row', cells.map((row) => `|\n${row.join(' | ')}`).join('\n')],
    ['a line break before each bar', cells.map((row) => row.join('\n| ')).join('\n')],
  ])('%s', (_, text) => expect(read(text)).toEqual(figures));
});
