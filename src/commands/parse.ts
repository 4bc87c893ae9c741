import type { Writable } from 'node:stream';
import { withhold } from '../check/withhold.js';
import {
  type Format,
  formatOf,
  isTextFormat,
  type Least,
  type Shape,
  type TextFormat,
} from '../model/formats.js';
import type { GipRecord } from '../model/record.js';
import type { Catalogue } from '../model/template.js';
import { loadSink } from '../output/sinks.js';
import { createWriter } from '../output/writers.js';
import { isUnusable, openTextFile, readRecords, writeToFile, writeToStream } from '../run.js';
import { CallError } from './call-error.js';
import { createSummary } from './summary.js';
import type { Terminal } from './terminal.js';

export interface ParseFlags {
  readonly out?: string;
  readonly format?: Format;
  readonly shape: Shape;
  readonly bom: boolean;
  readonly encoding?: string;
  readonly maxBytes: number;
  /** Figures that less vouches for are left out. */
  readonly minCorroboration?: Least;
  readonly strict?: boolean;
  readonly quiet?: boolean;
}

/** Parses everything named, writes the records, and returns the exit status: 0, or 1 where an input was unusable. */
export async function parse(
  paths: readonly string[],
  flags: ParseFlags,
  catalogue: Catalogue,
  terminal: Terminal,
): Promise<0 | 1> {
  const format = flags.format ?? (flags.out === undefined ? 'ndjson' : formatOf(flags.out)) ?? 'ndjson';
  const summary = createSummary();
  let unusable = 0;
  const say = (line: string) => {
    if (!flags.quiet) terminal.say(line);
  };
  const listener = {
    onRecord(record: GipRecord) {
      summary.add(record);
      if (!flags.quiet) terminal.progress?.(`${summary.pages()} pages, ${shown(record.source.path)}`);
      if (!isUnusable(record, flags.strict === true)) return;
      unusable++;
      terminal.say(`gip-parse: ${shown(record.source.path)}: ${record.status}: ${record.reason}`);
    },
    onProblem(path: string, problem: string) {
      unusable++;
      terminal.say(`gip-parse: ${shown(path)}: ${problem}`);
    },
    onSkipped: () => summary.skip(),
  };
  const all = readRecords(
    { paths, stdin: terminal.stdin, parse: parseOptionsOf(flags, catalogue), maxBytes: flags.maxBytes },
    listener,
  );
  const records = withholdAll(all, flags.minCorroboration);
  await write(records, format, flags, catalogue.indicators, terminal.stdout);
  for (const line of summary.lines(flags.out)) say(line);
  return unusable > 0 ? 1 : 0;
}

async function write(
  records: AsyncIterable<GipRecord>,
  format: Format,
  { out, shape, bom }: ParseFlags,
  indicators: Catalogue['indicators'],
  stdout: Writable,
): Promise<void> {
  const writerFor = (text: TextFormat) =>
    createWriter({ format: text, shape, bom: bom && out !== undefined }, indicators);
  if (isTextFormat(format)) {
    const writer = writerFor(format);
    if (out === undefined) await writeToStream(records, writer, stdout);
    else await writeToFile(records, (file) => openTextFile(writer, file), out);
    return;
  }
  const open = await loadSink(format);
  if (out === undefined || !open) throw new CallError(`${format} is no text: name a file with --out`);
  await writeToFile(records, (file) => open(file, indicators), out);
}

function parseOptionsOf({ encoding }: ParseFlags, catalogue: Catalogue) {
  return encoding === undefined ? { catalogue } : { catalogue, encoding };
}

async function* withholdAll(records: AsyncIterable<GipRecord>, least?: Least): AsyncGenerator<GipRecord> {
  for await (const record of records) yield least === undefined ? record : withhold(record, least);
}

/** A file name may hold line breaks and control characters; the terminal gets none of them. */
function shown(path: string): string {
  return path.replace(/\p{Cc}/gu, (char) => `\\x${(char.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`);
}
