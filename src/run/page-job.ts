import type { PageBytes } from '../input/read-bytes.js';
import type { Correction } from '../model/correction.js';
import type { Least } from '../model/formats.js';
import type { WriterOptions } from '../output/writers.js';
import type { Language } from '../talk/language.js';
import type { InputRow } from './input-row.js';
import type { PageStage } from './read-record.js';

/** What all pages of a run are read with, as plain data that goes to the workers. */
export interface PageSettings {
  readonly encoding: string | null;
  /** A folder of forms beside the tool's own. */
  readonly templates: string | null;
  readonly maxBytes: number;
  readonly corrections: readonly Correction[];
  /** Figures that less vouches for are left out. */
  readonly leastCorroboration: Least | null;
  /** The language of reasons and messages in records. */
  readonly lang: Language;
  /** The folder that keeps records by the content of their pages. */
  readonly cache: string | null;
  /** How the text of the output is made; null where its records are wanted as JSON. */
  readonly text: WriterOptions | null;
  /** Whether the time of each stage is measured. */
  readonly profile: boolean;
}

/** One page on its way to a worker. */
export interface PageJob {
  readonly path: string;
  readonly container: string | null;
  readonly url: string | null;
  readonly fetchedAt: string | null;
  readonly declared: string | null;
  /** The page on disk, which the worker reads; null where `bytes` holds it, or it could not be read. */
  readonly file: string | null;
  readonly bytes: PageBytes | null;
  /** Why the page has `failed`, where that is known without parsing it. */
  readonly failure: string | null;
  /** Milliseconds that it has taken of workers that were lost with it. */
  readonly spent: number;
}

/** What a worker made of a page. */
export interface PageResult {
  /** The record as the output has it, in UTF-8. */
  readonly output: Uint8Array;
  readonly row: InputRow;
  /** Milliseconds by stage; empty where none are measured. */
  readonly stages: Readonly<Partial<Record<PageStage, number>>>;
  /** Why the record could not be kept in the cache. */
  readonly cacheProblem: string | null;
}
