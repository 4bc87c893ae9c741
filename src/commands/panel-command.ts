import type { Command } from 'commander';
import { CallError } from '../model/call-error.js';
import { CORRECTIONS } from './correction-option.js';
import type { PanelFlags } from './panel.js';
import type { OnExit, Terminal } from './terminal.js';

const PANEL_STATUS = `
Beside <name>.csv it writes <name>-cells.csv (what each cell was made of, where it was read),
<name>-decisions.csv (pages left out or not taken, and why) and <name>-variables.csv (what each
variable is in each form). docs/panel.md tells more.

Exit status:
  0  done
  1  done, but a file could not be read or a line of one is no record
  2  the call is wrong, or the output cannot be written`;

/** Adds the command `panel` with its options. */
export function addPanel(program: Command, terminal: Terminal, onExit: OnExit): void {
  program
    .command('panel')
    .description('join the records of all years in one table, one row a body and year')
    .argument('<records...>', 'files of records in NDJSON, or - for stdin')
    .requiredOption('-o, --out <file>', 'the table to write (.csv)')
    .option('--corrections <file>', CORRECTIONS)
    .option('--no-bom', 'without the byte-order mark that Excel needs')
    .option('-q, --quiet', 'no summary')
    .addHelpText('after', () => terminal.translate(PANEL_STATUS))
    .action(async (paths: string[], flags: PanelFlags) => {
      if (!flags.out.toLowerCase().endsWith('.csv'))
        throw new CallError(`${flags.out}: a panel is written to a file that ends in .csv`);
      const { panel } = await import('./panel.js');
      onExit(await panel(paths, flags, terminal));
    });
}
