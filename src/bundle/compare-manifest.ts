import { isDeepStrictEqual } from 'node:util';
import { tool } from '../tool.js';
import type { Manifest } from './manifest.js';

/** What a bundle's manifest says that is no longer so, a line each: its files, the tool, its data, the options. */
export function compareManifest(
  manifest: Manifest,
  { settings, knowledge, files }: Pick<Manifest, 'settings' | 'knowledge' | 'files'>,
): string[] {
  const found = new Map(files.map((file) => [file.name, file.sha256]));
  const known = new Map(manifest.files.map((file) => [file.name, file.sha256]));
  const { version } = manifest.tool;
  return [
    ...[...known].flatMap(([name, sha256]) => {
      if (!found.has(name)) return [`bundle file missing: ${name}`];
      return found.get(name) === sha256 ? [] : [`bundle file changed: ${name}`];
    }),
    ...[...found.keys()].filter((name) => !known.has(name)).map((name) => `bundle file added: ${name}`),
    ...(version === tool.version ? [] : [`tool changed: ${version} → ${tool.version}`]),
    ...differing(manifest.knowledge, knowledge).map(({ name }) => `data changed: ${name}`),
    ...differing(manifest.settings, settings).map(
      ({ name, was, is }) => `option changed: ${name}: ${JSON.stringify(was)} → ${JSON.stringify(is)}`,
    ),
  ];
}

function differing(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .map((name) => ({ name, was: before[name] ?? null, is: after[name] ?? null }))
    .filter(({ was, is }) => !isDeepStrictEqual(was, is));
}
