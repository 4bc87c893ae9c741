import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeSection } from './accuracy.mjs';

// Reads made-up reports in sentences and counts the figures that are right; what goes wrong is listed in --out.
// --write puts the figures into docs/accuracy.md, between its prose marks.
const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    out: { type: 'string', default: join(tmpdir(), 'gip-parse-prose') },
    write: { type: 'boolean', default: false },
  },
});
console.log(`${values.pages} pages, seed ${values.seed}`);
mkdirSync(values.out, { recursive: true });
const env = {
  ...process.env,
  PROSE_PAGES: values.pages,
  PROSE_SEED: values.seed,
  PROSE_OUT: values.out,
};
const run = spawnSync('npx', ['vitest', 'run', 'test/prose-hunt.test.ts', '--reporter=default'], {
  env,
  encoding: 'utf8',
});
const report = readFileSync(join(values.out, 'report.md'), 'utf8');
console.log(report.slice(0, report.indexOf('### By phrase')));
console.log(`${values.out}: report.md with every phrase, failures.md with the shortest failures, pages`);
if (run.status !== 0) console.log(run.stdout.slice(run.stdout.indexOf('FAIL')).slice(0, 2000));
if (values.write) writeSection('prose', describe(report));
process.exitCode = run.status ?? 1;

function describe(text) {
  const head = text.slice(0, text.indexOf('\n\n'));
  const codes = text.slice(text.indexOf('### By indicator'), text.indexOf('### By phrase'));
  return `## Figures in sentences

Made-up reports whose sentences come from phrase lists of their own (test/support/prose), written without the
patterns that read them, with figures beside them that are none: of other years, running totals, parts, plans, shares.
Precision is the share of the figures read that are right; recall, of the figures stated, those that are read right.
\`npm run test:prose -- --pages ${values.pages} --seed ${values.seed}\` gives:

${head}

${codes.trim()}`;
}
