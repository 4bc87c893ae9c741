import { type InputRow, isPage } from '../run/input-row.js';
import { type Progress, progressLine } from './progress.js';
import { shown } from './shown.js';
import { frequentMessages, summaryLines, type Totals } from './summary.js';
import type { Terminal } from './terminal.js';

/** What a run says as it goes. */
export interface Talk {
  /** Of an input that cannot be used. */
  readonly problem: (row: InputRow) => void;
  readonly note: (text: string) => void;
  readonly progress: (progress: Progress) => void;
  /** Progress that the next replaces; null where nothing shows it. */
  readonly ticker: ((progress: Progress) => void) | null;
  readonly end: (totals: Totals, out: string | undefined) => void;
  /** Where the time went. */
  readonly stages: (stages: Stages) => void;
}

/** Milliseconds by stage. */
type Stages = Readonly<Record<string, number>>;

/** Lines for people. */
export function talkToPeople({ say, progress: show, translate }: Terminal): Talk {
  return {
    problem(row) {
      const { path, container, status, reason } = row;
      const name = shown(container === null ? path : `${container}!/${path}`);
      if (isPage(row)) say(`gip-parse: ${name}: ${status}: ${shown(reason)}`);
      else say(`gip-parse: ${name}: ${shown(reason)}`);
    },
    note: (text) => say(`gip-parse: ${shown(text)}`),
    progress: (progress) => say(progressLine(progress, translate)),
    ticker: show && ((progress) => show(progressLine(progress, translate))),
    end: (totals, out) => summaryLines(totals, out, translate).forEach((line) => void say(shown(line))),
    stages: (stages) => stageLines(stages).forEach(say),
  };
}

/** One JSON object a line, with the name of its event; docs/runs.md lists them. */
export function talkToMachines({ log }: Terminal): Talk {
  const tell = (event: string, content: object) => log(JSON.stringify({ event, ...content }));
  return {
    problem: ({ path, container, status, reason }) => tell('problem', { path, container, status, reason }),
    note: (text) => tell('note', { text }),
    progress({ pages, total, failed, perSecond, secondsLeft }) {
      tell('progress', { pages, total, failed, pages_per_second: perSecond, seconds_left: secondsLeft });
    },
    ticker: null,
    end(totals, out) {
      const {
        inputs,
        pages,
        figures,
        unmapped,
        checksFailed: checks_failed,
        warnings,
        statuses,
        templates,
      } = totals;
      tell('end', {
        ...{ out: out ?? null, inputs, pages, figures, unmapped, checks_failed, warnings },
        statuses: Object.fromEntries([...statuses, ...totals.others]),
        templates: Object.fromEntries(templates),
        messages: frequentMessages(totals),
      });
    },
    stages: (stages) => tell('profile', { milliseconds: stages }),
  };
}

/** Says only what cannot be used, and what a run has to tell. */
export function talkQuietly(talk: Talk): Talk {
  return { ...talk, progress: () => {}, ticker: null, end: () => {} };
}

/** Stages, the longest first, with their share of the time of all workers. */
function stageLines(stages: Stages): string[] {
  const all = Object.values(stages).reduce((sum, milliseconds) => sum + milliseconds, 0);
  return Object.entries(stages)
    .sort(([, a], [, b]) => b - a)
    .map(([stage, milliseconds]) => {
      const share = ((100 * milliseconds) / all).toFixed(1);
      return `${stage.padEnd(12)} ${(milliseconds / 1000).toFixed(2).padStart(9)} s ${share.padStart(5)} %`;
    });
}
