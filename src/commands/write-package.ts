import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { hashFile } from '../input/hash-files.js';
import type { Format, Shape } from '../model/formats.js';
import type { Catalogue } from '../model/template.js';
import { writeCodebookTable, writeCodebookText } from '../output/codebook-text.js';
import { describePackage, type PackageFile, type PackageSource } from '../output/datapackage.js';
import { writeText } from '../run/replace-file.js';
import { describeIndicators } from '../template/describe-indicators.js';
import { loadRules } from '../template/load.js';
import { tool } from '../tool.js';

interface Written {
  readonly out: string;
  readonly format: Format;
  readonly shape: Shape;
}

/**
 * Writes what documents a file of data beside it: `codebook.csv`, `codebook.md` and `datapackage.json`.
 * @param sources the pages, and the files of records that they were kept in
 */
export async function writePackage(
  { out, format, shape }: Written,
  sources: readonly PackageSource[],
  hasKey: boolean,
  catalogue: Catalogue,
): Promise<void> {
  const codebook = describeIndicators(catalogue);
  const templates = catalogue.templates.map(({ data }) => data);
  const beside = (name: string) => join(dirname(out), name);
  await writeText(beside('codebook.csv'), writeCodebookTable(codebook, ','));
  await writeText(beside('codebook.md'), writeCodebookText(codebook, templates));
  const made_with = {
    tool,
    templates: templates.map((template) => ({
      ...{ id: template.id, source: template.source, hash: hashOf(template) },
    })),
    rules: loadRules().map((rules) => ({ family: rules.family, hash: hashOf(rules) })),
    codebook: hashOf(codebook),
  };
  const data = { ...(await describeFile(out)), format, shape };
  const codebookFile = await describeFile(beside('codebook.csv'));
  const descriptor = describePackage({ data, codebookFile, codebook, sources, hasKey, made_with });
  await writeText(beside('datapackage.json'), `${JSON.stringify(descriptor, null, 1)}\n`);
}

async function describeFile(path: string): Promise<PackageFile> {
  const { bytes, sha256 } = await hashFile(path);
  return { path: basename(path), bytes, hash: `sha256:${sha256}` };
}

function hashOf(data: unknown): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(data)).digest('hex')}`;
}

/** The files of records as sources; what came by stdin has no name. */
export function describeInputs(paths: readonly string[]): Promise<PackageSource[]> {
  const files = paths.filter((path) => path !== '-');
  return Promise.all(
    files.map(async (path) => ({ title: basename(path), hash: `sha256:${(await hashFile(path)).sha256}` })),
  );
}
