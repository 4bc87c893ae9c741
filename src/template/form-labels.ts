import type { BlockData, RowData, TemplateData } from '../model/template.js';

interface Asked {
  readonly label: string;
  /** Asked for in some places only. */
  readonly local: boolean;
}

/**
 * The labels under which a form asks for its indicators, by code: from the outermost row to the row, and from the
 * outermost column to the column, where the form has several. Of rows that repeat an indicator, the one that is not local.
 */
export function formLabels({ tables }: TemplateData): ReadonlyMap<string, Asked> {
  const found = new Map<string, Asked>();
  const local = new Map<string, Asked>();
  for (const { row, path, block } of tables.flatMap(({ blocks }) => blocks.flatMap(rowsOf))) {
    if (row.code === undefined) continue;
    for (const { code, labels, under = [] } of block.columns) {
      if (code === null) continue;
      const ofColumn = block.columns.length > 1 && code !== '' ? [...under, labels[0] ?? ''] : [];
      const label = [...path, ...(row.label === undefined ? [] : [row.label]), ...ofColumn].join(' > ');
      const target = row.local === true ? local : found;
      if (!target.has(row.code + code)) target.set(row.code + code, { label, local: row.local === true });
    }
  }
  return new Map([...local, ...found]);
}

interface PlacedRow {
  readonly row: RowData;
  readonly path: readonly string[];
  readonly block: BlockData;
}

function rowsOf(block: BlockData): PlacedRow[] {
  const below = (rows: readonly RowData[], path: readonly string[]): PlacedRow[] =>
    rows.flatMap((row) => [
      { row, path, block },
      ...below(row.rows ?? [], row.label === undefined ? path : [...path, row.label]),
    ]);
  return below(block.rows, block.title ?? []);
}
