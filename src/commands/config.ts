import type { Command } from 'commander';
import { readJsonFile } from '../input/side-files.js';
import { CallError } from '../model/call-error.js';
import type { Settings } from './config-values.js';
import type { Terminal } from './terminal.js';

const DEFAULT_FILE = 'gip-parse.config.json';

/** Lets every command take its options from a config file as well; what the command line says goes before. */
export function addConfig(program: Command, { say, speak }: Pick<Terminal, 'say' | 'speak'>): void {
  for (const command of [program, ...program.commands])
    command
      .option('--config <file>', `take options from this file, not from ${DEFAULT_FILE} (docs/config.md)`)
      .option('--no-config', 'take options from no file');
  program.hook('preAction', async (_, command) => {
    const file: string | false | undefined = command.optsWithGlobals().config;
    if (file === false) return;
    const content = readConfig(file);
    if (content === undefined) return;
    const { readSettings } = await import('./config-sections.js');
    const taken = take(readSettings(content, program, file ?? DEFAULT_FILE).get(command), command);
    const { lang, quiet } = command.opts();
    if (lang !== undefined) await speak(lang);
    if (taken.length > 0 && quiet !== true) say(`options from ${file ?? DEFAULT_FILE}: ${taken.join(', ')}`);
  });
}

/** Undefined where no file is named and the folder has none. */
function readConfig(file: string | undefined): unknown {
  try {
    return readJsonFile(file ?? DEFAULT_FILE);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && file === undefined) return undefined;
    if (code === 'ENOENT') throw new CallError(`${file} does not exist`);
    throw new CallError(`${file ?? DEFAULT_FILE} cannot be read: ${message}`);
  }
}

/** Sets what the command line leaves open. */
function take(settings: Settings | undefined, command: Command): string[] {
  const open = [...(settings ?? [])].filter(([, { attribute }]) => {
    const source = command.getOptionValueSource(attribute);
    return source === undefined || source === 'default';
  });
  for (const [, { attribute, value }] of open) command.setOptionValueWithSource(attribute, value, 'config');
  return open.map(([key]) => key);
}
