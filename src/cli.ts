import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Command, CommanderError, Option } from 'commander';
import { CallError } from './commands/call-error.js';
import { addCheck, type CheckFlags } from './commands/check-command.js';
import { DEFAULT_MAX_BYTES, readCount, readEncoding } from './commands/option-values.js';
import type { ParseFlags } from './commands/parse.js';
import { addWhy, type WhyFlags } from './commands/why-command.js';
import { FORMATS, type Format, formatOf, LEAST, SHAPES } from './model/formats.js';
import type { Catalogue } from './model/template.js';
import { tool } from './tool.js';

const DONE = 0;
const CALL_IS_WRONG = 2;

const EXIT_STATUS = `
Exit status:
  0  done
  1  done, but an input was missing, empty, undecodable, too large or failed
     (with --strict also: is no parsed report); a folder held no pages
  2  the call is wrong, or the output cannot be written`;

interface TemplatesFlag {
  readonly templates?: string;
}

const MAX_BYTES = 'larger pages are too_large, like those of over 450000 tags or 500000 characters';
const TEMPLATES = 'also use the forms in this folder (docs/templates.md)';

function createProgram(onExit: (status: number) => void): Command {
  const program = new Command(tool.name)
    .description(
      'Turns annual reports on government information disclosure (HTML or text) into typed records.',
    )
    .version(tool.version)
    .enablePositionalOptions()
    .exitOverride()
    .argument('[paths...]', 'files, folders (walked in sorted order), or - for one page on stdin')
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
    .option('--no-bom', 'CSV files without the byte-order mark that Excel needs')
    .option('--encoding <label>', 'read every page in this encoding', readEncoding)
    .option('--templates <dir>', TEMPLATES)
    .option('--max-bytes <n>', MAX_BYTES, readCount, DEFAULT_MAX_BYTES)
    .addOption(
      new Option('--min-corroboration <least>', 'leave out figures that less vouches for').choices(LEAST),
    )
    .option('--strict', 'exit with 1 also where a page is no parsed report')
    .option('-q, --quiet', 'no progress and no summary')
    .addHelpText('after', EXIT_STATUS)
    .action(async (paths: string[], flags: ParseFlags) => onExit(await runParse(paths, flags)));
  addListings(program);
  addWhy(program, async (path, code, flags) => onExit(await runWhy(path, code, flags)));
  addCheck(program, async (paths, flags) => onExit(await runCheck(paths, flags)));
  return program;
}

/** Commands that print what the tool knows. */
function addListings(program: Command): void {
  program
    .command('templates')
    .description('list the forms that the tool knows')
    .option('--templates <dir>', TEMPLATES)
    .action(runTemplates);
  program
    .command('codebook')
    .description('print the indicators and their column names')
    .option('-o, --out <file>', `write to a file; its ending chooses the format (${endings()})`)
    .option('--templates <dir>', TEMPLATES)
    .action(runCodebook);
  program
    .command('rules')
    .description('list the rules that figures are put to, or tell all about one')
    .argument('[id]', 'a rule or one of its checks')
    .action(runRules);
}

async function runParse(
  paths: readonly string[],
  { templates, ...flags }: ParseFlags & TemplatesFlag,
): Promise<number> {
  if (paths.length === 0)
    throw new CallError('name files or folders to read, or - for stdin; gip-parse --help tells more');
  if (flags.out !== undefined && flags.format === undefined) checkEnding(flags.out);
  const catalogue = await readCatalogue(templates);
  const { parse } = await import('./commands/parse.js');
  const { stdin, stdout, stderr } = process;
  let shown = false;
  const clear = () => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  const progress = (line: string) => {
    stderr.write(`\r\u001b[K${line.slice(0, (stderr.columns ?? 80) - 1)}`);
    shown = true;
  };
  const say = (line: string) => {
    clear();
    console.error(line);
  };
  const status = await parse(paths, flags, catalogue, {
    stdin,
    stdout,
    say,
    progress: stderr.isTTY ? progress : null,
  });
  clear();
  return status;
}

async function runWhy(path: string, code: string | undefined, flags: WhyFlags): Promise<number> {
  const { why } = await import('./commands/why.js');
  const { stdin, stdout } = process;
  return why(path, code, flags, { stdin, stdout, say: (line) => console.error(line) });
}

async function runTemplates({ templates }: TemplatesFlag): Promise<void> {
  const catalogue = await readCatalogue(templates);
  const { listTemplates } = await import('./commands/templates.js');
  process.stdout.write(listTemplates(catalogue));
}

async function runCodebook({ out, templates }: TemplatesFlag & { out?: string }): Promise<void> {
  const format = out === undefined ? 'tsv' : checkEnding(out);
  const { indicators } = await readCatalogue(templates);
  const { printCodebook } = await import('./commands/codebook.js');
  print(printCodebook(format, [...indicators.values()]), out);
}

async function runRules(id: string | undefined): Promise<void> {
  const { printRules } = await import('./commands/rules.js');
  print(printRules(id));
}

async function runCheck(paths: readonly string[], flags: CheckFlags): Promise<number> {
  const { runChecks } = await import('./commands/run-checks.js');
  const { stdin, env } = process;
  const { text, status } = await runChecks(paths, flags, { stdin, now: new Date(), ci: env.CI ?? '' });
  print(text, flags.out);
  return status;
}

function print(text: string, out?: string): void {
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
}

/** The tool's forms, and those of a folder where one is named: only then what checks them is loaded. */
async function readCatalogue(folder: string | undefined): Promise<Catalogue> {
  if (folder === undefined) return (await import('./template/load.js')).loadCatalogue();
  const { readExtraTemplates } = await import('./extra-templates.js');
  const { catalogue, problems } = readExtraTemplates(folder);
  if (problems.length > 0) throw new CallError(`the templates cannot be used:\n  ${problems.join('\n  ')}`);
  return catalogue;
}

function endings(): string {
  return Object.values(FORMATS).flat().join(' ');
}

function checkEnding(out: string): Format {
  const format = formatOf(out);
  if (!format) throw new CallError(`${out}: no format has this ending; use one of ${endings()} or --format`);
  return format;
}

/** Known mistakes end with a line and status 2; anything else is a bug and shows its stack. */
function fail(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : CALL_IS_WRONG;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'EPIPE') return DONE;
  if (error instanceof CallError || code !== undefined) {
    console.error(`gip-parse: ${path ? 'the output cannot be written: ' : ''}${(error as Error).message}`);
  } else console.error(error);
  return CALL_IS_WRONG;
}

/** A run over large pages collects its rubbish early, so that its memory stays near what one page needs. */
setFlagsFromString('--heap-growing-percent=30');
process.stdout.on('error', (error) => {
  process.exit(fail(error));
});
try {
  const program = createProgram((status) => {
    process.exitCode = status;
  });
  await program.parseAsync();
} catch (error) {
  process.exitCode = fail(error);
}
