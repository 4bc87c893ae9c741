// What each format of output costs for RECORDS kept records: size, time and peak memory, as ratios to writing NDJSON anew.
// The records are those of fixtures/ with other figures; each export is a process of its own. Usage: npm run bench:export
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RECORDS = Number(process.argv[2] ?? 10_000);
const root = new URL('../', import.meta.url);
const cli = new URL('bin/gip-parse.js', root).pathname;
const folder = mkdtempSync(join(tmpdir(), 'gip-export-'));
const kept = join(folder, 'kept.ndjson');
const EXPORTS = [
  ['ndjson'],
  ['json'],
  ['csv'],
  ['csv', '--shape', 'long'],
  ['parquet'],
  ['parquet', '--shape', 'long'],
  ['sqlite'],
  ['xlsx'],
];
/** Tells the peak of resident memory in kilobytes at the end of a process, behind all that it says. */
const WATCH = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS))",
)}`;

async function keepRecords() {
  const { stdout } = spawnSync(process.execPath, [cli, new URL('fixtures', root).pathname, '--quiet'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const records = stdout.trim().split('\n').map(JSON.parse);
  const file = createWriteStream(kept);
  for (let i = 0; i < RECORDS; i++) {
    const record = records[i % records.length];
    vary(record, i);
    if (!file.write(`${JSON.stringify(record)}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

/** Other paths, hashes and figures, so that no format gains from one page being like another. */
function vary(record, seed) {
  const hash = createHash('sha256').update(String(seed)).digest();
  Object.assign(record.source, { path: `${seed}/page.html`, sha256: hash.toString('hex') });
  record.values.forEach((value, i) => {
    if (value.value !== null && value.value !== 0)
      value.value = hash.readUInt16LE(i % 31) % (10 + (i % 7) * 90);
    value.place.start = seed + i * 37;
    value.place.end = value.place.start + 3;
  });
}

async function measure([format, ...options]) {
  const out = join(folder, `out.${format}`);
  const begin = performance.now();
  const child = spawn(process.execPath, ['--import', WATCH, cli, 'export', kept, '--out', out, ...options]);
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(said);
  const [, peak] = /\npeak (\d+)$/.exec(said) ?? [];
  const measured = {
    seconds: (performance.now() - begin) / 1000,
    bytes: statSync(out).size,
    peak: peak / 1024,
  };
  rmSync(out);
  return { name: [format, ...options].join(' '), ...measured };
}

try {
  await keepRecords();
  console.log(`${RECORDS} records, ${Math.round(statSync(kept).size / 1e6)} MB of NDJSON\n`);
  console.log('| export | size / NDJSON | time / NDJSON | peak memory, MB |\n| --- | --- | --- | --- |');
  let base;
  for (const options of EXPORTS) {
    const { name, seconds, bytes, peak } = await measure(options);
    base ??= { seconds, bytes };
    const ratio = (a, b) => (a / b).toFixed(3);
    console.log(
      `| ${name} | ${ratio(bytes, base.bytes)} | ${ratio(seconds, base.seconds)} | ${Math.round(peak)} |`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
