import type { Indicator, TemplateData } from '../model/template.js';
import { loadIndicators, loadTemplates } from './load.js';

/** The forms that the tool knows, as data: id, family, edition, the notice that fixes each, its tables. */
export const templates: readonly TemplateData[] = loadTemplates().map((template) => template.data);

/** The codebook's indicators, in its order. */
export const codebook: readonly Indicator[] = [...loadIndicators().values()];

const codes = new Map(codebook.map(({ code }) => [code, code]));

/** The codebook's own string for a code: a Map finds a key sooner by the string that it was put in with. */
export function ownCode(code: string): string {
  return codes.get(code) ?? code;
}
