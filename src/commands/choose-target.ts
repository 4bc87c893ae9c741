import { CallError } from '../model/call-error.js';
import { formatOf, isTextFormat } from '../model/formats.js';
import type { Indicator } from '../model/template.js';
import { loadSink } from '../output/sinks.js';
import { loadWriter } from '../output/writers.js';
import { textTarget } from '../run/open-target.js';
import type { Target } from '../run/output.js';
import type { PageSettings } from '../run/page-job.js';
import { sinkTarget } from '../run/sink-target.js';
import type { ParseFlags } from './parse.js';
import { readCatalogue } from './read-catalogue.js';
import type { Terminal } from './terminal.js';

/**
 * Where the records of a run go, by its flags.
 * @throws CallError where they cannot go there
 */
export async function chooseTarget(
  flags: ParseFlags,
  pages: PageSettings,
  indicators: ReadonlyMap<string, Indicator>,
  { stdout, processId, isRunning }: Terminal,
  onNote: (note: string) => void,
  signal: AbortSignal,
): Promise<Target> {
  const { out, resume: isResumed = false } = flags;
  if (pages.text) {
    const writer = await loadWriter(pages.text, indicators);
    return textTarget({ out, stdout, writer, pages, isResumed, processId, isRunning, onNote, signal });
  }
  const format = flags.format ?? formatOf(out ?? '');
  if (out === undefined || !format || isTextFormat(format))
    throw new CallError(`${format} is no text: name a file with --out`);
  if (isResumed) throw new CallError(`--resume needs text: ${out} is made in one run`);
  const { sinkOptions } = await import('./choose-sink.js');
  const open = await loadSink(format);
  const options = sinkOptions(flags.shape, await readCatalogue(flags.templates), onNote);
  return sinkTarget(out, (file) => open(file, options));
}
