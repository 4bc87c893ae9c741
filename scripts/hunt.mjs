import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

// Parses made-up pages in every rendering and counts the cells that are right; the pages that fail go to --out.
const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
    out: { type: 'string', default: join(tmpdir(), 'gip-parse-hunt') },
  },
});
console.log(`${values.pages} pages, seed ${values.seed}`);
mkdirSync(values.out, { recursive: true });
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
const report = readFileSync(join(values.out, 'report.md'), 'utf8');
console.log(report.slice(0, report.indexOf('### By template, rendering and damage')));
console.log(
  `${join(values.out, 'report.md')}: all combinations; ${join(values.out, 'pages')}: the smallest failures`,
);
process.exitCode = run.status ?? 1;
