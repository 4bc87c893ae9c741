import type { PageJob, PageResult, PageSettings } from './page-job.js';
import { MOST_MEGABYTES, takeWorker } from './spare-worker.js';

/** A page that waits for its result. */
export interface Task {
  readonly job: PageJob;
  readonly onResult: (result: PageResult) => void;
}

/** One worker and the pages that it was given, of which it reads the first. */
export interface Lane {
  readonly tasks: Task[];
  readonly give: (task: Task) => void;
  /** How long the first page has been read, in milliseconds; 0 where there is none. */
  readonly busyFor: () => number;
  /** Ends the worker at once, for this reason. */
  readonly end: (reason: string) => Promise<unknown>;
  readonly isEnding: () => boolean;
}

/** Hears of a lane: of each result, and once of its end, with the reason. */
export interface LaneListener {
  readonly onResult: () => void;
  readonly onEnd: (reason: string, wasReady: boolean) => void;
}

const MEMORY = `The page took more than ${MOST_MEGABYTES} MB of memory and was given up.`;

export function startLane(settings: PageSettings, { onResult, onEnd }: LaneListener): Lane {
  const worker = takeWorker();
  worker.postMessage(settings);
  const tasks: Task[] = [];
  let reason: string | undefined;
  let isReady = false;
  let since = 0;
  worker.on('message', (message: PageResult | 'ready') => {
    since = performance.now();
    if (message === 'ready') isReady = true;
    else tasks.shift()?.onResult(message);
    onResult();
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    reason ??= error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? MEMORY : died(error.message);
  });
  worker.on('exit', (code) => onEnd(reason ?? died(`exit code ${code}`), isReady));
  return {
    tasks,
    give(task) {
      if (tasks.length === 0) since = performance.now();
      tasks.push(task);
      worker.postMessage(task.job);
    },
    busyFor: () => (isReady && tasks.length > 0 ? performance.now() - since : 0),
    end(why) {
      reason ??= why;
      return worker.terminate();
    },
    isEnding: () => reason !== undefined,
  };
}

function died(how: string): string {
  return `The page ended the worker that read it (${how}). Please report it with the page.`;
}
