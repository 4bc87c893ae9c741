// Peak memory of a run over many pages against that of a run over a tenth of them, with two workers. The pages are made
// from the fixtures of up to so many bytes, each with a paragraph of its own.
// Usage: npm run bench:memory [pages, 100000 where none is named] [bytes]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [pages = '100000', most = 'Infinity'] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const fixtures = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('page.html'))
  .map((name) => readFileSync(join(root, 'fixtures', name)))
  .filter(({ length }) => length <= Number(most));

function makePages(folder, from, to) {
  for (let i = from; i < to; i++) {
    const own = join(folder, String(Math.floor(i / 1000)).padStart(3, '0'));
    if (i % 1000 === 0) mkdirSync(own, { recursive: true });
    const tail = Buffer.from(`<p>No. ${i}</p>`);
    writeFileSync(join(own, `${i}.html`), Buffer.concat([fixtures[i % fixtures.length], tail]));
  }
}

function measure(folder) {
  const watched = join(folder, '..', 'watched.json');
  const args = [
    join(root, 'bin/gip-parse.js'),
    folder,
    '-q',
    '-j',
    '2',
    '-o',
    join(folder, '..', 'data.csv'),
  ];
  const watch = ['--import', join(root, 'test/support/watch-run.mjs')];
  const started = performance.now();
  const { status } = spawnSync('node', [...watch, ...args], { env: { ...process.env, WATCH_OUT: watched } });
  if (status !== 0) throw new Error(`the run ended with ${status}`);
  const { megabytes } = JSON.parse(readFileSync(watched, 'utf8'));
  return { megabytes, seconds: (performance.now() - started) / 1000 };
}

const top = mkdtempSync(join(tmpdir(), 'gip-parse-memory-'));
try {
  const peaks = [];
  const counts = [Math.round(Number(pages) / 10), Number(pages)];
  for (const [i, count] of counts.entries()) {
    makePages(join(top, 'pages'), counts[i - 1] ?? 0, count);
    const { megabytes, seconds } = measure(join(top, 'pages'));
    peaks.push(megabytes);
    console.log(
      `${String(count).padStart(8)} pages: ${megabytes.toFixed(0)} MB, ${(count / seconds).toFixed(0)} pages a second`,
    );
  }
  console.log(`peak memory: ${(peaks[1] / peaks[0]).toFixed(2)} times`);
} finally {
  rmSync(top, { recursive: true });
}
