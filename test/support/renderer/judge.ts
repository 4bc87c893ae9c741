import type { GipRecord, Value } from '../../../src/model/record.js';
import type { Page, Truth } from './page.js';

/** `left`: the rendering lost where the figure belongs, and the parser left it out and said so. */
export type Verdict = 'right' | 'left' | 'missed' | 'warned' | 'silent' | 'spurious';

export interface Judged {
  readonly code: string;
  readonly verdict: Verdict;
  readonly expected: string;
  readonly got: string;
  /** Codes of the messages and ids of the failed checks that name the indicator. */
  readonly named: readonly string[];
}

export interface Judgement {
  readonly status: string;
  readonly cells: readonly Judged[];
  /** Printed figures of no indicator that are not in `unmapped`. */
  readonly unmappedMissing: readonly string[];
}

export const isBad = ({ verdict }: Judged) => verdict !== 'right' && verdict !== 'left';

/** Compares what the parser read with what is known of the page, cell by cell. */
export function judge(page: Page, record: GipRecord): Judgement {
  const names = namesByCode(record);
  const inTables = new Map(record.values.filter((v) => v.origin === 'table').map((v) => [v.code, v]));
  const cells = [...page.truth].map(([code, truth]): Judged => {
    const value = inTables.get(code);
    const named = names.get(code) ?? [];
    return {
      code,
      verdict: verdictOf(truth, value, named),
      expected: `${truth.state === 'number' ? truth.value : truth.state} “${truth.raw}”${truth.lost ? ' (lost)' : ''}`,
      got: describe(value),
      named,
    };
  });
  const extra = record.values.filter(
    (value) => value.value !== null && (value.origin === 'prose' || !page.truth.has(value.code)),
  );
  const spurious = extra.map((value): Judged => {
    const got = `${describe(value)} (${value.origin})`;
    return {
      code: value.code,
      verdict: 'spurious',
      expected: 'nothing',
      got,
      named: names.get(value.code) ?? [],
    };
  });
  return {
    status: record.status,
    cells: [...cells, ...spurious],
    unmappedMissing: findMissing(page, record),
  };
}

function verdictOf(truth: Truth, value: Value | undefined, named: readonly string[]): Verdict {
  const got = value?.value ?? null;
  const isLeftOut = truth.lost && named.length > 0;
  if (truth.value === null) {
    if (got !== null) return named.length > 0 ? 'warned' : 'silent';
    if (truth.state === 'blank' || value?.state === truth.state) return 'right';
    return isLeftOut ? 'left' : 'missed';
  }
  if (got === truth.value) return 'right';
  if (got === null) return isLeftOut ? 'left' : 'missed';
  return named.length > 0 ? 'warned' : 'silent';
}

function describe(value: Value | undefined): string {
  if (!value) return 'nothing';
  return `${value.value ?? value.state} “${value.raw}” from “${value.label}” line ${value.place.line}`;
}

function namesByCode(record: GipRecord): Map<string, string[]> {
  const names = new Map<string, string[]>();
  const note = (codes: readonly string[], name: string) => {
    for (const code of codes) names.set(code, [...(names.get(code) ?? []), name]);
  };
  for (const { codes, code } of record.messages) note(codes, code);
  for (const { codes, id, status } of record.checks) if (status === 'fail') note(codes, id);
  return names;
}

function findMissing(page: Page, record: GipRecord): string[] {
  const left = record.unmapped.map(({ raw }) => plain(raw));
  return page.others.filter((raw) => {
    const at = left.indexOf(plain(raw));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** As printed, but for widths and spaces, which the parser folds. */
function plain(raw: string): string {
  return raw.normalize('NFKC').replace(/\s/g, '');
}
