import { type Format, isTextFormat, type Shape } from '../model/formats.js';
import type { Catalogue } from '../model/template.js';
import { loadSink, type RecordSink, type SinkOptions } from '../output/sinks.js';
import { loadWriter, type WriterOptions } from '../output/writers.js';
import { openText } from '../run/replace-file.js';
import { describeIndicators } from '../template/describe-indicators.js';
import type { Terminal } from './terminal.js';

/** How a file of records is begun in a format. */
export async function chooseSink(
  { format, shape, bom }: Omit<WriterOptions, 'format'> & { readonly format: Format },
  catalogue: Catalogue,
  say: Terminal['say'],
): Promise<(file: string) => RecordSink | Promise<RecordSink>> {
  if (isTextFormat(format)) {
    const writer = await loadWriter({ format, shape, bom }, catalogue.indicators);
    return (file) => openText(writer, file);
  }
  const open = await loadSink(format);
  const options = sinkOptions(shape, catalogue, (text) => say(`gip-parse: ${text}`));
  return (file) => open(file, options);
}

/** What a format that is no text must know beside the records. */
export function sinkOptions(shape: Shape, catalogue: Catalogue, note: (text: string) => void): SinkOptions {
  return { indicators: catalogue.indicators, shape, codebook: describeIndicators(catalogue), note };
}
