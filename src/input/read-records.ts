import { createReadStream } from 'node:fs';
import { type GipRecord, recordSchema } from '../model/record.js';
import { readLines } from './lines.js';
import { reasonOf } from './reasons.js';

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
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      yield { kind: 'unreadable', path, reason: reasonOf(error) };
    }
  }
}

const OTHER_FILE = 'is no NDJSON of records: gip-parse PAGES --out records.ndjson writes such a file';

/** Whether a file of records may begin so; of any other file every line would be complained of. */
function beginsObject(line: Uint8Array): boolean {
  const text = new TextDecoder('latin1', { ignoreBOM: true }).decode(line).replace(/^\u00ef\u00bb\u00bf/, '');
  return text.trim() === '' || text.trimStart().startsWith('{');
}

async function* readRecordLines(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RecordLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const { number, bytes } of readLines(chunks, Number.POSITIVE_INFINITY)) {
    if (number === 1 && bytes && !beginsObject(bytes)) {
      yield { kind: 'unreadable', path, reason: OTHER_FILE };
      return;
    }
    const read = bytes && readRecord(bytes, decoder);
    if (typeof read === 'string') yield { kind: 'bad_line', path, reason: `line ${number} ${read}` };
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
