import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { type Budget, createBudget, type Limits } from './limits.js';

export type Bytes = AsyncIterable<Uint8Array>;

/** What a stream makes of the bytes: all that comes before it fails, then its error. */
export async function* transform<T>(bytes: Bytes, stream: Transform): AsyncGenerator<T> {
  let failure: unknown;
  let ended = false;
  let wake = () => {};
  const source = Readable.from(bytes, { objectMode: false });
  pipeline(source, stream, () => {});
  for (const event of ['readable', 'end', 'error', 'close'])
    stream.on(event, (error?: Error) => {
      failure ??= error;
      ended ||= event === 'end' || event === 'close';
      wake();
    });
  try {
    for (;;) {
      const chunk = stream.read();
      if (chunk !== null) yield chunk;
      else if (failure !== undefined) throw failure;
      else if (ended) return;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    stream.destroy();
    source.destroy();
  }
}

const GZIP = [0x1f, 0x8b];

/** The bytes, expanded where they are gzip whatever their name; what is expanded is counted. */
export async function* expand(bytes: Bytes, budget: Budget): AsyncGenerator<Uint8Array> {
  const [head, all] = await peek(bytes, GZIP.length);
  yield* isGzip(head) ? gunzip(all, budget) : all;
}

function isGzip(head: Uint8Array): boolean {
  return GZIP.every((byte, i) => head[i] === byte);
}

/** Expands what is gzip, and fails where it is not. */
export function gunzip(bytes: Bytes, budget: Budget): AsyncGenerator<Uint8Array> {
  return budget.meter(transform(bytes, createGunzip()));
}

const ZLIB_METHOD = 8;
const LESS_THAN = 0x3c;

/** Encodings of HTTP bodies that can be undone, by what their first bytes say. */
export const DECODERS: Readonly<Record<string, (head: Uint8Array) => Transform | null>> = {
  gzip: (head) => (isGzip(head) ? createGunzip() : null),
  'x-gzip': (head) => (isGzip(head) ? createGunzip() : null),
  br: ([first]) => (first === LESS_THAN ? null : createBrotliDecompress()),
  deflate: ([first = 0]) => {
    if (first === LESS_THAN) return null;
    return (first & 0x0f) === ZLIB_METHOD ? createInflate() : createInflateRaw();
  },
};

/** Bytes without an encoding of `DECODERS`, or as they are where they do not have it; counted also for themselves. */
export async function* unpack(
  bytes: Bytes,
  encoding: string,
  { settings, budget }: { readonly settings: Limits; readonly budget: Budget },
): AsyncGenerator<Uint8Array> {
  const [head, all] = await peek(bytes, GZIP.length);
  const decoder = head.length === 0 ? null : DECODERS[encoding]?.(head);
  if (!decoder) return yield* all;
  const own = createBudget(settings);
  yield* budget.meter(own.meter(transform(own.count(all), decoder)));
}

/** The first bytes, and all of them. */
export async function peek(bytes: Bytes, least: number): Promise<readonly [Uint8Array, Bytes]> {
  const iterator = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  let done: boolean | undefined = false;
  while (head.length < least && !done) {
    const next = await iterator.next();
    done = next.done;
    if (!next.done) head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  return [head, rest()];

  async function* rest(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head;
      if (!done) yield* { [Symbol.asyncIterator]: () => iterator };
    } finally {
      await iterator.return?.();
    }
  }
}
