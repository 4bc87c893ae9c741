import { type IsKnown, readBaseline } from '../check/baseline.js';
import { readJsonFile } from '../input/side-files.js';
import { CallError } from '../model/call-error.js';
import { writeReport } from '../output/reporters.js';
import { check, statusOf } from './check.js';
import type { CheckFlags } from './check-command.js';
import { containerOptionsOf } from './input-options.js';
import { readCatalogue } from './read-catalogue.js';
import type { Terminal } from './terminal.js';

/**
 * Runs the checks as the command line asks for them: the report as text, and the exit status.
 * @throws CallError where the call is wrong
 */
export async function runChecks(
  paths: readonly string[],
  flags: CheckFlags,
  { stdin, now, ci, translate, untilEnded }: Terminal,
): Promise<{ text: string; status: number }> {
  const { baseline, failOn, update = false, encoding = null, maxBytes, reporter } = flags;
  const { templates = null, jobs, pageTimeout } = flags;
  if (update && ci !== '' && ci !== 'false') throw new CallError('--update writes nothing where CI is set');
  if (failOn === 'new' && baseline === undefined) throw new CallError('--fail-on new needs a --baseline');
  const isKnown = loadBaseline(baseline);
  const input = { ...containerOptionsOf(flags), stdin, maxBytes };
  if (flags.templates !== undefined) await readCatalogue(flags.templates);
  const pages = { paths, input, encoding, templates, jobs, pageTimeout, signal: untilEnded() };
  const report = await check({ ...pages, isKnown, failOn, update });
  return { text: writeReport(report, reporter, now, translate), status: statusOf(report) };
}

/** What the baseline knows; nothing without one. */
export function loadBaseline(file: string | undefined): IsKnown {
  if (file === undefined) return () => false;
  try {
    return readBaseline(readJsonFile(file));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CallError(`${file} cannot be a baseline: ${why}`);
  }
}
