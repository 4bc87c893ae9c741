// Makes so many megabytes of mixed containers with known contents, reads them, and compares what comes out.
//   node scripts/make-containers.mjs --megabytes 1000 [--out DIR]
// Without --out they are made in a temporary folder and removed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import yazl from 'yazl';

const root = join(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '100' },
    out: { type: 'string' },
  },
});

const PAGES_EACH = 200;
const fixtures = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page.html'))
  .sort()
  .map((file) => readFileSync(join(root, 'fixtures', file)));

/** Page n: a fixture with a script of its own behind it, as sites have, so that no two are alike. */
function page(n) {
  const script = createHash('shake256', { outputLength: 10_000 + (n % 7) * 7_000 })
    .update(`${n}`)
    .digest('base64');
  return Buffer.concat([fixtures[n % fixtures.length], Buffer.from(`<script>/*${script}*/</script>`)]);
}

const url = (n) => `http://www.example.gov.cn/zfxxgk/${n}.html`;
const record = (headers, block) =>
  Buffer.concat([
    Buffer.from(`WARC/1.0\r\n${headers}\r\nContent-Length: ${block.length}\r\n\r\n`),
    block,
    Buffer.from('\r\n\r\n'),
  ]);

function answer(n, status, bytes) {
  const head = `HTTP/1.1 ${status} X\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n`;
  const about = `WARC-Type: response\r\nWARC-Target-URI: ${url(n)}\r\nContent-Type: application/http`;
  return record(about, Buffer.concat([Buffer.from(head), gzipSync(bytes, { level: 1 })]));
}

/** Each kind writes pages first to first + PAGES_EACH - 1 and returns what else it holds. */
const kinds = {
  async zip(file, numbers) {
    const zip = new yazl.ZipFile();
    for (const n of numbers) zip.addBuffer(page(n), `dir/${n}.html`, { compress: n % 2 === 0 });
    zip.addBuffer(Buffer.from('x'), 'photo.jpg');
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(`${file}.zip`));
    return { skipped: 1 };
  },
  async tar(file, numbers) {
    const tar = pack();
    const done = pipeline(tar, createWriteStream(`${file}.tar`));
    for (const n of numbers) tar.entry({ name: `${n}.html` }, page(n));
    tar.entry({ name: 'notes.doc' }, 'x');
    tar.finalize();
    await done;
    return { skipped: 1 };
  },
  async jsonl(file, numbers) {
    const line = (n) =>
      n % 2 ? { url: url(n), html: page(n).toString() } : { link: url(n), body: page(n).toString('base64') };
    const lines = Array.from(numbers, (n) => JSON.stringify(line(n)));
    writeFileSync(`${file}.jsonl`, `${lines.join('\n')}\n{"html":"cut`);
    return { missing: 1 };
  },
  async csv(file, numbers) {
    const rows = Array.from(numbers, (n) => `${url(n)},"${page(n).toString().replaceAll('"', '""')}"`);
    writeFileSync(`${file}.csv`, `url,html\n${rows.join('\n')}\n${url(0)},\n`);
    return { empty: 1 };
  },
  async warc(file, numbers) {
    const records = [
      record('WARC-Type: warcinfo', Buffer.from('x: y')),
      ...Array.from(numbers, (n) => answer(n, 200, page(n))),
    ];
    writeFileSync(`${file}.warc`, Buffer.concat([...records, answer(0, 404, Buffer.from('x'))]));
    return { skipped: 1 };
  },
  async gz(file, numbers) {
    mkdirSync(file);
    for (const n of numbers) writeFileSync(join(file, `${n}.html.gz`), gzipSync(page(n), { level: 1 }));
    writeFileSync(join(file, 'cut.html.gz'), gzipSync(page(0)).subarray(0, 5000));
    return { failed: 1 };
  },
};

async function make(folder, megabytes) {
  const expected = { pages: 0, skipped: 0, missing: 0, empty: 0, failed: 0 };
  let size = 0;
  for (let i = 0; size < megabytes * 1e6; i++) {
    const [kind, write] = Object.entries(kinds)[i % Object.keys(kinds).length];
    const file = join(folder, `${String(i).padStart(5, '0')}-${kind}`);
    const numbers = Array.from({ length: PAGES_EACH }, (_, n) => i * PAGES_EACH + n);
    const more = await write(file, numbers);
    expected.pages += PAGES_EACH;
    for (const [what, count] of Object.entries(more)) expected[what] += count;
    size = sizeOf(folder);
  }
  return { expected, megabytes: Math.round(size / 1e6) };
}

function sizeOf(folder) {
  return readdirSync(folder, { recursive: true }).reduce(
    (sum, file) => sum + statSync(join(folder, file)).size,
    0,
  );
}

async function parseAll(folder) {
  const watched = join(tmpdir(), `gip-parse-watched-${process.pid}.json`);
  const child = spawn(
    process.execPath,
    ['--import', join(root, 'test/support/watch-run.mjs'), join(root, 'bin/gip-parse.js'), folder],
    { env: { ...process.env, WATCH_OUT: watched }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const found = { pages: 0, skipped: 0, missing: 0, empty: 0, failed: 0 };
  let problems = 0;
  const ended = once(child, 'close');
  createInterface(child.stderr).on('line', (line) => {
    if (line.startsWith('gip-parse: ')) problems++;
    found.skipped = Number(/(\d+) other files skipped/.exec(line)?.[1] ?? found.skipped);
  });
  for await (const line of createInterface(child.stdout)) {
    const { status } = JSON.parse(line);
    found[status === 'empty' || status === 'failed' ? status : 'pages']++;
  }
  await ended;
  found.missing = problems - found.empty - found.failed;
  const peak = JSON.parse(readFileSync(watched, 'utf8')).megabytes;
  rmSync(watched);
  return { found, peak };
}

const folder = options.out ?? mkdtempSync(join(tmpdir(), 'gip-parse-containers-'));
mkdirSync(folder, { recursive: true });
try {
  const { expected, megabytes } = await make(folder, Number(options.megabytes));
  console.log(`${megabytes} MB in ${folder}`);
  const begun = performance.now();
  const { found, peak } = await parseAll(folder);
  console.table({ expected, found });
  console.log(
    `${Math.round((performance.now() - begun) / 1000)} s, at most ${Math.round(peak)} MB of memory`,
  );
  if (JSON.stringify(found) !== JSON.stringify(expected)) process.exitCode = 1;
} finally {
  if (options.out === undefined) rmSync(folder, { recursive: true });
}
