import { printTable } from '../output/tables.js';
import { writeWholeFiles } from '../output/whole-files.js';
import type { Decision } from '../panel/choose.js';
import { createPanel, type PanelRow } from '../panel/panel.js';
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
  if (!quiet) sayCounts(rows, decisions, out, terminal);
  for (const line of reader.unused()) terminal.say(`gip-parse: ${line}`);
  return reader.isFlawed() ? 1 : 0;
}

function sayCounts(
  rows: readonly PanelRow[],
  decisions: readonly Decision[],
  out: string,
  { say, translate }: Pick<Terminal, 'say' | 'translate'>,
): void {
  const count = (kind: Decision['decision']) => decisions.filter(({ decision }) => decision === kind).length;
  const bodies = new Set(rows.map(({ body }) => body)).size;
  const written = translate(rows.length === 1 ? '1 row' : `${rows.length} rows`);
  const ofBodies = translate(bodies === 1 ? '1 body' : `${bodies} bodies`);
  say(`${written}${translate(` to ${out}`)}${translate(': ')}${ofBodies}`);
  const [left, duplicates, conflicts] = [count('left_out'), count('duplicate'), count('conflict')];
  const decided = [
    left === 1 ? '1 page left out' : `${left} pages left out`,
    duplicates === 1 ? '1 duplicate' : `${duplicates} duplicates`,
    conflicts === 1 ? '1 conflicting figure' : `${conflicts} conflicting figures`,
    `${count('not_joined')} not joined`,
  ];
  say(decided.map(translate).join(translate(', ')));
}
