import { createCheckWriter } from '../output/check-table.js';
import { openText, writeToFile } from '../run/replace-file.js';
import { createRecordReader } from './kept-records.js';
import type { Terminal } from './terminal.js';

/** Writes the checks of kept records as a table in CSV. */
export async function writeChecks(records: string, out: string, terminal: Terminal): Promise<void> {
  const { read } = createRecordReader(terminal);
  await writeToFile(read([records]), (file) => openText(createCheckWriter(), file), out);
}
