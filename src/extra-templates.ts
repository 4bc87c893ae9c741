import type { Catalogue } from './model/template.js';
import { wideColumns } from './output/columns.js';
import { type Extension, extendCatalogue } from './template/extend.js';
import { loadCatalogue } from './template/load.js';

/** The tool's forms and those of a folder, or what is wrong with them; see docs/templates.md. */
export function readExtraTemplates(folder: string): Extension {
  const ofPages = wideColumns(new Map()).map(({ name }) => name);
  return extendCatalogue(loadCatalogue(), folder, ofPages);
}

/**
 * The tool's forms and indicators and those of a folder, for `parsePage`; see docs/templates.md.
 * @throws where the folder, a template or its indicators cannot be used: a line each with file, path in it and reason
 */
export function loadExtraTemplates(folder: string): Catalogue {
  const { catalogue, problems } = readExtraTemplates(folder);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return catalogue;
}
