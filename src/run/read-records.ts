import { readInputs } from '../input/find-pages.js';
import type { InputOptions } from '../input/input.js';
import type { GipRecord } from '../model/record.js';
import type { PageSettings } from './page-job.js';
import { letGo, readInWorkers, type WorkersOptions } from './read-in-workers.js';

/** What reading tells its caller as it goes, in input order. */
export interface RecordListener {
  /** @param file the page on disk as the call names it; null for stdin */
  readonly onRecord: (record: GipRecord, file: string | null) => void;
  readonly onProblem: (path: string, problem: string) => void;
}

export interface RecordOptions extends Omit<WorkersOptions, 'pages'> {
  readonly paths: readonly string[];
  readonly input: InputOptions;
  readonly encoding: string | null;
  /** A folder of forms beside the tool's own. */
  readonly templates: string | null;
}

/** Reads every input into a record; an input that cannot be read is told and stops nothing, one that is passed over is not told. */
export async function readRecords(options: RecordOptions, listener: RecordListener): Promise<void> {
  const { paths, input, encoding, templates } = options;
  const own = { corrections: [], leastCorroboration: null, lang: 'en', cache: null } as const;
  const pages: PageSettings = {
    ...{ encoding, templates, maxBytes: input.maxBytes, text: null, profile: false },
    ...own,
  };
  const inputs = readInputs(paths, input);
  const decoder = new TextDecoder();
  try {
    for await (const { row, file, output } of readInWorkers(inputs, { ...options, pages })) {
      if (output) listener.onRecord(JSON.parse(decoder.decode(output)), file);
      else if (row.status !== 'skipped') listener.onProblem(row.path, row.reason);
    }
  } finally {
    letGo(inputs);
  }
}
