import type { Catalogue } from '../model/template.js';
import { checkIndicators } from './check-indicators.js';
import { checkTemplate } from './check-template.js';
import { buildTemplate, findFolders, readText, type TemplateFolder } from './load.js';

/** Forms beside those that the tool knows, or why they cannot be used: file, path in the file, reason. */
export interface Extension {
  readonly catalogue: Catalogue;
  readonly problems: readonly string[];
}

/**
 * Adds the templates in a folder: each a folder with `template.json` and, where it has indicators of its own,
 * `indicators.tsv`, whose columns come behind all others. Nothing is changed in the catalogue that is extended.
 * @param taken names of columns that no indicator may have
 */
export function extendCatalogue(base: Catalogue, folder: string, taken: readonly string[]): Extension {
  const found = attempt(folder, () => findFolders(folder));
  if ('problem' in found) return { catalogue: base, problems: [found.problem] };
  if (found.value.length === 0)
    return { catalogue: base, problems: [`${folder}: holds no folder with a template`] };
  return found.value.reduce<Extension>(
    ({ catalogue, problems }, own) => {
      const next = addTemplate(catalogue, own, taken);
      return { catalogue: next.catalogue, problems: [...problems, ...next.problems] };
    },
    { catalogue: base, problems: [] },
  );
}

function addTemplate(base: Catalogue, files: TemplateFolder, taken: readonly string[]): Extension {
  const refused = (problems: readonly string[]) => ({ catalogue: base, problems });
  const { indicators: file } = files;
  const table = file === null ? { value: null } : attempt(file, () => readText(file));
  if ('problem' in table) return refused([table.problem]);
  const own = checkIndicators(file ?? '', table.value, base.indicators, taken);
  if (own.problems.length > 0) return refused(own.problems);
  const indicators = new Map([...base.indicators, ...own.indicators.map((row) => [row.code, row] as const)]);
  const data = attempt(files.template, () => JSON.parse(readText(files.template)) as unknown);
  if ('problem' in data) return refused([data.problem]);
  const ids = base.templates.map((template) => template.data.id);
  const { template, problems } = checkTemplate(files.template, data.value, ids, indicators);
  if (!template) return refused(problems);
  return {
    catalogue: { templates: [...base.templates, buildTemplate(template)], indicators },
    problems: [],
  };
}

/** What reading a file gives, or why it cannot be read; anything but a system's or a parser's error is a bug. */
function attempt<T>(path: string, read: () => T): { value: T } | { problem: string } {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: `${path}: is no JSON: ${error.message}` };
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { problem: `${path}: cannot be read (${code})` };
  }
}
