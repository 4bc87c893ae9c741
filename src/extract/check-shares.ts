import type { MessageSink } from '../model/messages.js';
import type { Placer } from '../model/placer.js';
import type { Indicator } from '../model/template.js';
import type { KeptValues } from './merge-values.js';
import type { ProseReading } from './prose.js';
import type { StatedShare } from './prose-shares.js';

interface Context {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly placer: Placer;
  readonly messages: MessageSink;
}

/** Reports the shares and growth rates that the counts next to them and the totals on the page do not give. */
export function checkShares(
  prose: readonly ProseReading[],
  { byRank, ranks }: KeptValues,
  context: Context,
): void {
  if (!prose.some(({ share }) => share !== undefined)) return;
  const values = ranks.flatMap((rank) => byRank[rank] ?? []);
  const totals = values.flatMap(({ value }) => (value === null || value <= 0 ? [] : [value]));
  for (const reading of prose) {
    const { code, value, share, sentence } = reading;
    if (!share) continue;
    const above = context.indicators.get(code)?.parent;
    const parent = values.findLast((one) => one.code === above)?.value;
    const wrong = share.formers
      ? findWrongGrowth(value, share, share.formers)
      : findWrongShare(value, share, [parent ?? 0, ...reading.counts, ...totals]);
    if (!wrong) continue;
    const digits = Math.max(0, Math.round(-Math.log10(share.step)));
    context.messages.add(share.formers ? 'growth_does_not_fit' : 'share_does_not_fit', {
      place: context.placer(sentence),
      codes: [code],
      with: { code, value, percent: share.percent, of: wrong.of, computed: wrong.percent.toFixed(digits) },
    });
  }
}

interface Wrong {
  readonly of: number;
  readonly percent: number;
}

/** @param wholes totals that the share may be of, the likeliest first */
function findWrongShare(value: number, share: StatedShare, wholes: readonly number[]): Wrong | undefined {
  const found = wholes.filter((of) => of > value).map((of) => ({ of, percent: (100 * value) / of }));
  const isFitting = fits(100, share) || found.some(({ percent }) => fits(percent, share));
  return isFitting ? undefined : found[0];
}

function findWrongGrowth(value: number, share: StatedShare, formers: readonly number[]): Wrong | undefined {
  const found = formers
    .filter((of) => of > 0)
    .map((of) => ({ of, percent: (100 * Math.abs(value - of)) / of }));
  return found.some(({ percent }) => fits(percent, share)) ? undefined : found[0];
}

/** One unit of the last digit is allowed. */
function fits(percent: number, share: StatedShare): boolean {
  return Math.abs(percent - share.percent) <= share.step + 1e-9;
}
