import { createReadStream } from 'node:fs';
import { dirname } from 'node:path';
import type { Settings } from './container.js';
import { noPage } from './disk-inputs.js';
import type { Input } from './input.js';
import { createBudget } from './limits.js';
import { readLines, withoutMark } from './lines.js';
import { readNamed } from './read-named.js';
import { reasonOf } from './reasons.js';
import { type Bytes, expand } from './streams.js';

const LONGEST_PATH = 65_536;
const COMMENT = 0x23;

/** The inputs behind the paths in a file, which lead from its folder. */
export async function* readListFile(path: string, settings: Settings): AsyncGenerator<Input> {
  try {
    yield* readList(createReadStream(path), dirname(path), settings);
  } catch (error) {
    yield noPage('missing', path, reasonOf(error));
  }
}

/** The inputs behind the paths of a list, one a line, that lead from a folder; the record calls them as the list does. */
export async function* readList(bytes: Bytes, from: string, settings: Settings): AsyncGenerator<Input> {
  const text = withoutMark(expand(bytes, createBudget(settings)));
  const asListed = (path: string) => path.replace(/\/+$/, '');
  for await (const { number, bytes: line } of readLines(text, LONGEST_PATH)) {
    if (line === null) yield noPage('missing', `#${number}`, 'is a line too long for a path');
    else if (line.toString().trim() !== '' && line[0] !== COMMENT)
      yield* readNamed({ path: line, from }, { file: asListed, folder: asListed }, settings);
  }
}
