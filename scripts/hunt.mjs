import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeSection } from './accuracy.mjs';

// Parses made-up pages in every rendering and counts the cells that are right; the pages that fail go to --out.
// --seed takes several with commas; --write puts the figures into docs/accuracy.md, between its marks for tables.
const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
    out: { type: 'string', default: join(tmpdir(), 'gip-parse-hunt') },
    write: { type: 'boolean', default: false },
  },
});
console.log(`${values.pages} pages, seed ${values.seed}`);
mkdirSync(values.out, { recursive: true });
rmSync(join(values.out, 'report.md'), { force: true });
const env = {
  ...process.env,
  HUNT_PAGES: values.pages,
  HUNT_SEED: values.seed,
  HUNT_ONLY: values.only,
  HUNT_OUT: values.out,
};
const run = spawnSync('npx', ['vitest', 'run', 'test/hunt.test.ts', '--reporter=default'], {
  env,
  encoding: 'utf8',
});
if (!existsSync(join(values.out, 'report.md'))) console.error(run.stdout, run.stderr);
const report = readFileSync(join(values.out, 'report.md'), 'utf8');
console.log(report.slice(0, report.indexOf('### By template, rendering and damage')));
console.log(
  `${join(values.out, 'report.md')}: all combinations; ${join(values.out, 'pages')}: the smallest failures`,
);
if (run.status !== 0) console.log(run.stdout.slice(run.stdout.indexOf('FAIL')).slice(0, 3000));
if (values.write) writeSection('tables', describe(report));
process.exitCode = run.status ?? 1;

function describe(text) {
  const tables = text.slice(text.indexOf('### All'), text.indexOf('### By damage'));
  return `## Figures in tables

Made-up pages of known values: every edition of the form in every rendering (HTML with and without spans, Word's, drawn
with other elements, one cell a line, bars, tabs, Markdown, text from PDF, one line), most with one or two damages
(test/support/renderer, which has labels of its own). A cell is right where value and state are those of the page; left
where the rendering has lost whose figure it is and a message says so; missed where it is absent; warned where it is
wrong and a message or failed check names its code; silent where nothing does; spurious where the page has no such cell.
The last column counts figures of no indicator that are not in \`unmapped\`.
\`npm run test:hunt -- --pages ${values.pages} --seed ${values.seed} --write\` gives (pages are per seed):

${tables}`;
}
