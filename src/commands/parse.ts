import { withhold } from '../check/withhold.js';
import { type Format, formatOf, type Least, type Shape } from '../model/formats.js';
import type { GipRecord } from '../model/record.js';
import type { Catalogue } from '../model/template.js';
import { createWriter } from '../output/writers.js';
import { isUnusable, readRecords, writeToFile, writeToStream } from '../run.js';
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
  const writer = createWriter(
    { format, shape: flags.shape, bom: flags.bom && flags.out !== undefined },
    catalogue.indicators,
  );
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
  if (flags.out === undefined) await writeToStream(records, writer, terminal.stdout);
  else await writeToFile(records, writer, flags.out);
  for (const line of summary.lines(flags.out)) say(line);
  return unusable > 0 ? 1 : 0;
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
