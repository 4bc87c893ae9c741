import { describe, expect, it } from 'vitest';
import type { Grid } from '../../src/model/page.js';
import { readPage } from '../../src/page/read-page.js';

const blocksOf = (html: string) => readPage(`<html><body>${html}</body></html>`).blocks;
const gridsOf = (html: string) => blocksOf(html).filter((block): block is Grid => block.kind === 'grid');
const linesOf = (html: string) =>
  blocksOf(html).flatMap((block) => (block.kind === 'line' ? block.text : []));
const onlyGrid = (html: string): Grid => {
  const [grid, ...others] = gridsOf(html);
  expect(others).toEqual([]);
  if (!grid) throw new Error('no grid');
  return grid;
};
/** Each cell with its row and column, and its spans where there are any. */
const placesOf = ({ cells }: Grid) =>
  cells.map(({ text, row, column, rowSpan, columnSpan }) => {
    const spans = rowSpan > 1 || columnSpan > 1 ? ` ${rowSpan}x${columnSpan}` : '';
    return `${text}@${row},${column}${spans}`;
  });

describe('a table', () => {
  it('has a cell in the first free column of its row, below the spans from above', () => {
    const grid = onlyGrid(`<table>
      <tr><td rowspan="2">申请人情况</td><td colspan="2">法人</td><td rowspan="2">总计</td></tr>
      <tr><td>商业企业</td><td>科研机构</td></tr>
      <tr><td>新收</td><td>1</td><td>2</td><td>3</td></tr></table>`);
    expect(placesOf(grid)).toEqual([
      ...['申请人情况@0,0 2x1', '法人@0,1 1x2', '总计@0,3 2x1', '商业企业@1,1', '科研机构@1,2'],
      ...['新收@2,0', '1@2,1', '2@2,2', '3@2,3'],
    ]);
    expect([grid.rows, grid.columns]).toEqual([3, 4]);
  });

  it('ends a span where its rows end', () => {
    const grid = onlyGrid(
      '<table><tr><td rowspan="20">办理结果</td><td>予以公开</td><td>1</td></tr><tr><td>部分公开</td><td>2</td></tr></table>',
    );
    expect(placesOf(grid)).toEqual(['办理结果@0,0 2x1', '予以公开@0,1', '1@0,2', '部分公开@1,1', '2@1,2']);
    expect(grid.rows).toBe(2);
  });

  it('takes a span that is no number for one', () => {
    const grid = onlyGrid(
      '<table><tr><td rowspan="" colspan="-3">规章</td><td colspan="x">1</td></tr><tr><td>文件</td><td>2</td></tr></table>',
    );
    expect(placesOf(grid)).toEqual(['规章@0,0', '1@0,1', '文件@1,0', '2@1,1']);
  });

  it('reads cells and rows that are not closed', () => {
    const grid = onlyGrid('<table><tr><td>规章<td>1<td>2<tr><td>规范性文件<td>3<td>4</table>');
    expect(placesOf(grid)).toEqual([...['规章@0,0', '1@0,1', '2@0,2', '规范性文件@1,0', '3@1,1', '4@1,2']]);
  });

  it('reads a table that is not closed', () => {
    expect(placesOf(onlyGrid('<table><tr><td>规章</td><td>1</td></tr><tr><td>文件</td><td>2'))).toEqual([
      ...['规章@0,0', '1@0,1', '文件@1,0', '2@1,1'],
    ]);
  });

  it('takes cells without a row for the first row', () => {
    expect(placesOf(onlyGrid('<table><td>规章</td><td>1</td></table>'))).toEqual(['规章@0,0', '1@0,1']);
  });

  it('begins a row for cells that stand behind a closed one', () => {
    const grid = onlyGrid('<table><tr><td>规章</td><td>1</td></tr><td>文件</td><td>2</td></table>');
    expect(placesOf(grid)).toEqual(['规章@0,0', '1@0,1', '文件@1,0', '2@1,1']);
  });

  it('joins the lines and paragraphs of a cell', () => {
    const grid = onlyGrid(
      '<table><tr><td>本年新<br />制作数量</td><td><p>社会</p>\n<p>公益</p><p>组织</p></td><td><p>1</p><p>&nbsp;</p></td></tr></table>',
    );
    expect(grid.cells.map((cell) => cell.text)).toEqual(['本年新制作数量', '社会公益组织', '1']);
  });

  it('knows a cell of white space as empty', () => {
    const grid = onlyGrid(
      '<table><tr><td>规章</td><td>&nbsp;</td><td><o:p> </o:p></td><td> \n </td><td></td></tr></table>',
    );
    expect(grid.cells.map((cell) => cell.text)).toEqual(['规章', '', '', '', '']);
  });

  it('gives each cell the place of its text', () => {
    const { page, blocks } = readPage('<table><tr><td> 规章 </td><td><b>1</b>2</td></tr></table>');
    const cells = blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : []));
    expect(cells.map(({ start, end }) => page.text.slice(start, end))).toEqual(['规章', '12']);
  });

  it('reads th as td, and rows in thead, tbody and tfoot as rows', () => {
    const grid = onlyGrid(
      '<table><thead><tr><th>指标</th><th>数</th></tr></thead><tbody><tr><td>规章</td><td>1</td></tr></tbody><tfoot><tr><td>总计</td><td>1</td></tr></tfoot></table>',
    );
    expect(placesOf(grid)).toEqual(['指标@0,0', '数@0,1', '规章@1,0', '1@1,1', '总计@2,0', '1@2,1']);
  });

  it('keeps the columns of all others where a span is absurdly wide', () => {
    const grid = onlyGrid(
      '<table><tr><td colspan="100000">表二</td></tr><tr><td>规章</td><td>1</td></tr></table>',
    );
    expect(placesOf(grid).slice(1)).toEqual(['规章@1,0', '1@1,1']);
  });
});

describe('a table that lays out the page', () => {
  it('is opened up where it holds another table', () => {
    const html =
      '<table><tr><td>站内导航</td><td><p>一、总体情况</p><table><tr><td>规章</td><td>1</td></tr></table></td></tr></table>';
    expect(linesOf(html)).toEqual(['站内导航', '一、总体情况']);
    expect(placesOf(onlyGrid(html))).toEqual(['规章@0,0', '1@0,1']);
  });

  it('is opened up three deep, in reading order', () => {
    const inner = '<table><tr><td>规章</td><td>1</td></tr></table>';
    const nest = (html: string) => `<table><tr><td>上</td><td>${html}</td></tr><tr><td>下</td></tr></table>`;
    const blocks = blocksOf(nest(nest(inner)));
    expect(blocks.map((block) => (block.kind === 'line' ? block.text : 'grid'))).toEqual([
      ...['上', '上', 'grid', '下', '下'],
    ]);
  });

  it('is opened up where a cell holds a whole text', () => {
    const text = '本局认真落实各项公开要求。'.repeat(40);
    expect(linesOf(`<table><tr><td>正文</td><td>${text}</td></tr></table>`)).toEqual(['正文', text]);
  });

  it('is opened up where it has one cell', () => {
    expect(linesOf('<table><tr><td><p>一、总体情况</p><p>本局</p></td></tr></table>')).toEqual([
      ...['一、总体情况', '本局'],
    ]);
  });
});

describe('the lines of a page', () => {
  it('end at blocks and breaks, not at inline elements', () => {
    expect(linesOf('<div>公<b>开</b>情<span>况</span><br>申请<div>数量</div>计</div>')).toEqual([
      ...['公开情况', '申请', '数量', '计'],
    ]);
  });

  it('hold no scripts, styles, comments and controls', () => {
    expect(
      linesOf(
        '<script>var 数 = 1;</script><style>p{}</style><p>公开<!-- 12 --></p><select><option>县</option></select>',
      ),
    ).toEqual(['公开']);
  });

  it.each([
    ['<p>沭阳县</o:p>发展和改革局</p>', '沭阳县发展和改革局'],
    ['<p>主动公开12</font>条</p>', '主动公开12条'],
  ])('hold no stray closing tag: %s', (html, text) => {
    expect(linesOf(html)).toEqual([text]);
  });

  it('are no links behind a named anchor that was left open', () => {
    const lines = blocksOf('<p><a name="top">主动公开</p><p><a href="/">首页</a></p>');
    expect(lines.map((line) => line.kind === 'line' && line.linked)).toEqual([false, true]);
  });

  it('say which are headings and which are links', () => {
    const lines = blocksOf(
      '<h2>宁海县</h2><p><a href="/">首页</a></p><p>见<a href="/">这里</a>的说明文字</p>',
    );
    expect(lines.map((line) => (line.kind === 'line' ? [line.heading, line.linked] : []))).toEqual([
      ...[
        [2, false],
        [0, true],
        [0, false],
      ],
    ]);
  });
});
