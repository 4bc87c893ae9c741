import { Worker } from 'node:worker_threads';
import { packagePath } from '../package-path.js';

/** More than any page within the limits of size takes. */
export const MOST_MEGABYTES = 512;

let spare: Worker | undefined;

/** Starts a worker ahead of its work, so that it loads beside this thread; the process ends also where it gets none. */
export function startSpare(): void {
  spare = start();
  spare.unref();
}

/** A worker that waits for the settings of a run, and then for pages. */
export function takeWorker(): Worker {
  const worker = spare ?? start();
  spare = undefined;
  worker.ref();
  return worker;
}

function start(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MEGABYTES };
  return new Worker(packagePath('dist/worker.js'), { resourceLimits });
}
