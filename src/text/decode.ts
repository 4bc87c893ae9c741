import characters from '../data/characters.json' with { type: 'json' };

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** Characters that the encoding could not read. */
  readonly broken: number;
}

const common = new Set(characters.common);
const REPLACEMENT = '\ufffd';
const SAMPLE = 65_536;

/** True where an encoding was tried on what is no text: much could not be read, and the rest makes no words. */
export function isGarbage({ text, broken }: Decoded): boolean {
  if (broken < FEWEST_BROKEN || broken * 100 < text.length) return false;
  const { han, usual } = countHan(text.slice(0, SAMPLE));
  return usual <= han * 0.3;
}

/** Fewer broken characters are a damaged page's. */
const FEWEST_BROKEN = 50;

/**
 * Bytes to characters: byte-order mark, then UTF-8 (a few broken bytes do not change the verdict), then GB18030
 * against Big5 by how plausible the text is. What the page declares only breaks ties. The mark is not in `text`.
 * @param bytes the page as it came
 * @param forced an encoding label of the WHATWG standard that overrides all of this
 * @throws RangeError where `forced` is no known label
 */
export function decode(bytes: Uint8Array, forced?: string): Decoded {
  if (forced !== undefined) return readAs(bytes, forced);
  const mark = findMark(bytes);
  if (mark !== undefined) return readAs(bytes, mark);
  const utf8 = readAs(bytes, 'utf-8');
  if (utf8.broken === 0 || isMostlyRight(utf8.text, utf8.broken)) return utf8;
  const other = chooseDoubleByte(bytes);
  const sample = sampleOf(bytes);
  return plausibility(sample, 'utf-8') >= plausibility(sample, other) ? utf8 : readAs(bytes, other);
}

function findMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Node's `gbk` is not the WHATWG's (A2E3, four-byte characters), so every GBK label is read as GB18030. */
function readAs(bytes: Uint8Array, label: string): Decoded {
  const named = new TextDecoder(label);
  const decoder = named.encoding === 'gbk' ? new TextDecoder('gb18030') : named;
  const text = decoder.decode(bytes);
  return { text, encoding: decoder.encoding, broken: countBroken(text) };
}

function countBroken(text: string): number {
  let count = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) count++;
  return count;
}

function isMostlyRight(text: string, broken: number): boolean {
  const { han, usual } = countHan(text);
  return han > 0 && broken <= Math.max(3, han * 0.02) && usual > han * 0.3;
}

function countHan(text: string): { han: number; usual: number } {
  let han = 0;
  let usual = 0;
  for (const char of text) {
    if (char < '\u4e00' || char > '\u9fff') continue;
    han++;
    if (common.has(char)) usual++;
  }
  return { han, usual };
}

function chooseDoubleByte(bytes: Uint8Array): string {
  const sample = sampleOf(bytes);
  const gb = plausibility(sample, 'gb18030');
  const big5 = plausibility(sample, 'big5');
  if (gb !== big5) return gb > big5 ? 'gb18030' : 'big5';
  return /charset\s*=\s*["']?big5/i.test(asAscii(bytes)) ? 'big5' : 'gb18030';
}

/** The part that tells encodings apart: from the first byte that is not ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const start = firstHighByte(bytes);
  return bytes.subarray(start, start + SAMPLE);
}

function firstHighByte(bytes: Uint8Array): number {
  const at = bytes.findIndex((byte) => byte >= 0x80);
  return Math.max(0, at);
}

function plausibility(bytes: Uint8Array, label: string): number {
  const { text, broken } = readAs(bytes, label);
  return countHan(text).usual - 4 * broken;
}

function asAscii(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
}
