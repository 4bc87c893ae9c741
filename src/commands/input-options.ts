import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  CONTAINER_DEFAULTS,
  CONTAINER_KINDS,
  type ContainerOptions,
  FIELDS,
  type FieldNames,
} from '../input/input.js';
import { readCount } from './option-values.js';

export const PATHS = 'files, folders, archives, dumps, quoted patterns, or - for stdin; docs/inputs.md';

/** Adds the options that say how containers are read; the flags are named as in `ContainerOptions`. */
export function addInputOptions(command: Command): void {
  const { stdinFormat, maxMembers, maxExpanded, maxRatio, maxNesting } = CONTAINER_DEFAULTS;
  command
    .optionsGroup('Containers and limits:')
    .addOption(
      new Option('--stdin-format <format>', 'what - is')
        .choices(['page', ...CONTAINER_KINDS])
        .default(stdinFormat),
    )
    .option('--jsonl-fields <names>', fieldsHelp('fields of JSON Lines', 'html', 'link'), readFieldNames)
    .option('--csv-columns <names>', fieldsHelp('columns of CSV', 'page', 'address'), readFieldNames)
    .option('--max-members <n>', 'files read out of one archive', readCount, maxMembers)
    .option('--max-expanded <n>', 'bytes read out of one container', readCount, maxExpanded)
    .option('--max-ratio <n>', 'bytes read out of a container for each of its own', readCount, maxRatio)
    .option('--max-nesting <n>', 'archives read within one another', readCount, maxNesting)
    .option('--follow-links', 'follow links to folders, and links out of the folder given');
}

function fieldsHelp(what: string, body: string, url: string): string {
  return `${what} where they have no usual names: body=${body},url=${url}`;
}

/** What `body=html,url=link` names. */
function readFieldNames(printed: string): FieldNames {
  const pairs = printed.split(',').map((pair) => pair.split('='));
  for (const [field = '', name = ''] of pairs)
    if (name === '' || !(FIELDS as readonly string[]).includes(field))
      throw new InvalidArgumentError(`name fields so: ${FIELDS.map((known) => `${known}=NAME`).join(',')}`);
  return Object.fromEntries(pairs.map(([field, ...name]) => [field, name.join('=')]));
}

export type InputFlags = Partial<ContainerOptions>;

/** Of a command's flags those that say how containers are read. */
export function containerOptionsOf(flags: InputFlags): InputFlags {
  const names = Object.keys(CONTAINER_DEFAULTS) as (keyof ContainerOptions)[];
  return Object.fromEntries(
    names.filter((name) => flags[name] !== undefined).map((name) => [name, flags[name]]),
  );
}
