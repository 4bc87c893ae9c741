import type { Command } from 'commander';
import { addDiff } from './diff-command.js';
import { addExport } from './export-command.js';
import { addPanel } from './panel-command.js';
import type { OnExit, Terminal } from './terminal.js';

/** Adds the commands that work on kept records. */
export function addKeptCommands(program: Command, terminal: Terminal, onExit: OnExit): void {
  addExport(program, terminal, onExit);
  addDiff(program, terminal, onExit);
  addPanel(program, terminal, onExit);
}
