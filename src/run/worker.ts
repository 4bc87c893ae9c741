import { parentPort, workerData } from 'node:worker_threads';
import type { PageJob, PageSettings } from './page-job.js';
import { createPageReader } from './read-page.js';

/** The program of a worker: says when it is ready, then answers each page with its result, in the order given. */
const read = await createPageReader(workerData as PageSettings);
parentPort?.postMessage('ready');
let last = Promise.resolve();
parentPort?.on('message', (job: PageJob) => {
  last = last.then(async () => {
    const result = await read(job);
    parentPort?.postMessage(result, [result.output.buffer as ArrayBuffer]);
  });
});
