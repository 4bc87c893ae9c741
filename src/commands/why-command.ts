import type { Command } from 'commander';
import { addInputOptions, type InputFlags } from './input-options.js';
import { DEFAULT_MAX_BYTES, readCount, readEncoding } from './option-values.js';
import { readCatalogue, TEMPLATES, type TemplatesFlag } from './read-catalogue.js';
import type { OnExit, Terminal } from './terminal.js';

const WHY_STATUS = `
Exit status:
  0  explained
  1  the page cannot be read, or does not state the indicator
  2  the call is wrong, or the codebook has no such indicator`;

export interface WhyFlags extends InputFlags {
  /** What the record calls the page. */
  readonly page?: string;
  readonly encoding?: string;
  readonly maxBytes: number;
}

/** Adds the command `why` with its options. */
export function addWhy(program: Command, terminal: Terminal, onExit: OnExit): void {
  const command = program
    .command('why')
    .description('explain a page, or how it states one indicator, to a person')
    .argument('<path>', 'a file, a folder or container with --page, or - for stdin')
    .argument('[code]', 'an indicator, by code or column name')
    .option('--page <path>', 'the page that the record calls so')
    .option('--encoding <label>', 'read the page in this encoding', readEncoding)
    .option('--max-bytes <n>', 'larger pages are not read', readCount, DEFAULT_MAX_BYTES)
    .option('--templates <dir>', TEMPLATES)
    .addHelpText('after', () => terminal.translate(WHY_STATUS))
    .action(async (path: string, code: string | undefined, flags: WhyFlags & TemplatesFlag) => {
      const catalogue = await readCatalogue(flags.templates);
      const { why } = await import('./why.js');
      onExit(await why(path, code, flags, catalogue, terminal));
    });
  addInputOptions(command);
}
