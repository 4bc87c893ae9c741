import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Progress, progressLine, startProgress } from '../../src/commands/progress.js';
import type { Talk } from '../../src/commands/talk.js';
import type { InputRow } from '../../src/run/input-row.js';
import { toChinese } from '../../src/talk/translate.js';

const row = (status: InputRow['status']): InputRow => ({
  ...{ path: 'a.html', container: null, url: null, status, reason: '', template: null, figures: 0 },
  ...{ unmapped: 0, checksFailed: 0, messages: [], milliseconds: 1, sha256: '' },
});

/** Hears what a meter tells. */
function listen(isTerminal: boolean) {
  const lines: Progress[] = [];
  const ticks: Progress[] = [];
  const nothing = () => {};
  const talk: Talk = {
    ...{ problem: nothing, note: nothing, end: nothing, stages: nothing },
    progress: (progress) => lines.push(progress),
    ticker: isTerminal ? (progress) => ticks.push(progress) : null,
  };
  return { talk, lines, ticks };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('progress', () => {
  it('is shown at once on a terminal, and adds no lines there', async () => {
    const { talk, lines, ticks } = listen(true);
    const meter = startProgress(talk, async () => 100);
    meter.add(row('parsed'), false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ticks.at(-1)).toMatchObject({ pages: 1, total: null, failed: 0, perSecond: 1 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lines).toEqual([]);
    meter.stop();
  });

  it('adds a line now and then where no terminal shows it, and none for a short run', async () => {
    const { talk, lines } = listen(false);
    const meter = startProgress(talk, async () => 100);
    for (let i = 0; i < 20; i++) meter.add(row(i < 3 ? 'failed' : 'parsed'), false);
    for (const other of ['skipped', 'missing', 'no_pages'] as const) meter.add(row(other), false);
    await vi.advanceTimersByTimeAsync(9_900);
    expect(lines).toEqual([]);
    await vi.advanceTimersByTimeAsync(30_100);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toEqual({ pages: 20, total: 100, failed: 3, perSecond: 2, secondsLeft: 40 });
    meter.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lines).toHaveLength(4);
  });

  it('reckons the rate from what this run has read, not from what an earlier one had', async () => {
    const { talk, lines } = listen(false);
    const meter = startProgress(talk, async () => 200);
    for (let i = 0; i < 100; i++) meter.add(row('parsed'), true);
    for (let i = 0; i < 50; i++) meter.add(row('parsed'), false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(lines).toEqual([{ pages: 150, total: 200, failed: 0, perSecond: 5, secondsLeft: 10 }]);
    meter.stop();
  });

  it.each([
    [{ pages: 7, total: null, failed: 0, perSecond: 2.34, secondsLeft: null }, '7 pages, 2.3 a second'],
    [
      { pages: 1200, total: 10_000, failed: 3, perSecond: 240.2, secondsLeft: 36.6 },
      '1200 of 10000 pages, 240 a second, 37 s left, 3 failed',
    ],
    [
      { pages: 1, total: 9, failed: 0, perSecond: 1, secondsLeft: 600 },
      '1 of 9 pages, 1.0 a second, 10 min left',
    ],
    [
      { pages: 1, total: 9, failed: 0, perSecond: 1, secondsLeft: 7500 },
      '1 of 9 pages, 1.0 a second, 2 h 5 min left',
    ],
  ])('says %o in a line', (progress, line) => {
    expect(progressLine(progress, (text) => text)).toBe(line);
  });

  it('says it in Chinese', () => {
    const progress = { pages: 1200, total: 10_000, failed: 3, perSecond: 240.2, secondsLeft: 36.6 };
    expect(progressLine(progress, toChinese)).toBe('1200 / 10000 个页面，每秒 240 个，还需 37 秒，3 个失败');
  });
});
