import { describe, expect, it } from 'vitest';
import type { Grid } from '../../src/model/page.js';
import { readPage } from '../../src/page/read-page.js';

const gridsOf = (text: string) =>
  readPage(text).blocks.filter((block): block is Grid => block.kind === 'grid');
const cellsOf = (text: string) =>
  gridsOf(text).map(({ cells }) =>
    cells
      .filter((cell) => cell.text !== '')
      .map(({ row, column, rowSpan, columnSpan, text }) => [text, row, column, rowSpan, columnSpan]),
  );

describe('a table drawn with lines of letters', () => {
  it('keeps the spans of its cells, and joins what is wrapped within one', () => {
    const text = `说明
┌───────────┬─────────────┐
│行政复议   │复议后起诉   │
├─────┬─────┼──────┬──────┤
│     │     │ 结果 │ 总计 │
│结果 │总计 │ 维持 │      │
│维持 │     ├──────┼──────┤
│     │     │   4  │  14  │
└─────┴─────┴──────┴──────┘
完`;
    expect(cellsOf(text)).toEqual([
      [
        ['行政复议', 0, 0, 1, 2],
        ['复议后起诉', 0, 2, 1, 2],
        ['结果维持', 1, 0, 2, 1],
        ['总计', 1, 1, 2, 1],
        ['结果维持', 1, 2, 1, 1],
        ['总计', 1, 3, 1, 1],
        ['4', 2, 2, 1, 1],
        ['14', 2, 3, 1, 1],
      ],
    ]);
    expect(readPage(text).blocks.map((block) => block.kind)).toEqual(['line', 'grid', 'line']);
  });

  it('has a row on each line where numbers stand below numbers with nothing drawn between', () => {
    const text = '+------+----+\n| 类别 | 数 |\n+------+----+\n| 规章 | 12 |\n| 许可 | +3 |\n+------+----+';
    expect(cellsOf(text)).toEqual([
      [
        ['类别', 0, 0, 1, 1],
        ['数', 0, 1, 1, 1],
        ['规章', 1, 0, 1, 1],
        ['12', 1, 1, 1, 1],
        ['许可', 2, 0, 1, 1],
        ['+3', 2, 1, 1, 1],
      ],
    ]);
  });

  it('goes on behind the number of a page', () => {
    const text = '+----+---+\n| 规 | 5 |\n- 3 -\n| 章 |   |\n+----+---+';
    expect(cellsOf(text)).toEqual([
      [
        ['规章', 0, 0, 1, 1],
        ['5', 0, 1, 1, 1],
      ],
    ]);
  });

  it('gives each cell the place where its text begins', () => {
    const text = '+----+-----+\n| 规 |     |\n| 章 | 507 |\n+----+-----+';
    const figure = gridsOf(text)[0]?.cells.find((cell) => cell.text === '507');
    expect(text.slice(figure?.start, figure?.end)).toBe('507');
  });

  it('is no line of dashes that stands alone, nor a table of Markdown', () => {
    expect(gridsOf('一\n+------+\n二\n+------+\n三')).toEqual([]);
    expect(gridsOf('| 规章 | 1 |\n|---|---|\n| 许可 | 2 |')).toHaveLength(1);
  });
});
