import type { BlockData } from '../model/template.js';
import { wordIn } from './cell-text.js';
import type { Cell } from './cells.js';
import { type ColumnKeys, columnKeysOf } from './column-keys.js';
import type { GridView } from './grid-view.js';
import { type Head, type HeadReading, type LinkedHead, readHead } from './head-reading.js';

/** Knows, for one block of a form, which rows of a grid are its head and what each column below them holds. */
export interface ColumnReader {
  /** What the nearest head above a row says; undefined where there is no head above. */
  readonly above: (row: number) => HeadReading | undefined;
}

export function createColumnReader(grid: GridView, block: BlockData, linked: LinkedHead): ColumnReader {
  const heads = findHeads(grid, block);
  const readings: HeadReading[] = [];
  return {
    above(row) {
      let at = heads.length - 1;
      while (at >= 0 && (heads[at]?.last ?? 0) >= row) at--;
      const head = heads[at];
      if (!head) return undefined;
      const reading = readings[at] ?? readHead(grid, block, head, linked);
      readings[at] = reading;
      return reading;
    },
  };
}

/** Rows without a number in which labels of the block's columns stand, neighbours together, with what is above them. */
function findHeads(grid: GridView, block: BlockData): Head[] {
  const keys = columnKeysOf(block);
  const wanted = Math.min(2, block.columns.length);
  const heads: Head[] = [];
  const isAbove: boolean[] = [];
  for (let row = 0; row < grid.rows; row++) {
    if (grid.hasNumber(row)) continue;
    const { columns, corner, others } = countLabels(grid.row(row), keys);
    isAbove[row] = columns > 0 && others === 0;
    if (columns < wanted && corner === 0) continue;
    const before = heads.at(-1);
    if (before?.last === row - 1) before.last = row;
    else heads.push({ first: row, last: row });
  }
  for (const head of heads) while (isAbove[head.first - 1]) head.first--;
  return heads;
}

interface LabelCount {
  readonly columns: number;
  readonly corner: number;
  /** Cells that are no label of the block. */
  readonly others: number;
}

function countLabels(cells: readonly Cell[], keys: ColumnKeys): LabelCount {
  const count = { columns: 0, corner: 0, others: 0 };
  for (const cell of cells) {
    if (cell.text === '') continue;
    const { isHead, isAnyLabel } = keys.read(wordIn(cell));
    if (isHead) count.corner++;
    else if (isAnyLabel) count.columns++;
    else count.others++;
  }
  return count;
}
