import { join } from 'node:path';
import { hashFiles, namesUnder } from '../input/hash-files.js';
import { packagePath } from '../package-path.js';
import { findFolders } from '../template/load.js';
import { tool } from '../tool.js';
import type { PageSettings } from './page-job.js';

/** What decides how pages are read: where two runs agree in it, the same page gives the same record. */
export function readingOf({ encoding, maxBytes, templates }: PageSettings) {
  return {
    version: tool.version,
    code: hashFolder(packagePath('dist/')),
    data: hashFolder(packagePath('src/data/')),
    templates: templates === null ? null : hashTemplates(templates),
    encoding,
    maxBytes,
  };
}

function hashFolder(folder: string): string {
  return hashFiles(
    folder,
    namesUnder(folder).map((name) => join(folder, name)),
  );
}

/** Of the files that are read as templates, wherever links to them lead. */
function hashTemplates(folder: string): string {
  const files = findFolders(folder).flatMap(({ template, indicators }) => [template, indicators ?? []]);
  return hashFiles(folder, files.flat());
}
