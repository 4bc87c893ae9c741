import { type Command, Option } from 'commander';
import { CODEBOOK_FORMATS, type CodebookFormat } from '../model/formats.js';
import { checkCodebookEnding, codebookEndings } from './option-values.js';
import { readCatalogue, TEMPLATES, type TemplatesFlag } from './read-catalogue.js';
import type { Terminal } from './terminal.js';

/** Adds the commands that print what the tool knows. */
export function addListings(program: Command, terminal: Terminal): void {
  program
    .command('templates')
    .description('list the forms that the tool knows')
    .option('--templates <dir>', TEMPLATES)
    .action((flags: TemplatesFlag) => runTemplates(flags, terminal));
  program
    .command('codebook')
    .description('print the indicators and their column names')
    .option('-o, --out <file>', `write to a file; its ending chooses the format (${codebookEndings()})`)
    .addOption(
      new Option('-f, --format <format>', 'format, whatever the ending; default tsv').choices(
        Object.keys(CODEBOOK_FORMATS),
      ),
    )
    .option('--templates <dir>', TEMPLATES)
    .action((flags: CodebookFlags) => runCodebook(flags, terminal));
  program
    .command('rules')
    .description('list the rules that figures are put to, or tell all about one')
    .argument('[id]', 'a rule or one of its checks')
    .action((id: string | undefined) => runRules(id, terminal));
}

type CodebookFlags = TemplatesFlag & { readonly out?: string; readonly format?: CodebookFormat };

async function runTemplates({ templates }: TemplatesFlag, { print, language }: Terminal): Promise<void> {
  const catalogue = await readCatalogue(templates);
  const { listTemplates } = await import('./templates.js');
  print(listTemplates(catalogue, language()));
}

async function runCodebook(flags: CodebookFlags, { print }: Terminal): Promise<void> {
  const { out, templates } = flags;
  const format = flags.format ?? (out === undefined ? 'tsv' : checkCodebookEnding(out));
  const catalogue = await readCatalogue(templates);
  const { printCodebook } = await import('./codebook.js');
  print(printCodebook(format, catalogue), out);
}

async function runRules(id: string | undefined, { print, language }: Terminal): Promise<void> {
  const { printRules } = await import('./rules.js');
  print(printRules(id, language()));
}
