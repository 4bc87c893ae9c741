import { join } from 'node:path';
import { compareFiles, type InputDifference } from '../bundle/compare-files.js';
import { compareManifest } from '../bundle/compare-manifest.js';
import { findCorrections, findTemplates, inPassing, loadManifest, RECORDS } from '../bundle/folder.js';
import { hashKnowledge } from '../bundle/knowledge.js';
import { listFiles, type Settings } from '../bundle/manifest.js';
import { loadCorrections } from './corrections.js';
import { type ParseFlags, parse } from './parse.js';
import { readIndicators } from './read-catalogue.js';
import type { Terminal } from './terminal.js';

/** Options of the call: settings, and what the user has beside the tool's own. */
export type Given = Settings & { readonly templates?: string; readonly corrections?: string };

/**
 * Derives a bundle again and says what differs.
 * @param run how the run is done
 * @param given options that go before those of the bundle
 * @returns the exit status: 0 where all is the same, 1 where something differs
 */
export async function verify(
  folder: string,
  paths: readonly string[],
  run: ParseFlags,
  given: Given,
  terminal: Terminal,
): Promise<0 | 1> {
  const manifest = loadManifest(folder);
  const { templates = findTemplates(folder), corrections = findCorrections(folder), ...rest } = given;
  const own = { ...(templates && { templates }), ...(corrections && { corrections }) };
  const settings = { ...manifest.settings, ...rest };
  const indicators = await readIndicators(templates);
  await loadCorrections(corrections, new Set(indicators.keys()));
  const knowledge = hashKnowledge(own);
  let differences = 0;
  const tell = (line: string) => {
    differences++;
    terminal.print(`${terminal.translate(line)}\n`);
  };
  compareManifest(manifest, { settings, knowledge, files: await listFiles(folder) }).forEach(tell);
  await inPassing(async (part) => {
    const out = join(part, RECORDS);
    const flags = {
      ...run,
      ...settings,
      out,
      quiet: true,
      ...own,
    };
    await parse(paths, flags, indicators, terminal);
    for (const difference of compareFiles(join(folder, RECORDS), out)) describe(difference).forEach(tell);
  });
  if (differences === 0) terminal.print(`${terminal.translate('identical')}\n`);
  return differences === 0 ? 0 : 1;
}

function describe(difference: InputDifference): string[] {
  const { path } = difference;
  if (difference.kind === 'moved') return [`input moved: ${difference.before} → ${path}`];
  if (difference.kind !== 'changed')
    return [difference.kind === 'added' ? `input added: ${path}` : `input missing: ${path}`];
  const { isOtherPage, values, fields } = difference;
  return [
    ...(isOtherPage ? [`input changed: ${path}`] : []),
    ...values.map(({ code, was, is }) => describeValue(path, code, was, is)),
    ...(fields.length > 0 ? [`record changed: ${path}: ${fields.join(', ')}`] : []),
  ];
}

function describeValue(path: string, code: string, was: string | null, is: string | null): string {
  if (was === null) return `value added: ${path} ${code}: ${is}`;
  if (is === null) return `value missing: ${path} ${code}: ${was}`;
  return `value changed: ${path} ${code}: ${was} → ${is}`;
}
