import { Command } from 'commander';
import { tool } from '../tool.js';
import { addCheck } from './check-command.js';
import { addKeptCommands } from './kept-commands.js';
import { addListings } from './listing-commands.js';
import { addParse } from './parse-command.js';
import { addSharedOptions } from './shared-options.js';
import type { OnExit, Terminal } from './terminal.js';
import { addVerify } from './verify-command.js';
import { addWhy } from './why-command.js';

/** The command line: each command adds itself with its options, and loads what it needs when it runs. */
export function createProgram(terminal: Terminal, onExit: OnExit): Command {
  const program = new Command(tool.name)
    .description(
      'Turns annual reports on government information disclosure (HTML or text) into typed records.',
    )
    .version(tool.version)
    .enablePositionalOptions()
    .exitOverride();
  addParse(program, terminal, onExit);
  addListings(program, terminal);
  addWhy(program, terminal, onExit);
  addCheck(program, terminal, onExit);
  addKeptCommands(program, terminal, onExit);
  addVerify(program, terminal, onExit);
  addSharedOptions(program, terminal);
  return program;
}
