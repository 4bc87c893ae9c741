import type { Block, Cell, Sheet } from './model.js';
import { createCell, textOf } from './model.js';
import type { Random } from './random.js';
import { marksOfColumns, rewordings } from './words.js';

/** Damage of the words of heads and labels. */
export const wordDamage: Readonly<Record<string, (block: Block, random: Random) => void>> = {
  'heads-replaced': (block, random) => {
    if (block.kind !== 'matrix') return;
    const at = random.chance(0.5) ? [random.int(0, 6)] : [0, 1, 2, 3, 4, 5, 6];
    block.heads = block.heads.map((head, i) => (at.includes(i) ? `数据${i + 1}` : head));
  },
  'heads-wrong': (block) => {
    if (block.title.includes('（九）')) block.heads = ['信息内容', '上一年项目数量', '本年增/减'];
    if (block.title.includes('（八）') && block.heads.length === 2)
      block.heads = ['信息内容', '本年处理决定数量'];
  },
  reworded: (block, random) => {
    const change = (text: string) => {
      const others = rewordings.find(([label]) => text === label)?.[1];
      return others && random.chance(0.6) ? random.pick(others) : text;
    };
    for (const row of block.rows) row.label = change(row.label);
    if (block.kind !== 'statistics') block.heads = block.heads.map(change);
  },
  'fee-yuan': (block) => {
    const inYuan = (text: string) => text.replace('万元', '元').replace(/^(采购总金额)$/, '$1（元）');
    const rows = block.rows.filter((row) => row.figures.some((figure) => figure.kind === 'amount'));
    if (rows.length === 0) return;
    if (block.kind === 'statistics') for (const row of rows) row.unit = '元';
    else block.heads = block.heads.map(inYuan);
    for (const figure of rows.flatMap((row) => row.figures))
      if (figure.kind === 'amount') figure.inYuan = true;
  },
};

/** Damage of heads already laid out. */
export function breakHeads(sheet: Sheet, damage: ReadonlySet<string>, random: Random): void {
  const heads = sheet.rows.flat().filter((cell) => cell.kind === 'head');
  if (damage.has('heads-letters')) for (const cell of heads) cutWord(cell, random);
  if (damage.has('corner-cut') && sheet.name === 'matrix') cutCorner(heads);
  if (damage.has('heads-merged') && sheet.name === 'matrix') mergeEnds(sheet);
  if (damage.has('column-marks') && sheet.name === 'statistics') addMarks(sheet);
  if (damage.has('colspans') && sheet.name === 'clause') varySpans(sheet);
}

/** Over two lines, or letter by letter. */
function cutWord(cell: Cell, random: Random): void {
  const text = textOf(cell);
  if (text.length < 3 || text.length > 12 || !random.chance(0.7)) return;
  const size = random.pick([1, 2, Math.ceil(text.length / 2)]);
  cell.lines = text.match(new RegExp(`.{1,${size}}`, 'gu')) ?? [text];
}

/** The end of the note in the corner has slipped into the next head. */
function cutCorner(heads: readonly Cell[]): void {
  const [corner] = heads;
  const organisations = heads.find((cell) => textOf(cell).startsWith('法人'));
  if (!corner || !organisations) return;
  const note = textOf(corner);
  corner.lines = [note.slice(0, 11)];
  organisations.lines = [`${note.slice(11, 20)}${textOf(organisations)}`];
}

function mergeEnds(sheet: Sheet): void {
  const [, second = []] = sheet.rows;
  const [first, last] = [second[0], second.at(-1)];
  if (!first || !last || !textOf(first).startsWith('自然')) return;
  first.lines = [`${textOf(first)}${textOf(last)}`];
  last.lines = [''];
}

function addMarks(sheet: Sheet): void {
  const width = sheet.rows[0]?.length ?? 0;
  const figures =
    sheet.rows.find((row) => row.some((cell) => cell.figure))?.filter((cell) => cell.figure) ?? [];
  const names = width - figures.length;
  const marks = Array.from({ length: width }, (_, i) =>
    i < names ? (marksOfColumns[i] ?? '丁') : String(i - names + 1),
  );
  sheet.rows.splice(
    1,
    0,
    marks.map((mark) => createCell('ordinal', mark)),
  );
}

/** Heads span the columns one way, the rows under them another. */
function varySpans(sheet: Sheet): void {
  for (const row of sheet.rows) {
    if (row.length !== 4) {
      const last = row.at(-1);
      if (last) last.columnSpan += 2;
      continue;
    }
    const wide = row.some((cell) => cell.figure) ? [0, 3] : [1, 2];
    for (const i of wide) if (row[i]) row[i].columnSpan++;
  }
}
