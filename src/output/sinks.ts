import type { CodebookEntry } from '../model/codebook.js';
import type { Format, Shape, TextFormat } from '../model/formats.js';
import type { GipRecord } from '../model/record.js';
import type { Indicator } from '../model/template.js';

/** Takes records one after another, in input order, for a format that is no text. */
export interface RecordSink {
  readonly write: (record: GipRecord) => void | Promise<void>;
  /** Makes the file whole. */
  readonly close: () => void | Promise<void>;
  /** Lets the file go, whatever it holds; whoever named it removes it. */
  readonly abandon: () => void | Promise<void>;
}

export interface SinkOptions {
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** For formats that hold one table. */
  readonly shape: Shape;
  /** For formats that hold the codebook too. */
  readonly codebook: readonly CodebookEntry[];
  /** Hears what the format could not hold as it is. */
  readonly note: (text: string) => void;
}

/** Begins a file that does not exist yet. */
export type OpenSink = (file: string, options: SinkOptions) => RecordSink | Promise<RecordSink>;

/** By format; each loads the package that it needs only when it is asked for. */
const SINKS: Readonly<Record<Exclude<Format, TextFormat>, () => Promise<OpenSink>>> = {
  parquet: async () => (await import('./parquet.js')).openParquet,
  sqlite: async () => (await import('./sqlite.js')).openSqlite,
  xlsx: async () => (await import('./xlsx.js')).openXlsx,
};

/** What writes a format that is no text. */
export async function loadSink(format: keyof typeof SINKS): Promise<OpenSink> {
  return SINKS[format]();
}
