import type { Judged } from './judge.js';
import { percent, precisionOf, printTally, recallOf, tally, totalsOf } from './tally.js';

/** The whole report: all, by indicator, by phrase, by distractor. */
export function printReport(count: number, seed: number, judged: readonly Judged[], refused: number): string {
  const isDistractor = ({ phrase }: Judged) => phrase.startsWith('d.') || phrase.startsWith('filler');
  const read = judged.filter(({ verdict }) => verdict === 'right');
  const approximate = read.filter(({ isApproximateRight }) => isApproximateRight).length / (read.length || 1);
  const totals = totalsOf(judged);
  return [
    `${count} pages, seed ${seed}: precision ${percent(precisionOf(totals))}, recall ${percent(recallOf(totals))}`,
    `pages not taken for a report, all their figures missed: ${refused}`,
    `right figures whose approximation is told right: ${percent(approximate)}`,
    '',
    printTally(
      'All',
      tally(judged, () => 'all'),
    ),
    printTally(
      'By distractor',
      tally(judged.filter(isDistractor), ({ phrase }) => phrase),
    ),
    printTally(
      'By indicator',
      tally(judged, ({ code }) => code),
    ),
    printTally(
      'By phrase',
      tally(
        judged.filter((one) => !isDistractor(one)),
        ({ phrase }) => phrase,
      ),
    ),
  ].join('\n');
}

/** Of each phrase and verdict the shortest sentence that went wrong. */
export function printFailures(judged: readonly Judged[]): string {
  const shortest = new Map<string, Judged & { times: number }>();
  for (const one of judged) {
    if (one.verdict === 'right') continue;
    const key = `${one.phrase} ${one.verdict} ${one.code}`;
    const before = shortest.get(key);
    const times = (before?.times ?? 0) + 1;
    const isShorter = !before || one.sentence.length < before.sentence.length;
    shortest.set(key, { ...(isShorter ? one : before), times });
  }
  return [...shortest.values()]
    .sort((a, b) => b.times - a.times)
    .map(
      ({ verdict, code, expected, got, phrase, sentence, times }) =>
        `${verdict} ${code} (${times}×, ${phrase}): expected ${expected}, got ${got}\n    ${sentence}\n`,
    )
    .join('\n');
}
