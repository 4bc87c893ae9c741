import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAnswer, makeZip } from '../support/containers.js';

const PAGES = 10_000;
const SIZE = 5000;
const page = (i: number) => Buffer.from(`<html>${i}</html>`.padEnd(SIZE, `${i} `));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gip-parse-memory-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Writes a container of so many pages and gives its name. */
const makers: Readonly<Record<string, (file: string, count: number) => Promise<string>>> = {
  async zip(file, count) {
    writeFileSync(`${file}.zip`, makeZip(numbers(count).map((i) => ({ name: `${i}.html`, data: page(i) }))));
    return `${file}.zip`;
  },
  async tar(file, count) {
    const tar = pack();
    const done = pipeline(tar, createGzip({ level: 1 }), createWriteStream(`${file}.tar.gz`));
    for (const i of numbers(count))
      await new Promise((written) => tar.entry({ name: `${i}.html` }, page(i), written));
    tar.finalize();
    await done;
    return `${file}.tar.gz`;
  },
  async jsonl(file, count) {
    writeFileSync(
      `${file}.jsonl`,
      numbers(count)
        .map((i) => `${JSON.stringify({ html: page(i).toString() })}\n`)
        .join(''),
    );
    return `${file}.jsonl`;
  },
  async csv(file, count) {
    writeFileSync(
      `${file}.csv`,
      `html\n${numbers(count)
        .map((i) => `"${page(i)}"\n`)
        .join('')}`,
    );
    return `${file}.csv`;
  },
  async warc(file, count) {
    writeFileSync(
      `${file}.warc`,
      Buffer.concat(numbers(count).map((i) => makeAnswer('u', 'HTTP/1.1 200 OK', page(i)))),
    );
    return `${file}.warc`;
  },
};

const script = join(import.meta.dirname, '../support/read-inputs.mjs');

/** How many pages a process of its own reads, and the least megabytes it holds in the first and in the second half. */
function read(file: string): { pages: number; early: number; late: number } {
  const { stdout } = spawnSync('node', ['--expose-gc', script, file, `${PAGES}`], { encoding: 'utf8' });
  return JSON.parse(stdout);
}

describe('the memory held while a container is read', () => {
  it.each(Object.entries(makers))(`does not grow over ${PAGES} pages: %s`, async (name, make) => {
    const { pages, early, late } = read(await make(join(folder, name), PAGES));
    expect(pages).toBe(PAGES);
    expect(late - early).toBeLessThan((PAGES * SIZE) / 1e6 / 10);
  });
});
