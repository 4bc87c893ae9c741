import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isPageName } from './kind-of-name.js';

/**
 * The file that says what is expected of a page: `<page>.expected.json` beside it, with or without the page's ending,
 * or `expected.json` in a folder that holds this one page.
 * @returns undefined where there is none
 */
export function findExpectedFile(page: string): string | undefined {
  const own = [`${page}.expected.json`, `${page.replace(/\.[^./\\]*$/, '')}.expected.json`];
  const shared = join(dirname(page), 'expected.json');
  return own.find((file) => existsSync(file)) ?? (existsSync(shared) && isAlone(page) ? shared : undefined);
}

function isAlone(page: string): boolean {
  const pages = readdirSync(dirname(page)).filter(isPageName);
  return pages.length === 1 && pages[0] === basename(page);
}

/** A JSON file as it stands. */
export function readJsonFile(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

export function writeJsonFile(file: string, content: unknown): void {
  writeFileSync(file, `${JSON.stringify(content, null, 1)}\n`);
}
