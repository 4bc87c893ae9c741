import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { DiskPath } from './disk.js';

/** The bytes of a page; of one over the limit only how many there are, and their hash. */
export interface PageBytes {
  readonly bytes: Uint8Array | null;
  readonly size: number;
  readonly sha256: string;
}

/** Reads a file or stdin, keeping no more than `limit` bytes in memory. */
export async function readBytes(
  from: DiskPath | AsyncIterable<Uint8Array>,
  limit: number,
): Promise<PageBytes> {
  const hash = createHash('sha256');
  let kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of isPath(from) ? createReadStream(from) : from) {
    const part = chunk as Uint8Array;
    hash.update(part);
    size += part.length;
    if (size <= limit) kept.push(part);
    else kept = [];
  }
  return { bytes: size <= limit ? Buffer.concat(kept) : null, size, sha256: hash.digest('hex') };
}

function isPath(from: DiskPath | AsyncIterable<Uint8Array>): from is DiskPath {
  return typeof from === 'string' || Buffer.isBuffer(from);
}
