import { gbk } from './mirror-bytes.js';
import type { Gap, Page } from './mirror-state.js';

/** First bytes of the pairs that no standard assigns, with any second byte from A1 up. */
const INNER = [0xaa, 0xab, 0xac, 0xad, 0xae, 0xaf, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe];
const MEMORY = 4096;

/** The familiar characters with such a pair inside, of which the outer bytes are known and the character before. */
export function findGaps(page: Page, before: number, lead: number, trail: number): readonly Gap[] {
  const key = (before * 0x100 + lead) * 0x100 + trail;
  const known = page.gaps.get(key);
  if (known) return known;
  const found = INNER.flatMap((inner) => {
    const first = gbk().charOf[(lead << 8) | inner] ?? 0;
    const gain = weighFamiliar(page, before, first);
    return gain === undefined ? [] : findSeconds(page, first, trail, gain);
  });
  if (page.gaps.size >= MEMORY) page.gaps.clear();
  page.gaps.set(key, found);
  return found;
}

function findSeconds(page: Page, first: number, trail: number, gain: number): Gap[] {
  const found: Gap[] = [];
  for (let byte = 0xa1; byte <= 0xfe; byte++) {
    const second = gbk().charOf[(byte << 8) | trail] ?? 0;
    const more = weighFamiliar(page, first, second);
    if (more !== undefined) found.push({ first, second, score: gain + more });
  }
  return found;
}

/** Undefined for neighbours that neither ordinary text nor this page has. */
function weighFamiliar({ weigh }: Page, before: number, code: number): number | undefined {
  if (code === 0) return undefined;
  const weight = weigh(before, code);
  return weight > weigh(0, code) ? weight : undefined;
}
