import { codesOf } from '../template/codes.js';
import { loadIndicators, loadTemplates } from '../template/load.js';

/** The forms that the tool knows, a line each: id, family, edition, years, number of indicators, notice, name. */
export function listTemplates(): string {
  const known = loadIndicators();
  const rows = loadTemplates().map(({ data }) => {
    const years = data.years[1] > 2090 ? `${data.years[0]}-` : `${data.years[0]}-${data.years[1]}`;
    const count = String(codesOf(data, known).size);
    return [data.id, data.family, data.edition, years, count, data.source, data.name.en];
  });
  const table = [['id', 'family', 'edition', 'years', 'codes', 'source', 'name'], ...rows];
  const widths = table[0]?.map((_, i) => Math.max(...table.map((row) => row[i]?.length ?? 0))) ?? [];
  return `${table
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}
