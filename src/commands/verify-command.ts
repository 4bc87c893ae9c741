import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import { LEAST } from '../model/formats.js';
import { CORRECTIONS } from './correction-option.js';
import { addInputOptions, PATHS } from './input-options.js';
import { DEFAULT_MAX_BYTES, readCount, readEncoding } from './option-values.js';
import { TEMPLATES } from './read-catalogue.js';
import { settingsOf } from './settings.js';
import type { OnExit, Terminal } from './terminal.js';
import type { Given } from './verify.js';

const VERIFY_STATUS = `
Exit status:
  0  identical
  1  something differs
  2  the call is wrong, or the folder holds no bundle`;

/** Adds the command `verify` with its options: those of the bundle, where none are given. */
export function addVerify(program: Command, terminal: Terminal, onExit: OnExit): void {
  const command = program.command('verify');
  command
    .description('derive a bundle again from its inputs, and say what differs')
    .argument('<dir>', 'a folder that --bundle has written')
    .argument('<paths...>', PATHS)
    .option('--encoding <label>', 'read every page in this encoding', readEncoding)
    .option('--templates <dir>', TEMPLATES)
    .option('--corrections <file>', CORRECTIONS)
    .option('--max-bytes <n>', 'larger pages are too_large', readCount, DEFAULT_MAX_BYTES)
    .addOption(
      new Option('--min-corroboration <least>', 'leave out figures that less vouches for').choices(LEAST),
    )
    .addHelpText('after', () => terminal.translate(VERIFY_STATUS))
    .action(async (folder: string, paths: string[], flags: Given) => {
      const isGiven = (name: string) => command.getOptionValueSource(name) !== 'default';
      const given = Object.entries(settingsOf(flags)).filter(([name]) => isGiven(name));
      const { templates, corrections } = flags;
      const own = { ...(templates && { templates }), ...(corrections && { corrections }) };
      const run = { jobs: availableParallelism(), pageTimeout: PAGE_TIMEOUT, maxBytes: DEFAULT_MAX_BYTES };
      const { verify } = await import('./verify.js');
      const options = { ...run, shape: 'wide', bom: false } as const;
      onExit(await verify(folder, paths, options, { ...Object.fromEntries(given), ...own }, terminal));
    });
  addInputOptions(command);
}

/** Milliseconds, as where no other time is given to a run. */
const PAGE_TIMEOUT = 10_000;
