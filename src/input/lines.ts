import { type Bytes, peek } from './streams.js';

/** A line of bytes without its end; null where it is longer than the limit. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly bytes: Buffer | null;
}

const LINE_FEED = 10;
const RETURN = 13;

/** The lines of a text, of which none is held that is longer than `limit`. */
export async function* readLines(bytes: Bytes, limit: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  const add = (part: Uint8Array) => {
    size += part.length;
    if (size <= limit) parts.push(part);
    else parts = [];
  };
  const take = (): Line => {
    const line = size > limit ? null : Buffer.concat(parts);
    parts = [];
    size = 0;
    return { number: ++number, bytes: line?.at(-1) === RETURN ? line.subarray(0, -1) : line };
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, end));
      from = end + 1;
      yield take();
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (size > 0) yield take();
}

const MARKS = [
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
];

/** The bytes of a text without its byte-order mark, in UTF-8 where that says that they are in UTF-16. */
export async function* withoutMark(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const [head, all] = await peek(bytes, 3);
  const mark = MARKS.find((one) => one.bytes.every((byte, i) => head[i] === byte));
  if (mark === undefined) return yield* all;
  const decoder = new TextDecoder(mark.encoding);
  for await (const chunk of all) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
