import { CallError } from '../model/call-error.js';
import type { Catalogue } from '../model/template.js';

/** Options by which a command takes forms of the user's own. */
export interface TemplatesFlag {
  readonly templates?: string;
}

export const TEMPLATES = 'also use the forms in this folder (docs/templates.md)';

/**
 * The tool's forms, and those of a folder where one is named: only then what checks them is loaded.
 * @throws CallError where a form of the folder cannot be used
 */
export async function readCatalogue(folder: string | undefined): Promise<Catalogue> {
  if (folder === undefined) return (await import('../template/load.js')).loadCatalogue();
  const { readExtraTemplates } = await import('../extra-templates.js');
  const { catalogue, problems } = readExtraTemplates(folder);
  if (problems.length > 0) throw new CallError(`the templates cannot be used:\n  ${problems.join('\n  ')}`);
  return catalogue;
}

/** The indicators alone, of the tool and of a folder of forms where one is named. */
export async function readIndicators(folder: string | undefined): Promise<Catalogue['indicators']> {
  if (folder !== undefined) return (await readCatalogue(folder)).indicators;
  return (await import('../template/load.js')).loadIndicators();
}
