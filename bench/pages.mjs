// Pages and megabytes a second from bytes to a record, and the ratio to a bare cheerio.load of the decoded page.
// Both are measured in turn in this one process, after a warm-up; figures are medians of ROUNDS. Usage: npm run bench
import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { parsePage } from '../dist/parse.js';

const ROUNDS = 7;
const SIZES = [30_000, 100_000, 300_000];
const root = new URL('../fixtures/', import.meta.url);
const fixtures = readdirSync(root)
  .filter((template) => template !== 'not-a-report')
  .flatMap((template) =>
    readdirSync(new URL(`${template}/`, root)).map((name) => `${template}/${name}/page.html`),
  )
  .flatMap((path) => {
    try {
      return [readFileSync(new URL(path, root), 'utf8')];
    } catch (error) {
      if (error.code === 'ENOENT') return [];
      throw error;
    }
  });

/** The page in more of the chrome that government sites have: menus before and lists behind. */
function grow(html, bytes) {
  const missing = Math.max(0, bytes - Buffer.byteLength(html));
  const item = (i) =>
    `<li class="item-${i % 7}"><a href="/zwgk/list_${i}.html" target="_blank" title="栏目${i}"><span style="color:#333">政务公开栏目${i}</span></a></li>\n`;
  let chrome = '';
  for (let i = 0; Buffer.byteLength(chrome) < missing; i += 20)
    chrome += Array.from({ length: 20 }, (_, k) => item(i + k)).join('');
  const half = chrome.indexOf('<li', chrome.length / 2);
  const start = html.search(/<body[^>]*>/i);
  const from = start < 0 ? 0 : html.indexOf('>', start) + 1;
  const end = html.search(/<\/body>/i);
  const to = end < 0 ? html.length : end;
  return `${html.slice(0, from)}<ul class="nav">${chrome.slice(0, half)}</ul>${html.slice(from, to)}<ul class="links">${chrome.slice(half)}</ul>${html.slice(to)}`;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const time = (run) => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

console.log('size     pages   ms/page   pages/s   MB/s   ratio to cheerio.load');
for (const size of SIZES) {
  const pages = fixtures.map((html) => Buffer.from(grow(html, size)));
  const texts = pages.map((bytes) => bytes.toString('utf8'));
  const megabytes = pages.reduce((sum, bytes) => sum + bytes.length, 0) / 1e6;
  const ours = [];
  const theirs = [];
  for (let round = -2; round < ROUNDS; round++) {
    const own = time(() => pages.forEach((bytes) => void parsePage(bytes)));
    const bare = time(() => texts.forEach((text) => void load(text)));
    if (round < 0) continue;
    ours.push(own);
    theirs.push(bare);
  }
  const ms = median(ours);
  const ratio = median(ours.map((own, i) => own / theirs[i]));
  const row = [
    `${size / 1000} KB`.padEnd(8),
    String(pages.length).padStart(5),
    (ms / pages.length).toFixed(2).padStart(9),
    ((pages.length / ms) * 1000).toFixed(0).padStart(9),
    ((megabytes / ms) * 1000).toFixed(1).padStart(6),
    ratio.toFixed(2).padStart(12),
  ];
  console.log(row.join(' '));
}
