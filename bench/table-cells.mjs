// Prints how long a page takes that is a table of so many cells, microseconds a cell: the median of RUNS after as many.
// Usage: node table-cells.mjs CELLS RUNS
import { parsePage } from '../dist/parse.js';

const [cells, runs] = process.argv.slice(2).map(Number);
const COLUMNS = 10;
const rows = Array.from(
  { length: cells / COLUMNS },
  (_, i) => `<tr><td>事项${i}</td>${'<td>12</td>'.repeat(COLUMNS - 1)}</tr>\n`,
);
const bytes = Buffer.from(`<html><body><table>${rows.join('')}</table></body></html>`);
const took = Array.from({ length: 2 * runs }, () => {
  const started = performance.now();
  parsePage(bytes);
  return performance.now() - started;
});
const sorted = took.slice(runs).sort((a, b) => a - b);
console.log(((sorted[Math.floor(runs / 2)] / cells) * 1000).toFixed(3));
