import { randomBytes } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { GipRecord } from '../model/record.js';
import type { RecordSink } from '../output/sinks.js';
import type { Writer } from '../output/writers.js';
import { isReplaceable } from './open-target.js';
import { createText } from './text-output.js';

/** Writes a whole text to a file. */
export function writeText(target: string, text: string): Promise<void> {
  return replaceFile(target, (file) => writeFileSync(file, text));
}

/** Writes all records to a file that a sink begins. */
export function writeToFile(
  records: AsyncIterable<GipRecord>,
  open: (file: string) => RecordSink | Promise<RecordSink>,
  target: string,
): Promise<void> {
  return replaceFile(target, async (file) => {
    const sink = await open(file);
    try {
      for await (const record of records) await sink.write(record);
      await sink.close();
    } catch (error) {
      await sink.abandon();
      throw error;
    }
  });
}

/** Lets a file be written beside its target and renames it when it is whole; a device or a pipe is written into. */
async function replaceFile(target: string, write: (file: string) => void | Promise<void>): Promise<void> {
  if (!isReplaceable(target)) return write(target);
  const partial = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.part`);
  try {
    await write(partial);
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** Begins a file of text. */
export async function openText(writer: Writer, path: string): Promise<RecordSink> {
  const file = openSync(path, 'w');
  const { begin, add, finish } = createText(writer, (text) => writeFileSync(file, text));
  const abandon = () => closeSync(file);
  await begin();
  return {
    write: (record) => add(Buffer.from(writer.write(record))),
    async close() {
      await finish();
      abandon();
    },
    abandon,
  };
}
