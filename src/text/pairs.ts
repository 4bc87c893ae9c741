import data from '../data/encodings.json' with { type: 'json' };

/** The two-byte characters of an encoding and back; both arrays hold 0 where there is none. */
export interface Pairs {
  /** Two bytes as one number, by UTF-16 code unit. */
  readonly pairOf: Uint16Array;
  /** UTF-16 code unit, by two bytes as one number. */
  readonly charOf: Uint16Array;
}

const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const NEW_LINE = 0x0a;
const tables = new Map<string, Pairs>();

/** @param encoding `gb18030` or `big5` */
export function pairsOf(encoding: string): Pairs {
  const known = tables.get(encoding);
  if (known) return known;
  const built = buildTables(encoding);
  tables.set(encoding, built);
  return built;
}

/** True for what may be the first byte of a pair. */
export function isLead(byte: number): boolean {
  return byte >= FIRST_LEAD && byte <= LAST_LEAD;
}

/** One decoding of all pairs, each on a line of its own, for some decode to two characters and some to none. */
function buildTables(encoding: string): Pairs {
  const pairs: number[] = [];
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++)
    for (let trail = 0x40; trail <= LAST_LEAD; trail++) if (trail !== 0x7f) pairs.push((lead << 8) | trail);
  const bytes = new Uint8Array(pairs.length * 3);
  pairs.forEach((pair, at) => {
    bytes.set([pair >> 8, pair & 0xff, NEW_LINE], at * 3);
  });
  const text = new TextDecoder(encoding).decode(bytes);
  const chars = (encoding === 'big5' ? readHongKong(text) : text).split('\n');
  const result = { pairOf: new Uint16Array(0x10000), charOf: new Uint16Array(0x10000) };
  pairs.forEach((pair, at) => {
    const char = chars[at] ?? '';
    const code = char.charCodeAt(0);
    if (char.length !== 1 || code === 0xfffd) return;
    result.charOf[pair] = code;
    // A few characters have two pairs (U+3000 is A1 A1 and A3 A0 in GBK): the lower one is the one in use.
    result.pairOf[code] ||= pair;
  });
  return result;
}

const privateUse = /[\ue000-\uf8ff]/g;
const hongKong = new Map(
  Array.from({ length: data.hong_kong.length / 2 }, (_, at) => [
    data.hong_kong.charAt(2 * at),
    data.hong_kong.charAt(2 * at + 1),
  ]),
);

/** Node reads Big5 without Hong Kong's extension, which is part of the WHATWG's Big5: its characters are private to Node. */
export function readHongKong(text: string): string {
  return text.replace(privateUse, (char) => hongKong.get(char) ?? char);
}
