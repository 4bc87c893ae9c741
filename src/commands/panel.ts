import { printTable } from '../output/tables.js';
import { writeWholeFiles } from '../output/whole-files.js';
import { createPanel } from '../panel/panel.js';
import { cellsTable, decisionsTable, panelTable, variablesTable } from '../panel/tables.js';
import { loadIndicators } from '../template/load.js';
import { loadCorrections } from './corrections.js';
import { createRecordReader } from './kept-records.js';
import type { Terminal } from './terminal.js';

export interface PanelFlags {
  readonly out: string;
  readonly bom: boolean;
  readonly quiet?: boolean;
  /** A file of corrections. */
  readonly corrections?: string;
}

/** Writes the panel of kept records and its companions; 1 where a line was no record. */
export async function panel(paths: readonly string[], flags: PanelFlags, terminal: Terminal): Promise<0 | 1> {
  const { out, bom, quiet } = flags;
  const corrections = await loadCorrections(flags.corrections, new Set(loadIndicators().keys()));
  const reader = createRecordReader(terminal, corrections);
  const { add, finish } = createPanel();
  for await (const record of reader.read(paths)) add(record);
  const { rows, decisions } = finish();
  const stem = out.slice(0, -'.csv'.length);
  const tables = [
    { path: out, table: panelTable(rows) },
    { path: `${stem}-cells.csv`, table: cellsTable(rows) },
    { path: `${stem}-decisions.csv`, table: decisionsTable(decisions) },
    { path: `${stem}-variables.csv`, table: variablesTable() },
  ];
  writeWholeFiles(tables.map(({ path, table }) => ({ path, pieces: printTable(table, bom) })));
  if (!quiet) {
    const count = (kind: string) => decisions.filter(({ decision }) => decision === kind).length;
    const bodies = new Set(rows.map(({ body }) => body)).size;
    terminal.say(`${rows.length} rows to ${out}: ${bodies} bodies`);
    terminal.say(
      `${count('left_out')} pages left out, ${count('duplicate')} duplicates with ${count('conflict')} conflicting figures, ${count('not_joined')} not joined`,
    );
  }
  for (const line of reader.unused()) terminal.say(`gip-parse: ${line}`);
  return reader.isFlawed() ? 1 : 0;
}
