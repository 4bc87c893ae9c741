import { type Command, Option } from 'commander';
import { DIFF_FORMATS, type DiffFlags } from './diff-formats.js';
import type { OnExit, Terminal } from './terminal.js';

const DIFF_STATUS = `
Exit status:
  0  the same
  1  different
  2  the call is wrong, a file cannot be read, or a line of one is no record`;

/** Adds the command `diff` with its options. */
export function addDiff(program: Command, terminal: Terminal, onExit: OnExit): void {
  program
    .command('diff')
    .description('say which values two outputs have that differ, by form and indicator')
    .argument('<old>', 'a file of records in NDJSON')
    .argument('<new>', 'another, of the same pages')
    .option('-o, --out <file>', 'write to a file')
    .addOption(
      new Option('-f, --format <format>', 'format of the differences').choices(DIFF_FORMATS).default('text'),
    )
    .addHelpText('after', () => terminal.translate(DIFF_STATUS))
    .action(async (old: string, young: string, flags: DiffFlags) => {
      const { diff } = await import('./diff.js');
      onExit(await diff(old, young, flags, terminal));
    });
}
