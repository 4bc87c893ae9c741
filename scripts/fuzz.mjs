import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

// Parses damaged fixtures; each must have a valid record. The seed is printed: with it, the pages are the same again.
const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
console.log(`${values.pages} pages, seed ${values.seed}`);
const env = { ...process.env, FUZZ_PAGES: values.pages, FUZZ_SEED: values.seed };
const { status } = spawnSync('npx', ['vitest', 'run', 'test/fuzz.test.ts'], { env, stdio: 'inherit' });
process.exitCode = status ?? 1;
