import type { Command } from 'commander';
import { addConfig } from './config.js';
import { addLanguage } from './language.js';
import type { Terminal } from './terminal.js';

/** Adds to every command of a finished program what all of them have. */
export function addSharedOptions(program: Command, terminal: Terminal): void {
  addConfig(program, terminal);
  addLanguage(program, terminal);
}
