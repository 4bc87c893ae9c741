import { join } from 'node:path';
import { keepCorrections, keepTemplates, makeFolder, RECORDS, writeManifest } from '../bundle/folder.js';
import { hashKnowledge } from '../bundle/knowledge.js';
import type { Settings } from '../bundle/manifest.js';
import { tool } from '../tool.js';
import { exportRecords } from './export.js';
import { type ParseFlags, parse } from './parse.js';
import { readCatalogue } from './read-catalogue.js';
import type { Terminal } from './terminal.js';
import { writeChecks } from './write-checks.js';

/**
 * Parses everything named into a new folder that holds all that a reader of the figures needs: records, tables with
 * scripts that label them, checks, codebook, Data Package, status of every input, corrections, and a manifest by which
 * `verify` derives it again.
 * @returns the exit status of the run
 */
export async function bundle(
  paths: readonly string[],
  folder: string,
  flags: ParseFlags,
  settings: Settings,
  terminal: Terminal,
): Promise<0 | 1> {
  const catalogue = await readCatalogue(flags.templates);
  return makeFolder(folder, async (part) => {
    const run = { ...flags, out: join(part, RECORDS), saidOut: folder, status: join(part, 'status.csv') };
    const status = await parse(paths, run, catalogue.indicators, terminal);
    for (const shape of ['wide', 'long'] as const) {
      const table = { out: join(part, `${shape}.csv`), format: 'csv', shape, bom: true } as const;
      const labels = ['stata', 'r', 'pandas'] as const;
      const options = { ...table, labels, package: shape === 'wide' };
      await exportRecords([run.out], options, catalogue, terminal);
    }
    await writeChecks(run.out, join(part, 'checks.csv'), terminal);
    keepTemplates(part, flags.templates);
    keepCorrections(part, flags.corrections);
    await writeManifest(part, { tool, settings, knowledge: hashKnowledge(flags) });
    return status;
  });
}
