import { parentPort } from 'node:worker_threads';
import type { PageJob, PageSettings } from './page-job.js';
import { createPageReader } from './read-page.js';

/** The program of a worker: takes the settings of a run, says when it is ready, and answers each page, in the order given. */
parentPort?.once('message', (settings: PageSettings) => {
  const reader = createPageReader(settings);
  let last = reader.then(() => parentPort?.postMessage('ready'));
  parentPort?.on('message', (job: PageJob) => {
    last = last.then(async () => {
      const read = await reader;
      const result = await read(job);
      parentPort?.postMessage(result, [result.output.buffer as ArrayBuffer]);
    });
  });
});
