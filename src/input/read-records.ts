import { createReadStream } from 'node:fs';
import { type GipRecord, recordSchema } from '../model/record.js';

/** What a file of records holds: a record, or a line that is none and why; or why the file cannot be read. */
export type RecordLine =
  | { readonly kind: 'record'; readonly record: GipRecord }
  | { readonly kind: 'bad_line' | 'unreadable'; readonly path: string; readonly reason: string };

/** Records from files with one a line (NDJSON), in order, one after another; `-` is stdin. */
export async function* readRecordFiles(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<RecordLine> {
  for (const path of paths) {
    try {
      yield* readRecordLines(path, path === '-' ? stdin : createReadStream(path));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      yield { kind: 'unreadable', path, reason: message };
    }
  }
}

async function* readRecordLines(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RecordLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 0;
  for await (const bytes of splitLines(chunks)) {
    line++;
    const read = readRecord(bytes, decoder);
    if (typeof read === 'string') yield { kind: 'bad_line', path, reason: `line ${line} ${read}` };
    else if (read) yield { kind: 'record', record: read };
  }
}

/** A record as it is written, unknown fields too; null of an empty line; else what is wrong with it. */
function readRecord(bytes: Uint8Array, decoder: InstanceType<typeof TextDecoder>): GipRecord | string | null {
  let json: unknown;
  try {
    const text = decoder.decode(bytes);
    if (text.trim() === '') return null;
    json = JSON.parse(text);
  } catch (error) {
    return error instanceof SyntaxError ? `is no JSON: ${error.message}` : 'is no UTF-8';
  }
  const [issue] = recordSchema.safeParse(json).error?.issues ?? [];
  return issue ? `is no record: ${issue.path.join('.')}: ${issue.message}` : (json as GipRecord);
}

const LINE_END = 0x0a;

async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, start)) {
      yield Buffer.concat([...held, chunk.subarray(start, end)]);
      held = [];
      start = end + 1;
    }
    if (start < chunk.length) held.push(chunk.subarray(start));
  }
  if (held.length > 0) yield Buffer.concat(held);
}
