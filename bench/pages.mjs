// From bytes to a record, against a bare cheerio.load of the decoded page: the ratio of the two in one process. Rounds of
// all pages alternate, one kind a round, each with young garbage collected before it, so that each pays for its own; the
// first rounds warm up, after WARM_PAGES pages such as a run has read before long. The median of ROUNDS for a page, and of
// all pages. Then the first pages of a process, against those of a process that only loads them, how long a cell of a small
// and of a large table takes, each in processes of their own, and where the time goes. Milliseconds by the clock: nothing
// else should run.
// Usage: npm run bench [-- simplified 100000]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { load } from 'cheerio';
import { parsePage } from '../dist/parse.js';
import { encodings, makePages, SIZES, scripts } from './make-pages.mjs';

const WARM_PAGES = 3000;
const WARM_UP = 40;
const ROUNDS = 11;
const OWN_PROCESSES = 5;
/** Cells of a table, and how often a page of it is timed. */
const TABLES = [
  { cells: 500, runs: 200 },
  { cells: 20_000, runs: 15 },
];
const [onlyScript, onlySize] = process.argv.slice(2);
const sizes = SIZES.filter((size) => onlySize === undefined || size === Number(onlySize));

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const times = (count, run) => Array.from({ length: count }, (_, i) => run(i));
const time = (run) => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

/** The number that a script beside this one prints, in a process of its own. */
function runAlone(script, ...args) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return Number(spawnSync(process.execPath, [path, ...args.map(String)], { encoding: 'utf8' }).stdout);
}

function measure(texts, encode) {
  const pages = texts.map((text) => ({ text, bytes: encode(text) }));
  const round = (run) => {
    collect({ type: 'minor' });
    return pages.map((page) => time(() => run(page)));
  };
  const rounds = times(WARM_UP + ROUNDS, () => ({
    own: round(({ bytes }) => parsePage(bytes)),
    bare: round(({ text }) => load(text)),
  })).slice(WARM_UP);
  const each = pages.map((_, i) => ({
    own: median(rounds.map((both) => both.own[i])),
    bare: median(rounds.map((both) => both.bare[i])),
  }));
  const sum = (kind) => each.reduce((total, page) => total + page[kind], 0);
  const bytes = pages.reduce((total, page) => total + page.bytes.length, 0);
  return {
    pages: pages.length,
    own: sum('own') / pages.length,
    bare: sum('bare') / pages.length,
    megabytes: bytes / 1000 / sum('own'),
    ratio: median(each.map(({ own, bare }) => own / bare)),
  };
}

const title = (script, size, encoding) =>
  `${script.padEnd(12)}${`${size / 1000} KB`.padEnd(8)}${encoding.padEnd(7)}`;
const columns = (values) => values.map((value, i) => value.padStart([6, 9, 14, 8, 8][i])).join('');

const first = makePages(SIZES[0], 'simplified').map((text) => Buffer.from(text));
for (let i = 0; i < WARM_PAGES; i++) parsePage(first[i % first.length]);

console.log('script      size    as      pages  ms/page  cheerio.load    MB/s   ratio');
for (const script of Object.keys(scripts).filter((name) => (onlyScript ?? name) === name))
  for (const size of sizes) {
    const texts = makePages(size, script);
    for (const [encoding, encode] of Object.entries(encodings)) {
      const { pages, own, bare, megabytes, ratio } = measure(texts, encode);
      const figures = [own.toFixed(2), bare.toFixed(2), megabytes.toFixed(1), ratio.toFixed(2)];
      console.log(title(script, size, encoding) + columns([String(pages), ...figures]));
    }
  }

console.log('\nThe first twenty pages of a process, ms a page');
for (const size of sizes) {
  const run = (what) => runAlone('first-pages.mjs', what, size);
  const runs = times(OWN_PROCESSES, () => ({ own: run('own'), bare: run('bare') }));
  const own = median(runs.map((both) => both.own));
  const bare = median(runs.map((both) => both.bare));
  const ratio = median(runs.map((both) => both.own / both.bare));
  const figures = [own.toFixed(2), bare.toFixed(2), '', ratio.toFixed(2)];
  console.log(title('simplified', size, 'UTF-8') + columns(['20', ...figures]));
}

const cellTimes = TABLES.map(({ cells, runs }) =>
  median(times(OWN_PROCESSES, () => runAlone('table-cells.mjs', cells, runs))),
);
console.log('\nA table, microseconds a cell');
for (const [i, { cells }] of TABLES.entries()) {
  const ratio = (cellTimes[i] / cellTimes[0]).toFixed(2);
  console.log(`${`${cells} cells`.padEnd(20)}${cellTimes[i].toFixed(2)}  ${ratio} times`);
}

console.log('\nBy stage, ms a page of simplified text in UTF-8');
const stages = new Map();
for (const size of sizes) {
  const pages = makePages(size, 'simplified').map((text) => Buffer.from(text));
  for (const bytes of pages) {
    const rounds = times(ROUNDS, () => {
      const took = {};
      let before = performance.now();
      const onStage = (stage) => {
        const after = performance.now();
        took[stage] = (took[stage] ?? 0) + after - before;
        before = after;
      };
      parsePage(bytes, { onStage });
      return took;
    });
    for (const stage of Object.keys(rounds[0])) {
      const row = stages.get(stage) ?? {};
      row[size] = (row[size] ?? 0) + median(rounds.map((took) => took[stage])) / pages.length;
      stages.set(stage, row);
    }
  }
}
console.log(''.padEnd(10) + sizes.map((size) => `${size / 1000} KB`.padStart(9)).join(''));
for (const [stage, row] of stages)
  console.log(stage.padEnd(10) + sizes.map((size) => (row[size] ?? 0).toFixed(2).padStart(9)).join(''));
