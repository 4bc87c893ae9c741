import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { DiskPath } from './disk.js';

/** The bytes of a page; of one over the limit only how many there are, and their hash. */
export interface PageBytes {
  readonly bytes: Uint8Array | null;
  readonly size: number;
  readonly sha256: string;
}

/** Bytes that are looked at together where a file is larger than it may be, or than it was. */
const CHUNK = 65_536;

/** Reads a regular file or stdin, keeping no more than `limit` bytes in memory. */
export async function readBytes(
  from: DiskPath | AsyncIterable<Uint8Array>,
  limit: number,
): Promise<PageBytes> {
  const hash = createHash('sha256');
  let kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of isPath(from) ? readChunks(from, limit) : from) {
    const part = chunk as Uint8Array;
    hash.update(part);
    size += part.length;
    if (size <= limit) kept.push(part);
    else kept = [];
  }
  return { bytes: size <= limit ? join(kept) : null, size, sha256: hash.digest('hex') };
}

function isPath(from: DiskPath | AsyncIterable<Uint8Array>): from is DiskPath {
  return typeof from === 'string' || Buffer.isBuffer(from);
}

function join([first, ...rest]: readonly Uint8Array[]): Uint8Array {
  return first && rest.length === 0 ? first : Buffer.concat(first ? [first, ...rest] : rest);
}

/**
 * A file, in one chunk where it may be kept. It waits for the disk: a stream takes about ten times as long for a page, on
 * other threads and in turns of the event loop.
 */
function* readChunks(path: DiskPath, limit: number): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const most = size <= limit ? size : 0;
    for (let done = 0; ; ) {
      const chunk = Buffer.allocUnsafeSlow(done <= most ? most - done + 1 : CHUNK);
      const length = readSync(file, chunk);
      if (length === 0) return;
      done += length;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
