import { basename } from 'node:path';
import type { Format, Labels, Shape } from '../model/formats.js';
import type { Catalogue } from '../model/template.js';
import { describeTable } from '../output/labels/labelled-table.js';
import { SCRIPTS } from '../output/labels/scripts.js';
import { writeText } from '../run/replace-file.js';
import { describeIndicators } from '../template/describe-indicators.js';

/** Writes scripts beside a table in CSV or TSV that load it with its labels. */
export async function writeLabels(
  labels: readonly Labels[],
  { out, format, shape }: { readonly out: string; readonly format: Format; readonly shape: Shape },
  catalogue: Catalogue,
): Promise<void> {
  const table = describeTable(
    basename(out),
    { delimiter: format === 'csv' ? ',' : '\t', shape },
    describeIndicators(catalogue),
    catalogue.templates.map(({ data }) => data),
  );
  for (const kind of labels) {
    const { ending, write } = SCRIPTS[kind];
    await writeText(nameBeside(out, ending), write(table));
  }
}

/** The name of a file with another ending. */
function nameBeside(out: string, ending: string): string {
  return out.replace(/(?<=[^/\\])\.[^./\\]*$/, '') + ending;
}
