/** The GBK bytes of a character and back; both arrays hold 0 where there is none. */
interface Gbk {
  /** Two bytes as one number, by UTF-16 code unit. */
  readonly pairOf: Uint16Array;
  /** UTF-16 code unit, by two bytes as one number. */
  readonly charOf: Uint16Array;
}

const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const NEW_LINE = 0x0a;

let tables: Gbk | undefined;

export function gbk(): Gbk {
  tables ??= buildTables();
  return tables;
}

/** True for what may be the first byte of a pair, and so can dangle. */
export function isLead(byte: number): boolean {
  return byte >= FIRST_LEAD && byte <= LAST_LEAD;
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

/** One decoding of all pairs, each on a line of its own, for some decode to two characters and some to none. */
function buildTables(): Gbk {
  const pairs: number[] = [];
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++)
    for (let trail = 0x40; trail <= LAST_LEAD; trail++) if (trail !== 0x7f) pairs.push((lead << 8) | trail);
  const bytes = new Uint8Array(pairs.length * 3);
  pairs.forEach((pair, at) => {
    bytes.set([pair >> 8, pair & 0xff, NEW_LINE], at * 3);
  });
  const chars = new TextDecoder('gb18030').decode(bytes).split('\n');
  const result = { pairOf: new Uint16Array(0x10000), charOf: new Uint16Array(0x10000) };
  pairs.forEach((pair, at) => {
    const char = chars[at] ?? '';
    const code = char.charCodeAt(0);
    if (char.length !== 1 || code === 0xfffd) return;
    result.charOf[pair] = code;
    // A few characters have two pairs (U+3000 is A1 A1 and A3 A0): the lower one is the one in use.
    result.pairOf[code] ||= pair;
  });
  return result;
}
