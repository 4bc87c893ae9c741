import type { NoPage } from '../input/input.js';
import type { GipRecord, Message, Status } from '../model/record.js';

/** A message that a page has, how often, and how its first wording begins. */
interface MessageCount {
  readonly code: string;
  readonly count: number;
  readonly text: string;
}

/** What became of one input. */
export interface InputRow {
  readonly path: string;
  readonly container: string | null;
  /** Its address, where one is known. */
  readonly url: string | null;
  readonly status: Status | NoPage['kind'];
  readonly reason: string;
  /** Family and edition of the form. */
  readonly template: string | null;
  /** Numbers that were read. */
  readonly figures: number;
  /** Figures in tables that no indicator takes. */
  readonly unmapped: number;
  readonly checksFailed: number;
  /** Warnings and errors, by code. */
  readonly messages: readonly MessageCount[];
  readonly milliseconds: number;
  /** Of the page's bytes; empty where there are none. */
  readonly sha256: string;
}

export function rowOfRecord(record: GipRecord, milliseconds: number): InputRow {
  const { source, status, reason, template, values, unmapped, checks, messages } = record;
  const { family, edition } = template;
  return {
    path: source.path,
    container: source.container,
    url: source.url,
    status,
    reason,
    template: edition === null ? family : `${family} ${edition}`,
    figures: values.filter(({ value }) => value !== null).length,
    unmapped: unmapped.length,
    checksFailed: checks.filter((check) => check.status === 'fail').length,
    messages: countMessages(messages),
    milliseconds: Math.round(milliseconds),
    sha256: source.sha256,
  };
}

export function rowOfNoPage({ kind, path, container, reason }: NoPage): InputRow {
  const nothing = { url: null, template: null, figures: 0, unmapped: 0, checksFailed: 0, messages: [] };
  return { path, container, status: kind, reason, ...nothing, milliseconds: 0, sha256: '' };
}

function countMessages(messages: readonly Message[]): MessageCount[] {
  const counts = new Map<string, { code: string; count: number; text: string }>();
  for (const { code, severity, text } of messages) {
    if (severity === 'info') continue;
    const known = counts.get(code);
    if (known) known.count++;
    else counts.set(code, { code, count: 1, text: clip(text) });
  }
  return [...counts.values()];
}

const LONGEST = 160;

function clip(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}\u2026` : text;
}

/** Warnings and errors of an input. */
export function warningsOf({ messages }: InputRow): number {
  return messages.reduce((sum, { count }) => sum + count, 0);
}

const NO_PAGES: ReadonlySet<InputRow['status']> = new Set<NoPage['kind']>(['skipped', 'missing', 'no_pages']);

export function isPage({ status }: InputRow): boolean {
  return !NO_PAGES.has(status);
}

const UNUSABLE: ReadonlySet<InputRow['status']> = new Set<InputRow['status']>([
  'empty',
  'undecodable',
  'too_large',
  'failed',
  'missing',
  'no_pages',
]);

/** True where the input was no page that could be read; with `strict`, where it is a page and no parsed report. */
export function isUnusable({ status }: Pick<InputRow, 'status'>, strict: boolean): boolean {
  return UNUSABLE.has(status) || (strict && status !== 'parsed' && status !== 'skipped');
}
