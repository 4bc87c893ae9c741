import type { Format } from '../model/formats.js';
import { collectSources } from '../output/datapackage.js';
import { isPage } from '../run/input-row.js';
import { type ParseFlags, parse } from './parse.js';
import { readCatalogue } from './read-catalogue.js';
import type { Terminal } from './terminal.js';
import { describeInputs, writePackage } from './write-package.js';

/** Parses everything named into a file, and writes a codebook and a Data Package beside it; returns what `parse` does. */
export async function parseWithPackage(
  paths: readonly string[],
  flags: ParseFlags,
  { out, format }: { readonly out: string; readonly format: Format },
  terminal: Terminal,
): Promise<0 | 1> {
  const catalogue = await readCatalogue(flags.templates);
  const pages = collectSources();
  const status = await parse(paths, flags, catalogue.indicators, terminal, (row) => {
    if (isPage(row)) pages.add(row);
  });
  const corrections = await describeInputs(flags.corrections === undefined ? [] : [flags.corrections]);
  const table = { out, format, shape: flags.shape };
  await writePackage(table, [...corrections, ...pages.sources], pages.hasKey(), catalogue);
  return status;
}
