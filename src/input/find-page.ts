import { readInputs } from './find-pages.js';
import type { InputOptions, PageInput } from './input.js';
import type { PageBytes } from './read-bytes.js';

/** A page with its bytes. */
type FoundPage = PageInput & PageBytes;

/**
 * The page that a path leads to, or the first one of this name in the folder or container that it leads to.
 * @throws where there is none, or it cannot be read
 */
export async function findPage(
  path: string,
  name: string | undefined,
  options: InputOptions,
): Promise<FoundPage> {
  for await (const input of readInputs([path], options)) {
    if (name !== undefined && input.path !== name) continue;
    if (input.kind !== 'page') throw new Error(input.reason);
    if (name === undefined && isWithin(input, path))
      throw new Error('is no single page: name one in it with --page');
    return { ...input, ...(await input.read()) };
  }
  throw new Error(`holds no page named ${name}`);
}

function isWithin({ file, container }: PageInput, path: string): boolean {
  return container !== null || (file !== null && file !== path);
}
