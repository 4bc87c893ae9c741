import { type RecordLine, readRecordFiles } from '../input/read-records.js';
import type { Format, Labels, Shape } from '../model/formats.js';
import type { GipRecord } from '../model/record.js';
import type { Catalogue } from '../model/template.js';
import { collectSources } from '../output/datapackage.js';
import { writeToFile } from '../run/replace-file.js';
import { chooseSink } from './choose-sink.js';
import { loadCorrections, putCorrections } from './corrections.js';
import { shown } from './shown.js';
import type { Terminal } from './terminal.js';
import { writeLabels } from './write-labels.js';
import { describeInputs, writePackage } from './write-package.js';

export interface ExportFlags {
  readonly out: string;
  readonly format: Format;
  readonly shape: Shape;
  readonly bom: boolean;
  /** Programs for which scripts are written that load the table. */
  readonly labels?: readonly Labels[];
  /** Whether a codebook and a Data Package are written beside it. */
  readonly package?: boolean;
  /** A file of corrections. */
  readonly corrections?: string;
}

/** Formats that hold whole records, whatever their codes. */
const WHOLE: ReadonlySet<Format> = new Set<Format>(['json', 'ndjson']);

const UNKNOWN =
  'no form here has these codes, so that tables leave them out; --templates names forms of your own';

/** Writes records that were kept in another format; returns 0, or 1 where a line was no record or had unknown codes. */
export async function exportRecords(
  paths: readonly string[],
  flags: ExportFlags,
  catalogue: Catalogue,
  terminal: Pick<Terminal, 'stdin' | 'say'>,
): Promise<0 | 1> {
  let flaws = 0;
  const flaw = (text: string) => {
    flaws++;
    terminal.say(`gip-parse: ${text}`);
  };
  const corrections = await loadCorrections(flags.corrections, new Set(catalogue.indicators.keys()));
  const { put, unused } = putCorrections(corrections);
  const pages = collectSources();
  const unread = new Set<string>();
  const unknown = new Set<string>();
  const records = readRecords(paths, put, terminal.stdin, (line) => {
    if (line.kind !== 'record') {
      if (line.kind === 'unreadable') unread.add(line.path);
      flaw(`${shown(line.path)}: ${shown(line.reason)}`);
      return;
    }
    if (flags.package) pages.add(line.record.source);
    for (const { code } of line.record.values) if (!catalogue.indicators.has(code)) unknown.add(code);
  });
  await writeToFile(records, await chooseSink(flags, catalogue, terminal.say), flags.out);
  if (unknown.size > 0 && !WHOLE.has(flags.format)) flaw(`${[...unknown].join(', ')}: ${UNKNOWN}`);
  if (flags.labels) await writeLabels(flags.labels, flags, catalogue);
  if (flags.package) {
    const own = flags.corrections === undefined ? [] : [flags.corrections];
    const inputs = await describeInputs([...paths.filter((path) => !unread.has(path)), ...own]);
    await writePackage(flags, [...inputs, ...pages.sources], pages.hasKey(), catalogue);
  }
  for (const line of unused()) terminal.say(`gip-parse: ${line}`);
  return flaws > 0 ? 1 : 0;
}

/** The records of files as they come, corrected; every line is heard. */
async function* readRecords(
  paths: readonly string[],
  put: (record: GipRecord) => GipRecord,
  stdin: Terminal['stdin'],
  hear: (line: RecordLine) => void,
): AsyncGenerator<GipRecord> {
  for await (const line of readRecordFiles(paths, stdin)) {
    hear(line);
    if (line.kind === 'record') yield put(line.record);
  }
}
