import { createComparison, type Difference } from '../diff/compare.js';
import { differencesTable, printDifferences } from '../diff/print.js';
import { CallError } from '../model/call-error.js';
import { printTable } from '../output/tables.js';
import type { DiffFlags } from './diff-formats.js';
import { createRecordReader } from './kept-records.js';
import type { Terminal } from './terminal.js';

/**
 * Compares two outputs; 0 where they are the same, else 1.
 * @throws CallError where one cannot be read whole: what is missing would look like a loss
 */
export async function diff(
  old: string,
  young: string,
  { out, format }: DiffFlags,
  terminal: Terminal,
): Promise<0 | 1> {
  const reader = createRecordReader(terminal);
  const { addOld, addNew, finish } = createComparison();
  for await (const record of reader.read([old])) addOld(record);
  for await (const record of reader.read([young])) addNew(record);
  if (reader.isFlawed()) throw new CallError('outputs that cannot be read whole are not compared');
  const differences = finish();
  terminal.print(print(differences, format, terminal.translate), out);
  return differences.length > 0 ? 1 : 0;
}

function print(
  differences: readonly Difference[],
  format: DiffFlags['format'],
  translate: Terminal['translate'],
): string {
  if (format === 'csv') return [...printTable(differencesTable(differences), false)].join('');
  return format === 'json'
    ? `${JSON.stringify(differences, null, 1)}\n`
    : printDifferences(differences, translate);
}
