import { type Lane, startLane, type Task } from './lane.js';
import type { PageJob, PageResult, PageSettings } from './page-job.js';

/** Workers that read pages side by side. */
export interface Pool {
  /** Reads a page. One that takes too long, takes all memory or ends its worker is `failed`; its neighbours are not. */
  readonly read: (job: PageJob, onResult: (result: PageResult) => void) => void;
  readonly close: () => Promise<void>;
}

export interface PoolOptions {
  readonly jobs: number;
  /** Milliseconds that a page may take. */
  readonly pageTimeout: number;
  /** Hears why no worker can be had. */
  readonly onBroken: (error: Error) => void;
}

/** Pages that a worker has at hand, so that it need not wait for the next. */
const MOST_GIVEN = 4;

/** Starts a first worker at once, further ones when there are pages for them. */
export function createPool(settings: PageSettings, { jobs, pageTimeout, onBroken }: PoolOptions): Pool {
  const waiting: Task[] = [];
  const lanes = new Set<Lane>();
  let isOpen = true;
  const feed = () => {
    while (waiting.length > 0) {
      const lane = freest(lanes) ?? (lanes.size < jobs ? start() : undefined);
      const task = lane && waiting.shift();
      if (!task) return;
      lane.give(task);
    }
  };
  const start = () => {
    const lane = startLane(settings, { onResult: feed, onEnd: (...end) => lose(lane, ...end) });
    lanes.add(lane);
    return lane;
  };
  const lose = (lane: Lane, reason: string, wasReady: boolean) => {
    lanes.delete(lane);
    if (!isOpen) return;
    const [head, ...rest] = lane.tasks;
    if (!wasReady || (head && isNothing(head.job)))
      return onBroken(new Error(`no worker can read pages: ${reason}`));
    waiting.unshift(...(head ? [giveUp(head, reason, lane.busyFor())] : []), ...rest);
    feed();
  };
  const watch = setInterval(() => endOverdue(lanes, pageTimeout), Math.min(pageTimeout / 4, 250));
  start();
  return {
    read(job, onResult) {
      waiting.push({ job, onResult });
      feed();
    },
    async close() {
      isOpen = false;
      clearInterval(watch);
      await Promise.all([...lanes].map((lane) => lane.end('')));
    },
  };
}

/** A worker with the fewest pages at hand, where one can take more. */
function freest(lanes: Iterable<Lane>): Lane | undefined {
  return [...lanes]
    .filter((lane) => !lane.isEnding() && lane.tasks.length < MOST_GIVEN)
    .sort((a, b) => a.tasks.length - b.tasks.length)[0];
}

/** Results that came while this thread was busy are heard first: they set the clock of their lane anew. */
function endOverdue(lanes: Iterable<Lane>, pageTimeout: number): void {
  const reason = `The page took longer than ${pageTimeout / 1000} s (--page-timeout) and was given up.`;
  for (const lane of lanes)
    if (lane.busyFor() > pageTimeout)
      setImmediate(() => {
        if (lane.busyFor() > pageTimeout) void lane.end(reason);
      });
}

/** The page again, to be told as failed: its bytes are read for their hash, and where that fails too, nothing is. */
function giveUp({ job, onResult }: Task, reason: string, milliseconds: number): Task {
  const spent = job.spent + milliseconds;
  if (job.failure === null) return { job: { ...job, failure: reason, spent }, onResult };
  return { job: { ...job, file: null, bytes: null, spent }, onResult };
}

function isNothing({ failure, file, bytes }: PageJob): boolean {
  return failure !== null && file === null && bytes === null;
}
