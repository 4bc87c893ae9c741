import { Readable } from 'node:stream';
import { crc32, deflateRawSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { readInputs } from '../../src/input/find-pages.js';
import type { ContainerOptions, Input } from '../../src/input/input.js';

/** An input as the tests compare it: a page with its text, or what is said of something else. */
export interface Seen {
  readonly kind: string;
  readonly path: string;
  readonly container: string | null;
  readonly text?: string;
  readonly reason?: string;
}

interface Options extends Partial<ContainerOptions> {
  readonly stdin?: Uint8Array;
  readonly maxBytes?: number;
  /** Pages that are not asked for. */
  readonly leave?: (path: string) => boolean;
}

/** All inputs behind the paths, read in their order. */
export async function see(paths: readonly string[], options: Options = {}): Promise<Seen[]> {
  const { leave = () => false, stdin = new Uint8Array(), maxBytes = 1_000_000, ...containers } = options;
  const seen: Seen[] = [];
  for await (const input of readInputs(paths, { ...containers, stdin: Readable.from([stdin]), maxBytes }))
    seen.push(await lookAt(input, leave(input.path)));
  return seen;
}

async function lookAt(input: Input, leave: boolean): Promise<Seen> {
  const { kind, path, container } = input;
  if (input.kind !== 'page') return { kind, path, container, reason: input.reason };
  if (leave) return { kind: 'left', path, container };
  try {
    const { bytes, size } = await input.read();
    return { kind, path, container, text: bytes === null ? `${size} bytes` : Buffer.from(bytes).toString() };
  } catch (error) {
    return { kind: 'failed', path, container, reason: (error as Error).message };
  }
}

/** A file in a zip; sizes, checksum and flags may lie. */
export interface ZipMember {
  readonly name: string | Buffer;
  readonly data: string | Buffer;
  readonly flags?: number;
  readonly method?: number;
  readonly size?: number;
  readonly sum?: number;
  readonly extra?: Buffer;
}

export const UTF8_FLAG = 1 << 11;

/** A zip with its members as they are described (APPNOTE.TXT 4.3). */
export function makeZip(members: readonly ZipMember[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, flags = 0, method = 8, size, sum, extra = Buffer.alloc(0) } of members) {
    const plain = Buffer.from(data as string);
    const packed = method === 8 ? deflateRawSync(plain) : plain;
    const own = Buffer.from(name as string);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(sum ?? crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size ?? plain.length, 18);
    common.writeUInt16LE(own.length, 22);
    common.writeUInt16LE(extra.length, 24);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, own, extra, packed]);
    const behind = Buffer.alloc(14);
    behind.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), common, behind, own, extra]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006'), end]);
}

/** A tar of files by name. */
export async function makeTar(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const tar = pack();
  for (const [name, data] of Object.entries(files)) tar.entry({ name }, data);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A record of a WARC. */
export function makeWarcRecord(headers: Readonly<Record<string, string>>, block: Buffer): Buffer {
  const lines = Object.entries({ ...headers, 'Content-Length': `${block.length}` }).map((pair) =>
    pair.join(': '),
  );
  return Buffer.concat([
    Buffer.from(`WARC/1.0\r\n${lines.join('\r\n')}\r\n\r\n`),
    block,
    Buffer.from('\r\n\r\n'),
  ]);
}

/** The record of an answer of a server. */
export function makeAnswer(url: string, head: string, body: string | Buffer): Buffer {
  const block = Buffer.concat([
    Buffer.from(`${head.replaceAll('\n', '\r\n')}\r\n\r\n`),
    Buffer.from(body as string),
  ]);
  const type = 'application/http; msgtype=response';
  return makeWarcRecord(
    {
      'WARC-Type': 'response',
      'WARC-Target-URI': url,
      'WARC-Date': '2024-03-01T08:00:00Z',
      'Content-Type': type,
    },
    block,
  );
}
