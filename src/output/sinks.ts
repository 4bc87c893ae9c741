import type { Format } from '../model/formats.js';
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

/** Begins a file that does not exist yet. */
export type OpenSink = (
  file: string,
  indicators: ReadonlyMap<string, Indicator>,
) => RecordSink | Promise<RecordSink>;

/** By format; each loads the package that it needs only when it is asked for. */
const SINKS: ReadonlyMap<Format, () => Promise<OpenSink>> = new Map();

/** What writes a format; undefined where it is text. */
export async function loadSink(format: Format): Promise<OpenSink | undefined> {
  return SINKS.get(format)?.();
}
