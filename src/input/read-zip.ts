import { crc32 } from 'node:zlib';
import { fromBufferPromise, openPromise, type Entry as ZipEntry, type ZipFile } from 'yauzl';
import type { Entry, Settings, Source } from './container.js';
import { type Budget, createBudget } from './limits.js';
import { decodeName } from './names.js';
import { readBytes } from './read-bytes.js';
import { expand } from './streams.js';

/** A zip is read from its end: one that does not lie on disk is held in memory. */
const MOST_IN_MEMORY = 500_000_000;

const OPTIONS = { autoClose: false, decodeStrings: false, validateEntrySizes: false } as const;

/** Reads the files of a zip; one that nobody reads is not expanded. */
export async function* readZip(source: Source, settings: Settings, budget: Budget): AsyncGenerator<Entry> {
  const zip = await openZip(source, budget);
  try {
    for await (const entry of zip.eachEntry()) {
      const path = nameOf(entry);
      if (path.endsWith('/') || path.endsWith('\\')) continue;
      const reason = refuse(entry);
      if (reason === null) yield { kind: 'file', path, open: () => open(zip, entry, settings, budget) };
      else yield { kind: 'missing', path, reason };
    }
  } finally {
    zip.close();
  }
}

async function openZip({ file, open }: Source, budget: Budget): Promise<ZipFile> {
  if (file !== null) return openPromise(file as string, OPTIONS);
  const { bytes } = await readBytes(expand(open(), budget), MOST_IN_MEMORY);
  if (bytes === null) throw new Error(`is a zip of over ${MOST_IN_MEMORY} bytes in another: unpack that`);
  return fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), OPTIONS);
}

function refuse(entry: ZipEntry): string | null {
  if (entry.isEncrypted()) return 'is encrypted';
  return entry.canDecodeFileData()
    ? null
    : `is packed in a way that is not read (${entry.compressionMethod})`;
}

/** The bytes of a file, held to the size and checksum that the zip states. */
async function* open(
  zip: ZipFile,
  entry: ZipEntry,
  settings: Settings,
  budget: Budget,
): AsyncGenerator<Uint8Array> {
  const own = createBudget(settings);
  own.feed(entry.compressedSize);
  let size = 0;
  let sum = 0;
  for await (const chunk of budget.meter(own.meter(await zip.openReadStreamPromise(entry)))) {
    size += chunk.length;
    if (size > entry.uncompressedSize) break;
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32)
    throw new Error('is damaged: its size or checksum is wrong');
}

const UTF8_NAME = 1 << 11;
const UNICODE_PATH = 0x7075;
const VERSION_AND_SUM = 5;

/** Names are UTF-8 where the zip says so; else whatever their bytes are, which older Chinese tools wrote in GBK. */
function nameOf({ fileNameRaw, extraFields, generalPurposeBitFlag }: ZipEntry): string {
  const unicode = extraFields.find(
    ({ id, data }) => id === UNICODE_PATH && data.length > VERSION_AND_SUM,
  )?.data;
  if (unicode?.[0] === 1 && unicode.readUInt32LE(1) === crc32(fileNameRaw))
    return unicode.toString('utf8', VERSION_AND_SUM);
  return (generalPurposeBitFlag & UTF8_NAME) !== 0 ? fileNameRaw.toString() : decodeName(fileNameRaw);
}
