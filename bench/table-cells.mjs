// Prints how long a page takes that is a table of so many cells, microseconds a cell: the median of RUNS, after as many
// and after WARM_UP pages of a small table, so that a large one is not what the program is compiled on.
// Usage: node table-cells.mjs CELLS RUNS
import { parsePage } from '../dist/parse.js';

const [cells, runs] = process.argv.slice(2).map(Number);
const COLUMNS = 10;
const WARM_UP = 400;
const SMALL = 500;

function makePage(count) {
  const rows = Array.from(
    { length: count / COLUMNS },
    (_, i) => `<tr><td>事项${i}</td>${'<td>12</td>'.repeat(COLUMNS - 1)}</tr>\n`,
  );
  return Buffer.from(`<html><body><table>${rows.join('')}</table></body></html>`);
}

const small = makePage(SMALL);
for (let i = 0; i < WARM_UP; i++) parsePage(small);
const page = makePage(cells);
const took = Array.from({ length: 2 * runs }, () => {
  const started = performance.now();
  parsePage(page);
  return performance.now() - started;
});
const sorted = took.slice(runs).sort((a, b) => a - b);
console.log(((sorted[Math.floor(runs / 2)] / cells) * 1000).toFixed(3));
