// How much faster two workers are than one: whole runs over the same pages in turn, medians. Usage: npm run bench:workers
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROUNDS = 3;
/** Some 18,000 files: in a shorter run what each worker compiles for itself weighs more. */
const COPIES = 320;
const root = fileURLToPath(new URL('..', import.meta.url));
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Seconds that a run takes, from start to end of its process. */
function time(paths, jobs) {
  const started = performance.now();
  const args = [join(root, 'bin/gip-parse.js'), ...paths, '-q', '-j', String(jobs)];
  spawnSync('node', args, { stdio: 'ignore' });
  return (performance.now() - started) / 1000;
}

const top = mkdtempSync(join(tmpdir(), 'gip-parse-workers-'));
try {
  for (let i = 0; i < COPIES; i++) cpSync(join(root, 'fixtures'), join(top, String(i)), { recursive: true });
  const rounds = Array.from({ length: ROUNDS }, () => [time([top], 1), time([top], 2)]);
  const [one, two] = [0, 1].map((at) => median(rounds.map((round) => round[at])));
  const ratio = median(rounds.map(([a, b]) => a / b));
  console.log(
    `one worker ${one.toFixed(2)} s, two workers ${two.toFixed(2)} s: ${ratio.toFixed(2)} times as fast`,
  );
} finally {
  rmSync(top, { recursive: true });
}
