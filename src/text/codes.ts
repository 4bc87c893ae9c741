/** Room that is kept from page to page, in code units; longer texts have their own. */
const KEPT = 1 << 20;
const kept = Buffer.allocUnsafeSlow(KEPT * 2);

/**
 * The code units of a text as numbers, with one more behind them that is 0: in a large loop these are read in half the
 * time of `charCodeAt`. They hold until the codes of another text are asked for.
 */
export function codesOf(text: string): Uint16Array {
  const room = text.length < KEPT ? kept : Buffer.allocUnsafeSlow(text.length * 2 + 2);
  room.write(text, 'utf16le');
  const codes = new Uint16Array(room.buffer, 0, text.length + 1);
  codes[text.length] = 0;
  return codes;
}

/** A set of code units, a bit for each: it stays in the processor's nearest memory, which a byte for each would not. */
export type CodeSet = Uint32Array;

export function createCodeSet(): CodeSet {
  return new Uint32Array(0x10000 / 32);
}

export function addCode(set: CodeSet, code: number): void {
  set[code >> 5] = (set[code >> 5] ?? 0) | (1 << (code & 31));
}

export function hasCode(set: CodeSet, code: number): boolean {
  return (((set[code >> 5] ?? 0) >>> (code & 31)) & 1) !== 0;
}
