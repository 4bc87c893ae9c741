import type { Catalogue } from '../model/template.js';
import type { Language } from '../talk/language.js';
import { codesOf } from '../template/codes.js';

/** The forms of a catalogue, a line each: id, family, edition, years, number of indicators, notice, name. */
export function listTemplates({ templates, indicators: known }: Catalogue, language: Language): string {
  const rows = templates.map(({ data }) => {
    const years = data.years[1] > 2090 ? `${data.years[0]}-` : `${data.years[0]}-${data.years[1]}`;
    const count = String(codesOf(data, known).size);
    return [data.id, data.family, data.edition, years, count, data.source, data.name[language]];
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
