import { type InputRow, isPage, isUnusable } from '../run/input-row.js';
import type { Translate } from '../talk/translate.js';
import type { Talk } from './talk.js';

/** How far a run is. */
export interface Progress {
  readonly pages: number;
  /** Null where it is not known. */
  readonly total: number | null;
  readonly failed: number;
  readonly perSecond: number;
  readonly secondsLeft: number | null;
}

export interface ProgressMeter {
  /** Counts an input; `isEarlier` says that another run has read it. */
  readonly add: (row: InputRow, isEarlier: boolean) => void;
  readonly stop: () => void;
}

/** Milliseconds between two progresses where a terminal shows them, and where lines are added to a log. */
const TICK = 200;
const LINE = 10_000;
/** Milliseconds after which a run is no short one, and counting its pages is worth it. */
const SHORT = 2_000;

/**
 * Tells now and then how far a run is. A short run is told only on a terminal.
 * @param count finds out how many pages there are
 */
export function startProgress(talk: Talk, count: () => Promise<number | null>): ProgressMeter {
  const started = performance.now();
  let pages = 0;
  let earlier = 0;
  let failed = 0;
  let total: number | null = null;
  const now = (): Progress => {
    const perSecond = ((pages - earlier) * 1000) / (performance.now() - started);
    const secondsLeft = total === null || perSecond === 0 ? null : Math.max(0, total - pages) / perSecond;
    return { pages, total, failed, perSecond, secondsLeft };
  };
  const timers = [
    setInterval(() => talk.ticker?.(now()), TICK),
    setInterval(() => talk.ticker ?? talk.progress(now()), LINE),
    setTimeout(async () => {
      total = await count();
    }, SHORT),
  ];
  return {
    add(row, isEarlier) {
      if (!isPage(row)) return;
      pages++;
      if (isEarlier) earlier++;
      if (isUnusable(row, false)) failed++;
    },
    stop: () => timers.forEach(clearTimeout),
  };
}

/** “1200 of 10000 pages, 240 a second, 37 s left, 3 failed”. */
export function progressLine(
  { pages, total, failed, perSecond, secondsLeft }: Progress,
  translate: Translate,
): string {
  const pieces = [
    total === null ? `${pages} pages` : `${pages} of ${total} pages`,
    `${perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond)} a second`,
    ...(secondsLeft === null ? [] : [`${duration(secondsLeft)} left`]),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ];
  return pieces.map(translate).join(translate(', '));
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
