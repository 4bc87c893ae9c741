import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { parsePage } from '../dist/parse.js';
import { wrapInSite } from './site-chrome.mjs';

register('./load-ts.mjs', import.meta.url);
const { damage, toTraditional } = await import('../test/support/mirror-damage.ts');
const { encode } = createRequire(import.meta.url)('iconv-lite');

export const SIZES = [30_000, 100_000, 300_000];
/** A fixture may be this much larger than the size that is asked for. */
const OVER = 1.15;
/** As many characters get a reading on real mirrors. */
const ANNOTATED = 40;

const root = new URL('../fixtures/', import.meta.url);
/** Reports in HTML and simplified characters, as they are without the chrome of a site. */
const fixtures = readdirSync(root, { recursive: true })
  .filter((path) => path.endsWith('page.html') && !path.startsWith('not-a-report'))
  .map((path) => readFileSync(new URL(path, root)))
  .filter((bytes) => parsePage(bytes).text.script === 'simplified')
  .map((bytes) => bytes.toString('utf8'));

/** What is done to a page in simplified characters. */
export const scripts = {
  simplified: (text) => text,
  traditional: toTraditional,
  mirrored: (text, seed) => damage(toTraditional(text), { seed, annotated: ANNOTATED, fold: true }).damaged,
};

/** Decoded pages of about this size in the chrome of sites. */
export function makePages(size, script) {
  return fixtures
    .filter((html) => Buffer.byteLength(html) <= size * OVER)
    .map((html, seed) => scripts[script](wrapInSite(html, size), seed));
}

export const encodings = { 'UTF-8': (text) => Buffer.from(text), GBK: (text) => encode(text, 'gb18030') };
