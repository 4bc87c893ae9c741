import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { readInputs } from './input/find-pages.js';
import type { InputOptions, PageInput } from './input/input.js';
import { emptyRecord } from './model/empty-record.js';
import type { GipRecord, Status } from './model/record.js';
import type { RecordSink } from './output/sinks.js';
import type { Writer } from './output/writers.js';
import { type ParseOptions, parsePage } from './parse.js';
import { tooLarge } from './refuse.js';
import { tool } from './tool.js';

/** What a run tells its caller as it goes. */
export interface RunListener {
  /** @param file the page on disk as the call names it; null for stdin */
  readonly onRecord: (record: GipRecord, file: string | null) => void;
  readonly onProblem: (path: string, problem: string) => void;
  readonly onSkipped: (path: string) => void;
}

export interface RunOptions extends InputOptions {
  readonly paths: readonly string[];
  readonly parse: Pick<ParseOptions, 'encoding' | 'catalogue'>;
}

/** Reads every input into a record, in input order; an input that cannot be read is told and stops nothing. */
export async function* readRecords(options: RunOptions, listener: RunListener): AsyncGenerator<GipRecord> {
  for await (const input of readInputs(options.paths, options)) {
    if (input.kind === 'skipped') listener.onSkipped(input.path);
    else if (input.kind !== 'page') listener.onProblem(input.path, input.reason);
    else {
      const record = await readRecord(input, options);
      listener.onRecord(record, input.file);
      yield record;
    }
  }
}

async function readRecord(input: PageInput, { parse, maxBytes }: RunOptions): Promise<GipRecord> {
  const { path, container, url, fetchedAt, declared } = input;
  const from = { path, container, url, fetchedAt };
  try {
    const { bytes, size, sha256 } = await input.read();
    if (bytes) return parsePage(bytes, { ...parse, ...from, maxBytes, ...(declared && { declared }) });
    return emptyRecord({ ...from, sha256, bytes: size }, tool, 'too_large', tooLarge(size, maxBytes));
  } catch (error) {
    const reason = `The file could not be read: ${error instanceof Error ? error.message : String(error)}.`;
    return emptyRecord({ ...from, sha256: '', bytes: 0 }, tool, 'failed', reason);
  }
}

const UNUSABLE: ReadonlySet<Status> = new Set<Status>(['empty', 'undecodable', 'too_large', 'failed']);

/** True where the input was no page that could be read; with `strict`, where it is no parsed report. */
export function isUnusable(record: GipRecord, strict: boolean): boolean {
  return UNUSABLE.has(record.status) || (strict && record.status !== 'parsed');
}

/** Writes all records to a stream, waiting where it is full. */
export async function writeToStream(
  records: AsyncIterable<GipRecord>,
  writer: Writer,
  stream: Writable,
): Promise<void> {
  await writeAll(
    records,
    createTextSink(writer, async (text) => {
      if (text !== '' && !stream.write(text)) await once(stream, 'drain');
    }),
  );
}

/** Writes all records to a file beside the target and renames it when it is whole; an existing file is replaced. */
export async function writeToFile(
  records: AsyncIterable<GipRecord>,
  open: (file: string) => RecordSink | Promise<RecordSink>,
  target: string,
): Promise<void> {
  const isReplaceable = statSync(target, { throwIfNoEntry: false })?.isFile() ?? true;
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.part`);
  const partial = isReplaceable ? beside : target;
  try {
    await writeAll(records, await open(partial));
    if (isReplaceable) renameSync(partial, target);
  } catch (error) {
    if (isReplaceable) rmSync(partial, { force: true });
    throw error;
  }
}

async function writeAll(records: AsyncIterable<GipRecord>, sink: RecordSink): Promise<void> {
  try {
    for await (const record of records) await sink.write(record);
    await sink.close();
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}

/** Text into a file, a device or a pipe. */
export function openTextFile(writer: Writer, path: string): RecordSink {
  const file = openSync(path, 'w');
  const { write, close } = createTextSink(writer, async (text) => writeFileSync(file, text));
  const closeFile = () => closeSync(file);
  return { write, close: async () => close().then(closeFile), abandon: closeFile };
}

function createTextSink(writer: Writer, put: (text: string) => Promise<void>) {
  let before = writer.open();
  return {
    async write(record: GipRecord) {
      const piece = writer.write(record);
      if (piece === '') return;
      await put(before + piece);
      before = writer.between;
    },
    close: async () => put((before === writer.between ? '' : before) + writer.close()),
    abandon: () => {},
  };
}
