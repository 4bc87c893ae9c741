import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { readCount } from './option-values.js';

/** How pages are read side by side. */
export interface WorkerFlags {
  readonly jobs: number;
  /** Milliseconds. */
  readonly pageTimeout: number;
}

/** How a run over many pages is done. */
export interface RunFlags extends WorkerFlags {
  readonly status?: string;
  readonly resume?: boolean;
  readonly cache?: string;
  readonly profile?: boolean;
  readonly logJson?: boolean;
  readonly quiet?: boolean;
}

const STATUS = 'account for every input, a row each, also for those skipped or missing (.csv or .ndjson)';

/** Adds the options of commands that read pages side by side. */
export function addWorkerOptions(command: Command): void {
  command
    .addOption(
      new Option('-j, --jobs <n>', 'pages read side by side')
        .argParser(readCount)
        .default(availableParallelism(), 'as many as cores'),
    )
    .addOption(
      new Option('--page-timeout <seconds>', 'a page that takes longer is failed')
        .argParser(readSeconds)
        .default(10_000, '10'),
    );
}

/** Adds the options of runs over many pages. */
export function addRunOptions(program: Command): void {
  addWorkerOptions(program);
  program
    .option('--status <file>', STATUS, checkStatusEnding)
    .option('--resume', 'go on with what a run to the same --out left when it was ended')
    .option('--cache <dir>', 'keep records there by content, and read only pages that are new')
    .option('--profile', 'say at the end where the time went')
    .option('--log-json', 'talk in JSON, a line an event (docs/runs.md)')
    .option('-q, --quiet', 'no progress and no summary');
}

function readSeconds(printed: string): number {
  const seconds = Number(printed);
  if (!(seconds > 0 && seconds <= MOST_SECONDS))
    throw new InvalidArgumentError(`a number of seconds is needed, up to ${MOST_SECONDS}.`);
  return seconds * 1000;
}

const MOST_SECONDS = 86_400;

function checkStatusEnding(file: string): string {
  if (!/\.(?:csv|ndjson|jsonl)$/i.test(file))
    throw new InvalidArgumentError('its ending has to be .csv or .ndjson.');
  return file;
}
