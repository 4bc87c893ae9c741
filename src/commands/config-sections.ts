import type { Command } from 'commander';
import { CallError } from '../model/call-error.js';
import { keysOf, readSetting, type Setting, type Settings } from './config-values.js';
import { suggestNearest } from './nearest.js';

/** The section for whichever command has an option. */
const ALL = 'all';
/** The section of the command that has no name on the command line. */
const UNNAMED = 'parse';

/**
 * The options that a config file gives each command, all of the file checked.
 * @throws CallError with a line for each mistake
 */
export function readSettings(content: unknown, program: Command, file: string): Map<Command, Settings> {
  const commands = new Map([
    [UNNAMED, program],
    ...program.commands.map((own) => [own.name(), own] as const),
  ]);
  const problems: string[] = [];
  const sections = new Map(isObject(content) ? Object.entries(content) : []);
  if (!isObject(content)) problems.push('an object with a section for each command is wanted');
  for (const name of sections.keys())
    if (name !== ALL && !commands.has(name)) problems.push(describeSection(name, commands));
  const shared = readSection(sections.get(ALL), ALL, [...commands.values()], problems);
  const settings = [...commands].map(([name, command]) => {
    const own = readSection(sections.get(name), name, [command], problems);
    return [command, new Map([...(shared.get(command) ?? []), ...(own.get(command) ?? [])])] as const;
  });
  if (problems.length > 0) throw new CallError(`${file} cannot be used:\n  ${problems.join('\n  ')}`);
  return new Map(settings);
}

/** The options of a section for each of the commands that have them. */
function readSection(section: unknown, name: string, commands: readonly Command[], problems: string[]) {
  const settings = new Map(commands.map((command) => [command, new Map<string, Setting>()]));
  if (section !== undefined && !isObject(section)) problems.push(`${name}: an object of options is wanted`);
  for (const [key, given] of Object.entries(isObject(section) ? section : {})) {
    const option = `${name}.${key}`;
    const able = commands.filter((command) => keysOf(command).includes(key));
    if (able.length === 0)
      problems.push(`${option}: there is no such option${suggest(key, commands.flatMap(keysOf))}`);
    for (const command of able) {
      try {
        settings.get(command)?.set(key, readSetting(command, key, given));
      } catch (error) {
        problems.push(`${option}: ${JSON.stringify(given)} is refused: ${(error as Error).message}`);
        break;
      }
    }
  }
  return settings;
}

function isObject(content: unknown): content is Readonly<Record<string, unknown>> {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}

/** An option outside a section is the mistake to expect. */
function describeSection(name: string, commands: ReadonlyMap<string, Command>): string {
  const owner = [...commands].find(([, command]) => keysOf(command).includes(name))?.[0];
  if (owner)
    return `${name}: an option stands in the section of a command, such as {"${owner}": {"${name}": …}}`;
  return `${name}: there is no such command${suggest(name, [...commands.keys(), ALL])}`;
}

const LEAST_ALIKE = 0.5;

function suggest(wanted: string, known: readonly string[]): string {
  const plain = wanted.replace(/^-*(?:no-)?/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return suggestNearest(plain, known, LEAST_ALIKE);
}
