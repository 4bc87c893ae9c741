import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Catalogue, Indicator, Template, TemplateData } from '../model/template.js';
import { buildTemplate } from './build-form.js';
import { readIndicators } from './indicators.js';

const dataFolder = fileURLToPath(new URL('../../src/data/', import.meta.url));

let templates: readonly Template[] | undefined;
let indicators: ReadonlyMap<string, Indicator> | undefined;

/** The forms that the tool knows, one a folder of data, in the order of their ids. Read once. */
export function loadTemplates(): readonly Template[] {
  templates ??= findFolders(join(dataFolder, 'templates')).map(({ template }) =>
    buildTemplate(JSON.parse(readText(template)) as TemplateData),
  );
  return templates;
}

/** The codebook: indicators by code, in codebook order. Read once. */
export function loadIndicators(): ReadonlyMap<string, Indicator> {
  indicators ??= new Map(
    readIndicators(readText(join(dataFolder, 'indicators.tsv'))).map((row) => [row.code, row]),
  );
  return indicators;
}

/** What pages are read with where nothing else is said. */
export function loadCatalogue(): Catalogue {
  return { templates: loadTemplates(), indicators: loadIndicators() };
}

/** Where one template lies. */
export interface TemplateFolder {
  readonly template: string;
  /** Its own indicators, where it has any. */
  readonly indicators: string | null;
}

/** The folders of templates in a folder, in the order of their names; hidden ones and files are passed over. */
export function findFolders(folder: string): TemplateFolder[] {
  return readdirSync(folder)
    .sort()
    .filter((name) => !name.startsWith('.') && statSync(join(folder, name)).isDirectory())
    .map((name) => {
      const indicators = join(folder, name, 'indicators.tsv');
      const template = join(folder, name, 'template.json');
      return { template, indicators: existsSync(indicators) ? indicators : null };
    });
}

/** The text of a file of data in UTF-8, without a byte-order mark. */
export function readText(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
}
