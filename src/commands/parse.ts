import {
  type Format,
  formatOf,
  isTextFormat,
  type Labels,
  type Least,
  type Shape,
} from '../model/formats.js';
import type { Indicator } from '../model/template.js';
import { countPages } from '../run/count-pages.js';
import type { InputRow } from '../run/input-row.js';
import type { PageSettings } from '../run/page-job.js';
import { type RunListener, run } from '../run/run.js';
import type { StatusFile } from '../run/status-file.js';
import type { Language } from '../talk/language.js';
import { chooseTarget } from './choose-target.js';
import { createSightings, loadCorrections } from './corrections.js';
import { containerOptionsOf, type InputFlags } from './input-options.js';
import type { RunFlags } from './run-options.js';
import { createReport } from './run-report.js';
import type { Terminal } from './terminal.js';

export interface ParseFlags extends RunFlags, InputFlags {
  readonly out?: string;
  /** What the output is called in talk, where it is moved when it is whole. */
  readonly saidOut?: string;
  readonly format?: Format;
  readonly shape: Shape;
  readonly bom: boolean;
  /** Programs for which scripts are written that load the table. */
  readonly labels?: readonly Labels[];
  readonly encoding?: string;
  readonly templates?: string;
  /** A file of corrections. */
  readonly corrections?: string;
  readonly maxBytes: number;
  /** Figures that less vouches for are left out. */
  readonly minCorroboration?: Least;
  readonly strict?: boolean;
  /** The language of reasons and messages in records, English where it is not given. */
  readonly lang?: Language;
}

/**
 * Parses everything named, writes the records, and returns the exit status: 0, or 1 where an input was unusable.
 * @param indicators those of the tool and of the templates that the flags name
 * @param hear hears what became of each input, in input order
 */
export async function parse(
  paths: readonly string[],
  flags: ParseFlags,
  indicators: ReadonlyMap<string, Indicator>,
  terminal: Terminal,
  hear: (row: InputRow) => void = () => {},
): Promise<0 | 1> {
  const corrections = await loadCorrections(flags.corrections, new Set(indicators.keys()));
  const { jobs, pageTimeout, maxBytes, status } = flags;
  const input = { ...containerOptionsOf(flags), stdin: terminal.stdin, maxBytes };
  const signal = terminal.untilEnded();
  const report = createReport(flags, terminal, () => countPages(paths, input, signal));
  const seen = createSightings(corrections);
  const pages = settingsOf(flags, corrections);
  try {
    const target = await chooseTarget(flags, pages, indicators, terminal, report.onNote, signal);
    const statusFile = status === undefined ? null : await openStatus(status);
    const options = { paths, input, pages, jobs, pageTimeout, target, status: statusFile, signal };
    const note = (row: InputRow) => {
      seen.note(row.sha256);
      hear(row);
    };
    await run(options, noting(report, note));
  } finally {
    report.stop();
  }
  report.end();
  seen.unused().forEach(report.onNote);
  return report.hasUnusable() ? 1 : 0;
}

async function openStatus(file: string): Promise<StatusFile> {
  const { openStatusFile } = await import('../run/status-file.js');
  return openStatusFile(file);
}

/** Notes each input that a run has. */
function noting(listener: RunListener, note: (row: InputRow) => void): RunListener {
  return {
    ...listener,
    onDone(done) {
      note(done.row);
      listener.onDone(done);
    },
    onEarlier(row) {
      note(row);
      listener.onEarlier(row);
    },
  };
}

/** What the workers need to know, as plain data. */
function settingsOf(flags: ParseFlags, corrections: PageSettings['corrections']): PageSettings {
  const { encoding, templates, maxBytes, minCorroboration, cache, shape, bom, out, profile, lang } = flags;
  const format = flags.format ?? (out === undefined ? 'ndjson' : formatOf(out)) ?? 'ndjson';
  return {
    ...{ encoding: encoding ?? null, templates: templates ?? null, maxBytes, cache: cache ?? null },
    corrections,
    leastCorroboration: minCorroboration ?? null,
    lang: lang ?? 'en',
    text: isTextFormat(format) ? { format, shape, bom: bom && out !== undefined } : null,
    profile: profile === true,
  };
}
