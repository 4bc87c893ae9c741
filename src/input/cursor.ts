import type { Bytes } from './streams.js';

/** Reads bytes line by line and block by block. */
export interface Cursor {
  /**
   * The next line without its end, or what is left; null at the end.
   * @throws where it is longer than `limit`
   */
  readonly line: (limit: number) => Promise<Buffer | null>;
  /** The next bytes, so many; all that are left where `length` is infinite. */
  readonly block: (length: number) => AsyncGenerator<Uint8Array>;
  /** What nobody took of the last block. */
  readonly rest: () => AsyncGenerator<Uint8Array>;
  /** Ends the reading. */
  readonly close: () => Promise<void>;
}

export const CUT_SHORT = 'is cut short';
const LINE_FEED = 10;
const RETURN = 13;

export function createCursor(bytes: Bytes): Cursor {
  const chunks = bytes[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let left = 0;
  const fill = async () => {
    const next = await chunks.next();
    if (next.done) return false;
    held = held.length === 0 ? asBuffer(next.value) : Buffer.concat([held, next.value]);
    return true;
  };
  async function* take(): AsyncGenerator<Uint8Array> {
    while (left > 0) {
      if (held.length === 0 && !(await fill())) return endOf(left);
      const part = held.subarray(0, left);
      held = held.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }
  return {
    async line(limit) {
      let end = held.indexOf(LINE_FEED);
      while (end < 0 && held.length <= limit && (await fill())) end = held.indexOf(LINE_FEED);
      if (held.length === 0) return null;
      const whole = end < 0 ? held.length : end;
      if (whole > limit) throw new Error('is damaged: there is no head where one should be');
      const line = held.subarray(0, whole);
      held = held.subarray(whole + 1);
      return line.at(-1) === RETURN ? line.subarray(0, -1) : line;
    },
    block(length) {
      left = length;
      return take();
    },
    rest: take,
    close: async () => void (await chunks.return?.()),
  };
}

/** The bytes end with so many of a block wanted. */
function endOf(left: number): void {
  if (Number.isFinite(left)) throw new Error(CUT_SHORT);
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
