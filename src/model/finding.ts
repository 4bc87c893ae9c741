import type { Message, Place } from './record.js';

/** Something that a check of pages found. */
export interface Finding {
  /** The record's path of the page. */
  readonly path: string;
  /** The page on disk, as the call names it; null for stdin. */
  readonly file: string | null;
  /** `schema`, `expected`, `culprit`, or the id of a rule or of one of its checks. */
  readonly rule: string;
  readonly severity: Message['severity'];
  readonly text: string;
  readonly codes: readonly string[];
  readonly place: Place | null;
  /** What should stand there, and what does: of a difference, of a culprit, of the sides of a check. */
  readonly expected?: unknown;
  readonly got?: unknown;
  /** The other page that a rule over several pages is about. */
  readonly other?: string;
  /** The page of which this is the same report again. */
  readonly duplicate_of?: string;
}

/** An input that cannot be checked, and why. */
export interface Unusable {
  readonly path: string;
  readonly reason: string;
}

export const REPORTERS = ['people', 'json', 'junit', 'github'] as const;
export type Reporter = (typeof REPORTERS)[number];

export const FAIL_ON = ['error', 'warning', 'new'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** What a run of checks came to; `known` are findings that the baseline has. */
export interface CheckReport {
  readonly pages: readonly string[];
  readonly findings: readonly Finding[];
  readonly known: readonly Finding[];
  readonly unusable: readonly Unusable[];
  readonly failOn: FailOn;
}

/** Whether a finding that no baseline knows makes the run fail: errors, warnings too, or whatever is new. */
export function fails({ severity }: Finding, failOn: FailOn): boolean {
  return severity === 'error' || failOn === 'new' || (severity === 'warning' && failOn === 'warning');
}
