import { type Command, Option } from 'commander';
import { CallError } from '../model/call-error.js';
import { FORMATS, type Format, SHAPES } from '../model/formats.js';
import { CORRECTIONS } from './correction-option.js';
import type { ExportFlags } from './export.js';
import { checkEnding, checkLabels, endings, LABELS_HELP, PACKAGE_HELP, readLabels } from './option-values.js';
import { readCatalogue, TEMPLATES, type TemplatesFlag } from './read-catalogue.js';
import type { OnExit, Terminal } from './terminal.js';

const EXPORT_STATUS = `
Exit status:
  0  done
  1  done, but a file or a line of one is no record, or has codes that no form here has
  2  the call is wrong, or the output cannot be written`;

type ExportOptions = Omit<ExportFlags, 'format' | 'out'> &
  TemplatesFlag & { readonly format?: Format; readonly out?: string };

/** Adds the command `export` with its options. */
export function addExport(program: Command, terminal: Terminal, onExit: OnExit): void {
  program
    .command('export')
    .description('write kept records in another format, without parsing again')
    .argument('<records...>', 'files of records in NDJSON, or - for stdin')
    .option('-o, --out <file>', `write to a file; its ending chooses the format (${endings()})`)
    .addOption(
      new Option('-f, --format <format>', 'format, whatever the ending').choices(Object.keys(FORMATS)),
    )
    .addOption(
      new Option('--shape <shape>', 'tables: one row a page, or one row a value')
        .choices(SHAPES)
        .default('wide'),
    )
    .option('--labels <programs>', LABELS_HELP, readLabels)
    .option('--package', PACKAGE_HELP)
    .option('--corrections <file>', CORRECTIONS)
    .option('--no-bom', 'CSV files without the byte-order mark that Excel needs')
    .option('--templates <dir>', TEMPLATES)
    .addHelpText('after', () => terminal.translate(EXPORT_STATUS))
    .action(async (paths: string[], flags: ExportOptions) => onExit(await runExport(paths, flags, terminal)));
}

async function runExport(
  paths: readonly string[],
  { templates, ...flags }: ExportOptions,
  terminal: Terminal,
): Promise<number> {
  const { out, labels } = flags;
  if (out === undefined) throw new CallError('name the file to write with --out');
  const format = flags.format ?? checkEnding(out);
  if (labels) checkLabels(out, format);
  const catalogue = await readCatalogue(templates);
  const { exportRecords } = await import('./export.js');
  return exportRecords(paths, { ...flags, out, format }, catalogue, terminal);
}
