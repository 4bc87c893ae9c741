import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shape } from '../../src/model/formats.js';
import type { GipRecord } from '../../src/model/record.js';
import { loadSink, type OpenSink } from '../../src/output/sinks.js';
import { describeIndicators } from '../../src/template/describe-indicators.js';
import { loadCatalogue } from '../../src/template/load.js';

/** Writes records in a format that is no text; gives the file and what was noted. */
export async function writeSink(
  format: Parameters<typeof loadSink>[0],
  records: readonly GipRecord[],
  { shape = 'wide' as Shape, open = undefined as OpenSink | undefined } = {},
): Promise<{ file: string; notes: string[] }> {
  const file = join(mkdtempSync(join(tmpdir(), 'gip-')), `data.${format}`);
  const notes: string[] = [];
  const catalogue = loadCatalogue();
  const sink = await (open ?? (await loadSink(format)))(file, {
    indicators: catalogue.indicators,
    shape,
    codebook: describeIndicators(catalogue),
    note: (text) => notes.push(text),
  });
  for (const record of records) await sink.write(record);
  await sink.close();
  return { file, notes };
}
