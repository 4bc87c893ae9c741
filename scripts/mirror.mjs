import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

// Damages clean pages as mirror sites do, repairs them and writes the figures into docs/repairs.md.
const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
console.log(`${values.pages} pages, seed ${values.seed}`);
const out = join(tmpdir(), 'gip-parse-mirror');
const env = { ...process.env, MIRROR_PAGES: values.pages, MIRROR_SEED: values.seed, MIRROR_OUT: out };
const run = spawnSync('npx', ['vitest', 'run', 'test/text/mirror-many.test.ts'], { env, stdio: 'inherit' });
const report = readFileSync(join(out, 'report.md'), 'utf8');
console.log(report);
const page = new URL('../docs/repairs.md', import.meta.url);
const [before, rest] = readFileSync(page, 'utf8').split('<!-- figures -->\n');
const after = rest.slice(rest.indexOf('<!-- end of figures -->'));
writeFileSync(page, `${before}<!-- figures -->\n${report}${after}`);
process.exitCode = run.status ?? 1;
