import { type InputRow, isUnusable } from '../run/input-row.js';
import type { RunListener } from '../run/run.js';
import { startProgress } from './progress.js';
import type { RunFlags } from './run-options.js';
import { addInput, createTotals } from './summary.js';
import { type Talk, talkQuietly, talkToMachines, talkToPeople } from './talk.js';
import type { Terminal } from './terminal.js';

/** Hears a run and tells of it. */
export interface RunReport extends RunListener {
  readonly onNote: (note: string) => void;
  /** Ends the progress. */
  readonly stop: () => void;
  /** Tells the totals. */
  readonly end: () => void;
  readonly hasUnusable: () => boolean;
}

/** @param count finds out how many pages the run has */
export function createReport(
  flags: RunFlags & { readonly out?: string; readonly saidOut?: string; readonly strict?: boolean },
  terminal: Terminal,
  count: () => Promise<number | null>,
): RunReport {
  const talk = chooseTalk(flags, terminal);
  const progress = startProgress(talk, count);
  const totals = createTotals();
  const stages: Record<string, number> = {};
  let unusable = 0;
  let hasCacheProblem = false;
  const add = (row: InputRow, isEarlier: boolean) => {
    addInput(totals, row);
    progress.add(row, isEarlier);
    if (!isUnusable(row, flags.strict === true)) return;
    unusable++;
    if (!isEarlier) talk.problem(row);
  };
  return {
    onEarlier: (row) => add(row, true),
    onDone(done) {
      add(done.row, false);
      for (const [stage, milliseconds = 0] of Object.entries(done.stages))
        stages[stage] = (stages[stage] ?? 0) + milliseconds;
      if (done.cacheProblem !== null && !hasCacheProblem) {
        hasCacheProblem = true;
        talk.note(`the cache does not keep all records: ${done.cacheProblem}`);
      }
    },
    onLeft: talk.note,
    onNote: talk.note,
    stop: progress.stop,
    end() {
      talk.end(totals, flags.saidOut ?? flags.out);
      if (flags.profile) talk.stages(stages);
    },
    hasUnusable: () => unusable > 0,
  };
}

function chooseTalk({ logJson, quiet }: RunFlags, terminal: Terminal): Talk {
  const talk = logJson ? talkToMachines(terminal) : talkToPeople(terminal);
  if (logJson) terminal.sayErrorsAs((text) => JSON.stringify({ event: 'error', text }));
  return quiet ? talkQuietly(talk) : talk;
}
