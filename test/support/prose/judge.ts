import type { GipRecord, Value } from '../../../src/model/record.js';
import type { MadePage, Sentence } from './page.js';

/** `spurious`: a figure of an indicator that the page does not state. */
export type Verdict = 'right' | 'wrong' | 'missed' | 'spurious';

export interface Judged {
  readonly code: string;
  readonly verdict: Verdict;
  readonly expected: number | null;
  readonly got: number | null;
  /** The phrase that states the indicator, or the one that a figure of none was read from. */
  readonly phrase: string;
  /** The sentence that was read, else the one that states the indicator. */
  readonly sentence: string;
  /** Whether an approximate figure, and only such a one, is marked as approximate; only where right. */
  readonly isApproximateRight: boolean;
}

/** Judges the figures read from sentences, code by code; `also` and open codes do not count. */
export function judge(page: MadePage, record: GipRecord): Judged[] {
  const read = new Map(
    record.values.filter(({ origin, value }) => origin === 'prose' && value !== null).map((v) => [v.code, v]),
  );
  const codes = [...new Set([...page.truth.keys(), ...read.keys()])].filter((code) => !page.open.has(code));
  return codes.map((code) => judgeCode(page, code, read.get(code)));
}

function judgeCode(page: MadePage, code: string, value: Value | undefined): Judged {
  const truth = page.truth.get(code);
  const verdict = verdictOf(truth?.value, value?.value ?? null);
  const source = value && sentenceAt(page, value);
  const stating = page.sentences.find(({ spans }) => spans.some(({ phrase }) => phrase === truth?.phrase));
  const isMisread = value !== undefined && verdict !== 'right';
  return {
    code,
    verdict,
    expected: truth?.value ?? null,
    got: value?.value ?? null,
    phrase: isMisread ? phraseAt(source, value) : (truth?.phrase ?? ''),
    sentence: (source ?? stating)?.text ?? '',
    isApproximateRight: (truth?.approximate ?? false) === (value?.approximate ?? false),
  };
}

function verdictOf(expected: number | undefined, got: number | null): Verdict {
  if (expected === undefined) return 'spurious';
  if (got === null) return 'missed';
  return Math.abs(got - expected) < 1e-9 ? 'right' : 'wrong';
}

const sentenceAt = ({ sentences }: MadePage, { place }: Value): Sentence | undefined =>
  sentences.find(({ start, text }) => start < place.end && place.start < start + text.length);

/** The innermost phrase round the figure: a distractor inside a sentence is told from the sentence. */
function phraseAt(sentence: Sentence | undefined, { raw }: Value): string {
  if (!sentence) return 'no sentence';
  const at = sentence.text.indexOf(raw);
  const round = sentence.spans.filter(({ start, end }) => start <= at && at + raw.length <= end);
  const inner = round.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  return inner?.phrase ?? sentence.spans.at(-1)?.phrase ?? '';
}
