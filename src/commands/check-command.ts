import { type Command, Option } from 'commander';
import { FAIL_ON, type FailOn, REPORTERS, type Reporter } from '../model/finding.js';
import { addInputOptions, type InputFlags, PATHS } from './input-options.js';
import { DEFAULT_MAX_BYTES, readCount, readEncoding } from './option-values.js';
import { TEMPLATES, type TemplatesFlag } from './read-catalogue.js';
import { addWorkerOptions, type WorkerFlags } from './run-options.js';
import type { OnExit, Terminal } from './terminal.js';

const CHECK_STATUS = `
Exit status:
  0  nothing to settle
  1  findings
  2  the call is wrong, or the output cannot be written
  3  an input was missing, empty, undecodable, too large or failed, or an expectation cannot be read`;

export interface CheckFlags extends InputFlags, TemplatesFlag, WorkerFlags {
  readonly reporter: Reporter;
  readonly out?: string;
  readonly baseline?: string;
  readonly failOn: FailOn;
  readonly update?: boolean;
  readonly encoding?: string;
  readonly maxBytes: number;
}

/** Adds the command `check` with its options. */
export function addCheck(program: Command, terminal: Terminal, onExit: OnExit): void {
  const command = program
    .command('check')
    .description('put pages to the rules and to what is expected of them, for CI')
    .argument('<paths...>', PATHS)
    .addOption(new Option('--reporter <name>', 'form of the report').choices(REPORTERS).default('people'))
    .option('-o, --out <file>', 'write the report to a file')
    .option('--baseline <file>', 'an earlier report in JSON: what it has is known and passes')
    .addOption(
      new Option('--fail-on <what>', 'errors only, warnings too, or whatever the baseline does not know')
        .choices(FAIL_ON)
        .default('warning'),
    )
    .option('--update', 'write what the pages say as what is expected of them (never where CI is set)')
    .option('--encoding <label>', 'read every page in this encoding', readEncoding)
    .option('--max-bytes <n>', 'larger pages are too_large', readCount, DEFAULT_MAX_BYTES)
    .option('--templates <dir>', TEMPLATES);
  addWorkerOptions(command);
  addInputOptions(command);
  command
    .addHelpText('after', () => terminal.translate(CHECK_STATUS))
    .action(async (paths: string[], flags: CheckFlags) => onExit(await runCheck(paths, flags, terminal)));
}

async function runCheck(paths: readonly string[], flags: CheckFlags, terminal: Terminal): Promise<number> {
  const { startSpare } = await import('../run/spare-worker.js');
  startSpare();
  const { runChecks } = await import('./run-checks.js');
  const { text, status } = await runChecks(paths, flags, terminal);
  terminal.print(text, flags.out);
  return status;
}
