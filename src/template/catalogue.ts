import type { Indicator, TemplateData } from '../model/template.js';
import { loadIndicators, loadTemplates } from './load.js';

/** The forms that the tool knows, as data: id, family, edition, the notice that fixes each, its tables. */
export const templates: readonly TemplateData[] = loadTemplates().map((template) => template.data);

/** The codebook's indicators, in its order. */
export const codebook: readonly Indicator[] = [...loadIndicators().values()];
