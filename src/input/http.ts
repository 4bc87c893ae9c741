import { CUT_SHORT, type Cursor, createCursor } from './cursor.js';
import { type Bytes, peek, unpack } from './streams.js';

const LONGEST_LINE = 65_536;
const MOST_LINES = 1000;

/** Names, in small letters, and values. */
export type Headers = ReadonlyMap<string, string>;

/** The first line of a head and its headers; null at the end of the bytes. */
export async function readHead(cursor: Cursor): Promise<{ first: string; headers: Headers } | null> {
  let first: string | null = '';
  while (first === '') first = await readLine(cursor);
  if (first === null) return null;
  const headers = new Map<string, string>();
  let name = '';
  for (let lines = 0; lines < MOST_LINES; lines++) {
    const line = await readLine(cursor);
    if (line === null || line === '') break;
    const isFolded = /^[ \t]/.test(line);
    const colon = line.indexOf(':');
    if (!isFolded) name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    headers.set(name, isFolded ? `${headers.get(name) ?? ''} ${line.trim()}` : line.slice(colon + 1).trim());
  }
  return { first, headers };
}

async function readLine(cursor: Cursor): Promise<string | null> {
  return (await cursor.line(LONGEST_LINE))?.toString() ?? null;
}

/** The type that a head states, and its character set. */
export function readType(headers: Headers): { type: string; charset: string | null } {
  const printed = headers.get('content-type') ?? '';
  const charset = /charset\s*=\s*["']?([^\s"';,]+)/i.exec(printed)?.[1] ?? null;
  return { type: printed.split(/[;,]/, 1)[0]?.trim().toLowerCase() ?? '', charset };
}

/** The encodings of a body, the last one first. */
export function readEncodings(headers: Headers): string[] {
  const names = (headers.get('content-encoding') ?? '').toLowerCase().split(',');
  return names
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
}

type Limits = Parameters<typeof unpack>[2];

/** The body that follows a head, without the wrappings that the head states and the bytes have: crawlers take some off. */
export async function* openBody(
  cursor: Cursor,
  headers: Headers,
  limits: Limits,
): AsyncGenerator<Uint8Array> {
  let bytes: Bytes = cursor.block(Number.POSITIVE_INFINITY);
  if (/chunked/i.test(headers.get('transfer-encoding') ?? '')) bytes = await joinChunks(bytes);
  for (const encoding of readEncodings(headers)) bytes = unpack(bytes, encoding, limits);
  yield* bytes;
}

const LONGEST_SIZE = 40;

async function joinChunks(bytes: Bytes): Promise<Bytes> {
  const [head, all] = await peek(bytes, LONGEST_SIZE);
  const start = Buffer.from(head.subarray(0, LONGEST_SIZE)).toString('latin1');
  return /^[\da-f]{1,8}[ \t]*(?:;|\r?\n)/i.test(start) ? readChunks(createCursor(all)) : all;
}

async function* readChunks(cursor: Cursor): AsyncGenerator<Uint8Array> {
  for (;;) {
    const line = await readLine(cursor);
    if (line === null) throw new Error(CUT_SHORT);
    const size = Number.parseInt(line, 16);
    if (Number.isNaN(size)) throw new Error('is damaged: the size of a chunk is no number');
    if (size === 0) return;
    yield* cursor.block(size);
    await readLine(cursor);
  }
}
