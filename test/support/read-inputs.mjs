// Reads the inputs behind a path and prints how many pages there were, and the megabytes held after ten collections of
// garbage on the way: the least in the first and in the second half, as decompressors are let go of late.
import { readInputs } from '../../dist/find-pages.js';

const [path, count] = process.argv.slice(2);
const held = [];
let pages = 0;
for await (const input of readInputs([path], { stdin: [], maxBytes: 1e6 })) {
  if (input.kind !== 'page') throw new Error(`${input.path}: ${input.reason}`);
  await input.read();
  if (++pages % (Number(count) / 10) !== 0) continue;
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  held.push((heapUsed + external) / 1e6);
}
process.stdout.write(JSON.stringify({ pages, early: Math.min(...held.slice(0, 5)), late: Math.min(...held.slice(5)) }));
