import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

// Kills runs over the fixtures at random moments (SIGKILL), goes on with them, and compares output and status with those of
// undisturbed runs, byte by byte but for the milliseconds.
const { values } = parseArgs({ options: { times: { type: 'string', default: '50' } } });
const FORMATS = ['csv', 'ndjson', 'tsv'];
const root = fileURLToPath(new URL('..', import.meta.url));
const top = mkdtempSync(join(tmpdir(), 'gip-parse-kill-'));
const call = (name, format, jobs) => {
  const out = join(top, `${name}.${format}`);
  const status = join(top, `${name}.status.ndjson`);
  const paths = [join(root, 'bin/gip-parse.js'), join(root, 'fixtures')];
  const options = ['-q', '--page-timeout', '3600', '-j', String(jobs)];
  return { out, status, args: [...paths, ...options, '-o', out, '--status', status] };
};
const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
const read = ({ out, status }) =>
  readFileSync(out, 'utf8') + readFileSync(status, 'utf8').replace(/"milliseconds":\d+/g, '');

function firstDifference(wanted, found) {
  const lines = found.split('\n');
  const at = wanted.split('\n').findIndex((line, i) => line !== lines[i]);
  return `line ${at + 1} is ${lines[at]?.slice(0, 300)}`;
}

/** Ends a run behind a number of bytes, or while it starts; true where it was not over yet. */
async function kill({ out, args }, bytes) {
  const child = spawn('node', args, { stdio: 'ignore' });
  const closed = once(child, 'close');
  while (child.exitCode === null && sizeOf(`${out}.part`) < bytes) await setTimeout(1);
  await setTimeout(Math.random() * 20);
  child.kill('SIGKILL');
  await closed;
  return !existsSync(out);
}

const wholes = FORMATS.map((format) => {
  const whole = call('whole', format, 2);
  spawnSync('node', whole.args);
  return { size: sizeOf(whole.out), text: read(whole) };
});
let killed = 0;
let same = 0;
for (let i = 0; i < Number(values.times); i++) {
  const at = i % FORMATS.length;
  const run = call('killed', FORMATS[at], 1 + (i % 3));
  const { size, text } = wholes[at];
  if (await kill(run, Math.random() * size * 0.95)) killed++;
  spawnSync('node', [...run.args, '--resume']);
  if (read(run) === text) same++;
  else console.log(`run ${i}: ${firstDifference(text, read(run))}`);
  rmSync(run.out);
}
rmSync(top, { recursive: true });
console.log(
  `${values.times} runs, ${killed} of them killed before they were whole: ${same} ended with the same bytes`,
);
process.exitCode = same === Number(values.times) ? 0 : 1;
