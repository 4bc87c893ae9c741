import { readFileSync } from 'node:fs';

/**
 * A whole text file in UTF-8.
 * @throws where it cannot be read or is no UTF-8
 */
export function readTextFile(path: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
}
