import { readInputs } from '../input/find-pages.js';
import type { InputOptions, PageInput } from '../input/input.js';
import type { GipRecord } from '../model/record.js';
import type { Catalogue } from '../model/template.js';
import { loadCatalogue } from '../template/load.js';
import { readRecord } from './read-record.js';

/** What reading tells its caller as it goes. */
export interface RecordListener {
  /** @param file the page on disk as the call names it; null for stdin */
  readonly onRecord: (record: GipRecord, file: string | null) => void;
  readonly onProblem: (path: string, problem: string) => void;
  readonly onSkipped: (path: string) => void;
}

export interface RecordOptions extends InputOptions {
  readonly paths: readonly string[];
  readonly parse: { readonly encoding?: string; readonly catalogue?: Catalogue };
}

/** Reads every input into a record, one after another; an input that cannot be read is told and stops nothing. */
export async function* readRecords(
  options: RecordOptions,
  listener: RecordListener,
): AsyncGenerator<GipRecord> {
  for await (const input of readInputs(options.paths, options)) {
    if (input.kind === 'skipped') listener.onSkipped(input.path);
    else if (input.kind !== 'page') listener.onProblem(input.path, input.reason);
    else {
      const record = await readOne(input, options);
      listener.onRecord(record, input.file);
      yield record;
    }
  }
}

function readOne(input: PageInput, { parse, maxBytes }: RecordOptions): Promise<GipRecord> {
  const { encoding = null, catalogue = loadCatalogue() } = parse;
  const options = { encoding, catalogue, maxBytes, cache: null, onStage: null };
  return readRecord({ ...input, failure: null }, input.read, options);
}
