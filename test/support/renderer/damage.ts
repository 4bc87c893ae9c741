import { wordDamage } from './heads.js';
import { type Block, createFigure, type Row, type Template } from './model.js';
import type { Random } from './random.js';
import { localRows, localSection, slips } from './words.js';

type Break = (block: Block, random: Random) => void;

/** What befalls the tables themselves, whichever way they are then drawn. */
export const blockDamage: Readonly<Record<string, Break>> = {
  typo: slip,
  unnumbered: (block) => {
    for (const row of block.rows) if (row.number !== '其中：') row.number = '';
    for (const row of block.rows) row.group = row.group.replace(/^（.）/, '');
  },
  renumbered: renumber,
  'rows-missing': dropRows,
  'rows-extra': addRows,
  'rows-swapped': swapRows,
  'parents-missing': dropParents,
  'label-lost': loseLabel,
  'heads-half': halveHeads,
  ...wordDamage,
};

function slip(block: Block, random: Random): void {
  const change = (label: string) => {
    if (label.length < 5 || label.includes('单位') || !random.chance(0.25)) return label;
    const at = random.int(1, label.length - 1);
    const put = random.chance(0.5) ? '' : random.pick([...slips]);
    return label.slice(0, at) + put + label.slice(at + 1);
  };
  for (const row of block.rows) row.label = change(row.label);
  block.heads = block.heads.map(change);
}

const CHINESE = '一二三四五六七八九十';

/** The numbers of a stretch are one too high, or those of items begin anew. */
function renumber(block: Block, random: Random): void {
  if (block.kind === 'statistics') {
    addSection(block, random);
    return;
  }
  const from = random.int(0, block.rows.length);
  for (const row of block.rows.slice(from)) row.number = raise(row.number);
}

function raise(number: string): string {
  return number
    .replace(/\d+/, (digits) => String(Number(digits) + 1))
    .replace(/[一二三四五六七八九]/, (digit) => CHINESE[CHINESE.indexOf(digit) + 1] ?? digit);
}

/** A section of the locality's own is put in, and those behind it count on. */
function addSection(block: Block, random: Random): void {
  const starts = block.rows.flatMap((row, i) =>
    i > 0 && /^[一二三四五六七八九]、/.test(row.number) ? [i] : [],
  );
  if (starts.length === 0) return;
  const at = random.pick(starts);
  const number = block.rows[at]?.number ?? '';
  for (const row of block.rows.slice(at)) if (row.number.endsWith('、')) row.number = raise(row.number);
  const rows = random
    .sample(localRows.statistics, 3)
    .map((label, i) => localRow(`${i + 1}.`, label, block, random));
  const heading: Row = { number, label: localSection, group: '', tier: 'heading', unit: '', figures: [] };
  block.rows.splice(at, 0, heading, ...rows);
}

function localRow(number: string, label: string, block: Block, random: Random): Row {
  const tier = block.kind === 'matrix' ? 'item' : 'row';
  const width = Math.max(1, ...block.rows.map((row) => row.figures.length));
  const numbers = Array.from({ length: width }, () => random.int(0, 9000));
  const figures = numbers.map((value) => createFigure(null, value));
  return { number, label, group: '', tier, unit: block.kind === 'statistics' ? '件' : '', figures };
}

function addRows(block: Block, random: Random): void {
  if (block.kind === 'review') return;
  const most = block.kind === 'clause' ? 1 : 3;
  for (const label of random.sample(localRows[block.kind], random.int(1, most))) {
    const at = random.int(1, block.rows.length - 1);
    const before = block.rows[at - 1];
    const row = localRow(block.kind === 'clause' ? '' : '9.', label, block, random);
    if (block.kind === 'matrix' && before?.group === '') continue;
    block.rows.splice(at, 0, { ...row, group: before?.group ?? '' });
  }
}

function dropRows(block: Block, random: Random): void {
  if (block.kind === 'review') return;
  const leaves = block.rows.filter((row, i) => row.figures.length > 0 && !isParent(block, i));
  const empty = leaves.filter((row) => row.figures.every((figure) => figure.number === 0));
  const pool = empty.length > 0 ? empty : leaves;
  if (block.kind === 'clause' && (block.rows.length < 2 || random.chance(0.5))) return;
  const gone = new Set(random.sample(pool, block.kind === 'clause' ? 1 : random.int(1, 4)));
  block.rows = block.rows.filter((row) => !gone.has(row));
}

/** Two neighbours have changed places. */
function swapRows(block: Block, random: Random): void {
  const at = block.rows.flatMap((row, i) => {
    const next = block.rows[i + 1];
    const isPlain =
      row.group === next?.group &&
      row.tier === next.tier &&
      !isParent(block, i) &&
      shapeOf(row) === shapeOf(next);
    return isPlain && row.figures.length > 0 && next.figures.length > 0 && !next.number.startsWith('其中')
      ? [i]
      : [];
  });
  if (at.length === 0) return;
  const i = random.pick(at);
  const [row, next] = [block.rows[i], block.rows[i + 1]];
  if (row && next) block.rows.splice(i, 2, next, row);
}

/** Numbers of one level look alike. */
const shapeOf = ({ number }: Row) => number.replace(/[一二三四五六七八九\d]/g, '');

/** The rows above those that are named alike are gone. */
function dropParents(block: Block, random: Random): void {
  const parents = ['行政复议数量', '行政诉讼数量'];
  const gone = random.pick([[parents[0]], [parents[1]], parents]);
  block.rows = block.rows.filter((row) => !gone.includes(row.label));
}

function loseLabel(block: Block, random: Random): void {
  const rows = block.rows.filter(
    (row) => row.figures.length > 0 && row.label.length > 3 && row.tier !== 'top',
  );
  if (block.kind === 'review' || block.kind === 'clause' || rows.length === 0) return;
  const row = random.pick(rows);
  row.label = '';
  row.number = '';
  const before = block.rows[block.rows.indexOf(row) - 1];
  const lost = [...row.figures, ...(block.kind === 'statistics' ? (before?.figures ?? []) : [])];
  for (const figure of lost) figure.isLost = true;
}

function isParent(block: Block, at: number): boolean {
  const code = block.rows[at]?.figures[0]?.code ?? '';
  const next = block.rows[at + 1]?.figures[0]?.code ?? '';
  return block.kind === 'statistics' && next.startsWith(code.replace(/\.total$/, '.'));
}

function halveHeads(block: Block, random: Random): void {
  const last = random.chance(0.6);
  block.heads = block.heads.map((head) => {
    if (head === '本年增/减') return last ? '本年增/' : '增/减';
    if (head.startsWith('本年新')) return last ? '本年新' : head.slice(3);
    if (head.startsWith('本年') && !head.includes('金额'))
      return last ? `本年 ${head.slice(2)}` : head.slice(2);
    if (/^(社会公益|法律服务|科研|商业)/.test(head)) return head.slice(0, head.length === 6 ? 4 : 2);
    if (/^(结果|其他结|尚未)/.test(head)) return last ? head.slice(0, 2) : head.slice(2);
    return head;
  });
}

/** Damage of the cells, of the columns and of the order of the table: how the layout and the printing go. */
const otherDamage = [
  'none',
  'wrapped',
  'extra-columns',
  'thousands',
  'full-width',
  'units-in-cells',
  'notes-in-cells',
  'marks',
  'blank-zeros',
  'form-blank',
  'continued',
  'heads-letters',
  'tables-around',
  'table-twice',
  'tables-moved',
  'traditional',
  'radicals',
  'page-numbers',
] as const;

const headDamage = ['corner-cut', 'heads-merged', 'colspans'];

const ofTemplate: Readonly<Record<Template, readonly string[]>> = {
  '2014': ['code-column', 'ordinal-column', 'two-values', 'no-unit', 'column-marks'],
  '2019': [
    'signs',
    'matrix-head-lost',
    'blank-orgs',
    'vertical',
    'shared-line',
    'review-split',
    'subtotals',
    ...headDamage,
  ],
  '2021': [
    'other-undivided',
    'matrix-head-lost',
    'blank-orgs',
    'vertical',
    'shared-line',
    'review-split',
    'subtotals',
    ...headDamage,
  ],
};

export function damagesOf(template: Template): string[] {
  const foreign = template === '2014' ? ['heads-half', 'heads-replaced', 'heads-wrong'] : ['parents-missing'];
  const blocks = Object.keys(blockDamage).filter((name) => !foreign.includes(name));
  return [...otherDamage, ...blocks, ...ofTemplate[template]];
}
