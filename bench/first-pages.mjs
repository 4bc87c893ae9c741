// Prints how long the first twenty pages of this process take, ms a page, with V8 set as the program sets it.
// Usage: node first-pages.mjs own|bare SIZE
import { readdirSync, readFileSync } from 'node:fs';
import { tuneEngine } from '../dist/engine.js';
import { wrapInSite } from './site-chrome.mjs';

tuneEngine();
const [what, size] = process.argv.slice(2);
const COUNT = 20;
const root = new URL('../fixtures/', import.meta.url);
const fixtures = readdirSync(root, { recursive: true })
  .filter(
    (path) => path.endsWith('page.html') && !path.startsWith('not-a-report') && !path.includes('mirror'),
  )
  .map((path) => readFileSync(new URL(path, root), 'utf8'))
  .filter((html) => html.length <= Number(size));
const texts = Array.from({ length: COUNT }, (_, i) =>
  wrapInSite(fixtures[i % fixtures.length], Number(size)),
);
const pages = what === 'own' ? texts.map((text) => Buffer.from(text)) : texts;
const run = what === 'own' ? (await import('../dist/parse.js')).parsePage : (await import('cheerio')).load;

const before = performance.now();
for (const page of pages) run(page);
console.log(((performance.now() - before) / COUNT).toFixed(3));
