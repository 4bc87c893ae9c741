import { type Extract, extract, type Header } from 'tar-stream';
import type { Entry, Settings, Source } from './container.js';
import type { Budget } from './limits.js';
import { decodeName } from './names.js';
import { type Bytes, expand } from './streams.js';

/** Names as bytes; the types do not know the first. */
const OPTIONS = { filenameEncoding: 'latin1', highWaterMark: 1 };

/** Reads the files of a tar, whatever it is packed with; one that nobody reads is passed over. */
export async function* readTar(source: Source, _: Settings, budget: Budget): AsyncGenerator<Entry> {
  const tar = extract(OPTIONS);
  const fed = feed(expand(source.open(), budget), tar);
  try {
    for await (const stream of tar) {
      const { type } = stream.header;
      const path = nameOf(stream.header);
      if (type === 'file' || type === 'contiguous-file')
        yield { kind: 'file', path, open: () => stream as Bytes };
      else if (type !== 'directory') yield { kind: 'skipped', path, reason: `is no file (${type})` };
      stream.resume();
    }
  } finally {
    tar.destroy();
    await fed;
  }
}

/** Hands the bytes over one by one: what comes before an error is read before it is told. */
async function feed(bytes: Bytes, tar: Extract): Promise<void> {
  const close = new Promise<void>((resolve) => void tar.on('close', resolve));
  const drain = () => new Promise<void>((resolve) => void tar.once('drain', resolve));
  try {
    for await (const chunk of bytes) {
      if (!tar.write(chunk)) await Promise.race([drain(), close]);
      if (tar.destroyed) return;
    }
    tar.end(undefined);
  } catch (error) {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Names of old archives are in the encoding of their maker; those of newer ones are UTF-8 apart. */
function nameOf({ name, pax }: Header): string {
  return (pax as { readonly path?: string } | undefined)?.path === undefined
    ? decodeName(Buffer.from(name, 'latin1'))
    : name;
}
