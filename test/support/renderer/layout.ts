import { matrixHeads, matrixResults, reviewHeads } from './labels.js';
import {
  type Block,
  type Cell,
  createCell,
  createFigure,
  figureCell,
  type Row,
  type Sheet,
} from './model.js';
import type { Random } from './random.js';

/** Lays a block out as the ministries' forms do, with spans. */
export function layOut(block: Block, damage: ReadonlySet<string>, random: Random): Sheet[] {
  if (block.kind === 'statistics') return [layStatistics(block, damage, random)];
  if (block.kind === 'clause') return [layClause(block)];
  if (block.kind === 'matrix') return [layMatrix(block, damage)];
  return damage.has('review-split') ? layReviewParts(block) : [layReview(block)];
}

const isCount = (row: Row) => row.figures.length > 0;

function layStatistics(block: Block, damage: ReadonlySet<string>, random: Random): Sheet {
  const [what = '', unit = '', count = ''] = block.heads;
  const ordinal = damage.has('ordinal-column');
  const two = damage.has('two-values')
    ? random.pick([
        ['本年', '累计'],
        ['本期', '累计'],
        ['2015年度', '历年累计'],
        ['本年数', '上年数'],
        ['本期实际', '本年累计'],
        ['2012年度', '历年累计'],
        ['历年累计', '2012年度'],
        ['上年数', '本年数'],
      ])
    : [count];
  const isSecond = /^(?:历年|上年)/.test(two[0] ?? '');
  const marks = [
    ...(ordinal ? ['序号'] : []),
    what,
    ...(damage.has('code-column') ? ['代码'] : []),
    ...(damage.has('no-unit') ? [] : [ordinal ? '计量单位' : unit]),
    ...two,
  ];
  const rows = [marks.map((text) => createCell('head', text))];
  for (const [i, row] of block.rows.entries()) {
    const pad = String(i + 1).padStart(2, '0');
    const value = row.figures[0];
    const other = value && createFigure(null, Number((value.number + random.int(1, 5000)).toFixed(4)));
    const pair = isSecond ? [other, value] : [value, other];
    const figures = pair.slice(0, two.length).flatMap((figure) => figure ?? []);
    rows.push([
      ...(ordinal ? [createCell('ordinal', String(i + 1))] : []),
      createCell('label', `${row.number}${row.label}`),
      ...(damage.has('code-column') ? [createCell('ordinal', pad)] : []),
      ...(damage.has('no-unit') ? [] : [createCell(row.unit === '' ? 'empty' : 'unit', row.unit)]),
      ...(isCount(row)
        ? figures.map((figure) => figureCell(figure))
        : two.map(() => createCell('empty', ''))),
    ]);
  }
  return { name: 'statistics', rows };
}

const CLAUSE_WIDTH = 4;

function layClause(block: Block): Sheet {
  const stretch = (cells: Cell[]) => {
    const last = cells.at(-1);
    if (last) last.columnSpan += CLAUSE_WIDTH - cells.length;
    return cells;
  };
  const rows = [
    [createCell('head', block.title, CLAUSE_WIDTH)],
    stretch(block.heads.map((text) => createCell('head', text))),
    ...block.rows.map((row) =>
      stretch([createCell('label', row.label), ...row.figures.map((f) => figureCell(f))]),
    ),
  ];
  return { name: 'clause', rows };
}

function layMatrix(block: Block, damage: ReadonlySet<string>): Sheet {
  const [person = '', ...rest] = block.heads;
  const organisations = rest.slice(0, -1);
  const heads = [
    [createCell('head', block.title, 3, 3), createCell('head', matrixHeads.over, 7)],
    [
      createCell('head', person, 1, 2),
      createCell('head', matrixHeads.organisations, 5),
      createCell('head', rest.at(-1) ?? '', 1, 2),
    ],
    organisations.map((text) => createCell('head', text)),
  ];
  const results = block.rows.filter((row) => row.tier !== 'top').length;
  const rows: Cell[][] = [];
  let group = '';
  for (const [i, row] of block.rows.entries()) {
    const before = block.rows[i - 1];
    const cells: Cell[] = [];
    if (row.tier !== 'top' && before?.tier === 'top')
      cells.push(createCell('label', matrixResults, 1, results));
    const opens = row.group !== '' && (row.group !== group || before?.group !== row.group);
    group = row.group;
    const size = opens ? countGroup(block.rows, i) : 0;
    const shared = opens && damage.has('shared-line');
    if (opens && !shared) cells.push(createCell('label', row.group, 1, size));
    const label = `${shared ? `${row.group} ` : ''}${row.number}${row.label}`;
    const width = row.tier === 'top' ? 3 : row.group === '' || damage.has('shared-line') ? 2 : 1;
    cells.push(createCell('label', label, width), ...row.figures.map((figure) => figureCell(figure)));
    rows.push(cells);
  }
  return { name: 'matrix', rows: damage.has('matrix-head-lost') ? rows : [...heads, ...rows] };
}

function countGroup(rows: readonly Row[], from: number): number {
  const group = rows[from]?.group;
  const end = rows.findIndex((row, i) => i > from && row.group !== group);
  return (end < 0 ? rows.length : end) - from;
}

function layReview(block: Block): Sheet {
  const totals = [createCell('head', reviewHeads.review, 5), createCell('head', reviewHeads.litigation, 10)];
  const second = [
    ...block.heads.map((text) => createCell('head', text, 1, 2)),
    createCell('head', reviewHeads.direct, 5),
    createCell('head', reviewHeads.after, 5),
  ];
  const third = [...block.heads, ...block.heads].map((text) => createCell('head', text));
  const figures = block.rows.flatMap((row) => row.figures).map((figure) => figureCell(figure));
  return { name: 'review', rows: [totals, second, third, figures] };
}

function layReviewParts(block: Block): Sheet[] {
  const figures = block.rows.flatMap((row) => row.figures);
  const { review, litigation, direct, after } = reviewHeads;
  const titles = [[review], [litigation, direct], [litigation, after]];
  return titles.map((over, i) => ({
    name: 'review',
    rows: [
      ...over.map((text) => [createCell('head', text, 5)]),
      block.heads.map((text) => createCell('head', text)),
      figures.slice(i * 5, i * 5 + 5).map((figure) => figureCell(figure)),
    ],
  }));
}
