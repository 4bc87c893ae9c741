import { type Command, Option } from 'commander';
import { CallError } from '../model/call-error.js';
import { FORMATS, type Format, LEAST, SHAPES } from '../model/formats.js';
import { CORRECTIONS } from './correction-option.js';
import { addInputOptions, PATHS } from './input-options.js';
import {
  checkEnding,
  checkLabels,
  checkPackage,
  DEFAULT_MAX_BYTES,
  endings,
  LABELS_HELP,
  PACKAGE_HELP,
  readCount,
  readEncoding,
  readLabels,
} from './option-values.js';
import type { ParseFlags } from './parse.js';
import { readCatalogue, readIndicators, TEMPLATES } from './read-catalogue.js';
import { addRunOptions } from './run-options.js';
import type { OnExit, Terminal } from './terminal.js';

const EXIT_STATUS = `
Exit status:
  0  done
  1  done, but an input was missing, empty, undecodable, too large or failed
     (with --strict also: is no parsed report); a folder held no pages
  2  the call is wrong, or the output cannot be written
  130, 143  ended by Ctrl-C or SIGTERM`;

const MAX_BYTES = 'larger pages are too_large, like those of over 450000 tags or 500000 characters';

/** Makes parsing what the program does where no other command is named. */
export function addParse(program: Command, terminal: Terminal, onExit: OnExit): void {
  program
    .argument('[paths...]', PATHS)
    .option('-o, --out <file>', `write to a file; its ending chooses the format (${endings()})`)
    .addOption(
      new Option('-f, --format <format>', 'format, whatever the ending; default ndjson').choices(
        Object.keys(FORMATS),
      ),
    )
    .addOption(
      new Option('--shape <shape>', 'tables: one row a page, or one row a value')
        .choices(SHAPES)
        .default('wide'),
    )
    .option('--labels <programs>', LABELS_HELP, readLabels)
    .option('--package', PACKAGE_HELP)
    .option('--no-bom', 'CSV files without the byte-order mark that Excel needs')
    .option('--encoding <label>', 'read every page in this encoding', readEncoding)
    .option('--templates <dir>', TEMPLATES)
    .option('--max-bytes <n>', MAX_BYTES, readCount, DEFAULT_MAX_BYTES)
    .addOption(
      new Option('--min-corroboration <least>', 'leave out figures that less vouches for').choices(LEAST),
    )
    .option('--bundle <dir>', 'write all that a replication needs to a new folder (docs/bundle.md)')
    .option('--corrections <file>', CORRECTIONS)
    .option('--strict', 'exit with 1 also where a page is no parsed report');
  addRunOptions(program);
  addInputOptions(program);
  program
    .addHelpText('after', () => terminal.translate(EXIT_STATUS))
    .action(async (paths: string[], flags: ParseFlags & OwnFlags) => {
      await checkFirst(paths, program);
      onExit(await runParse(paths, flags, terminal));
    });
}

const WORD = /^[a-z]+$/i;

/** A command that is mistyped comes here as the first path. */
async function checkFirst([first = '']: readonly string[], { commands }: Command): Promise<void> {
  if (!WORD.test(first)) return;
  const { exists } = await import('../input/disk.js');
  if (exists(first)) return;
  const { refuseMistyped } = await import('./mistyped.js');
  refuseMistyped(
    first,
    commands.map((command) => command.name()),
  );
}

type OwnFlags = { readonly bundle?: string; readonly package?: boolean };

async function runBundle(paths: readonly string[], folder: string, flags: ParseFlags, terminal: Terminal) {
  const { out, format, status, resume } = flags;
  if (out !== undefined || format !== undefined || status !== undefined || resume)
    throw new CallError(
      '--bundle names its own files: it goes without --out, --format, --status and --resume',
    );
  const { bundle } = await import('./bundle.js');
  const { settingsOf } = await import('./settings.js');
  return bundle(paths, folder, flags, settingsOf(flags), terminal);
}

async function runParse(
  paths: readonly string[],
  flags: ParseFlags & OwnFlags,
  terminal: Terminal,
): Promise<number> {
  if (paths.length === 0)
    throw new CallError('name files or folders to read, or - for stdin; gip-parse --help tells more');
  const { out, labels, shape } = flags;
  const format = flags.format ?? (out === undefined ? 'ndjson' : checkEnding(out));
  if (labels) checkLabels(out, format);
  if (flags.package) checkPackage(out);
  const { startSpare } = await import('../run/spare-worker.js');
  startSpare();
  try {
    if (flags.bundle !== undefined) return await runBundle(paths, flags.bundle, flags, terminal);
    const status = await parseOnly(paths, flags, format, terminal);
    if (labels && out !== undefined) {
      const { writeLabels } = await import('./write-labels.js');
      await writeLabels(labels, { out, format, shape }, await readCatalogue(flags.templates));
    }
    return status;
  } finally {
    terminal.clear();
  }
}

async function parseOnly(
  paths: readonly string[],
  flags: ParseFlags & OwnFlags,
  format: Format,
  terminal: Terminal,
): Promise<0 | 1> {
  const { out } = flags;
  if (flags.package && out !== undefined) {
    const { parseWithPackage } = await import('./parse-with-package.js');
    return parseWithPackage(paths, flags, { out, format }, terminal);
  }
  const { parse } = await import('./parse.js');
  return parse(paths, flags, await readIndicators(flags.templates), terminal);
}
