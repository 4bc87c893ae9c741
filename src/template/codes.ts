import type { RowData, TableData, TemplateData } from '../model/template.js';

/** Codes of the codebook that a form can state. */
export function codesOf({ tables }: TemplateData, known: ReadonlyMap<string, unknown>): Set<string> {
  return new Set(tables.flatMap((table) => codesOfTable(table, known)));
}

function codesOfTable({ blocks }: TableData, known: ReadonlyMap<string, unknown>): string[] {
  return blocks.flatMap(({ rows, columns }) =>
    rowCodes(rows).flatMap((row) =>
      columns.map((column) => `${row}${column.code ?? '?'}`).filter((code) => known.has(code)),
    ),
  );
}

function rowCodes(rows: readonly RowData[]): string[] {
  return rows.flatMap((row) => [...(row.code === undefined ? [] : [row.code]), ...rowCodes(row.rows ?? [])]);
}
