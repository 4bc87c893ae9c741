import { type Pairs, pairsOf } from './pairs.js';

export { isLead } from './pairs.js';

let tables: Pairs | undefined;

export function gbk(): Pairs {
  tables ??= pairsOf('gb18030');
  return tables;
}

/** True for an ASCII character that may be the second byte of a pair. */
export function isAsciiTrail(code: number): boolean {
  return code >= 0x40 && code <= 0x7e;
}

/** The bytes of a character in the page; those of the full-width form where its width may have been folded. */
export function pairAt(code: number): number {
  const { pairOf } = gbk();
  if (code > 0x20 && code < 0x7f) return pairOf[code + 0xfee0] ?? 0;
  return pairOf[code === 0x20 ? 0x3000 : code] ?? 0;
}
