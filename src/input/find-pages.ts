import { basename } from 'node:path';
import type { Settings } from './container.js';
import { readContainer } from './containers.js';
import { CONTAINER_DEFAULTS, type Input, type InputOptions } from './input.js';
import { kindOfName } from './kind-of-name.js';
import { readBytes } from './read-bytes.js';
import { readList, readListFile } from './read-list.js';
import { readNamed } from './read-named.js';

/**
 * Finds the inputs behind the paths given: files as they are, folders walked in sorted order, what archives and dumps hold
 * in its order, the files that a pattern matches, the paths in a list, `-` for stdin.
 */
export async function* readInputs(paths: readonly string[], options: InputOptions): AsyncGenerator<Input> {
  const settings: Settings = { ...CONTAINER_DEFAULTS, ...options };
  const folder = (path: string) => (paths.length > 1 ? basename(path) : '');
  for (const path of paths) {
    if (path === '-') yield* readStdin(settings);
    else if (kindOfName(path).kind === 'list') yield* readListFile(path, settings);
    else yield* readNamed({ path, from: '' }, { file: basename, folder }, settings);
  }
}

async function* readStdin(settings: Settings): AsyncGenerator<Input> {
  const { stdin, stdinFormat, maxBytes } = settings;
  const about = { path: '-', container: null, file: null };
  if (stdinFormat === 'page') {
    const read = () => readBytes(stdin, maxBytes);
    yield { kind: 'page', ...about, url: null, fetchedAt: null, declared: null, read };
  } else if (stdinFormat === 'list') yield* readList(stdin, '', settings);
  else
    yield* readContainer({ ...about, kind: stdinFormat, isNamed: true, open: () => stdin }, null, settings);
}
