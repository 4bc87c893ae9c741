import type { Indicator } from '../model/template.js';

/** Columns of a codebook, in order. */
export const INDICATOR_COLUMNS = [
  'code',
  'name',
  'family',
  'edition',
  'label_zh',
  'unit',
  'parent',
  'meaning',
] as const satisfies readonly (keyof Indicator)[];

/** The rows of a codebook: tab-separated, a line of column names first. */
export function readIndicators(text: string): Indicator[] {
  const [, ...lines] = text.replace(/[\r\n]+$/, '').split(/\r?\n/);
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(
      INDICATOR_COLUMNS.map((name, i) => [name, cells[i] ?? '']),
    ) as unknown as Indicator;
  });
}
