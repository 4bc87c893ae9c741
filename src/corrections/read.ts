import { parse } from 'csv-parse/sync';
import type { Correction } from '../model/correction.js';

const COLUMNS = ['sha256', 'code', 'raw', 'value', 'reason', 'by', 'date'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/** What a file of corrections holds, or the first thing that is wrong with it. */
export type Corrections =
  | { readonly corrections: readonly Correction[] }
  | { readonly problem: string; readonly line: number };

/**
 * Reads a file of corrections: CSV in UTF-8 whose first line names the columns, in any order.
 * @param codes those that a page may have
 */
export function readCorrections(text: string, codes: ReadonlySet<string>): Corrections {
  const rows = readRows(text);
  if ('problem' in rows) return rows;
  const seen = new Map<string, number>();
  const corrections: Correction[] = [];
  for (const { row, line } of rows.rows) {
    const problem = problemOf(row, codes);
    if (problem !== null) return { problem, line };
    const key = [row.sha256, row.code, row.raw].join('\n');
    const other = seen.get(key);
    if (other !== undefined) return { problem: `corrects the same figure as line ${other}`, line };
    seen.set(key, line);
    corrections.push({ ...row, value: row.value === '' ? null : Number(row.value), line });
  }
  return { corrections };
}

type Rows =
  | { readonly rows: readonly { readonly row: Row; readonly line: number }[] }
  | { readonly problem: string; readonly line: number };

function readRows(text: string): Rows {
  try {
    let missing: string | undefined;
    const records = parse<{ record: Row; info: { lines: number } }>(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      columns: (names: string[]) => {
        missing = COLUMNS.find((name) => !names.includes(name));
        return names;
      },
    });
    if (text.trim() === '' || missing !== undefined)
      return { problem: `has no column ${missing ?? COLUMNS[0]}; wanted are ${COLUMNS.join(', ')}`, line: 1 };
    return {
      rows: records.map(({ record, info }) => ({
        row: Object.fromEntries(COLUMNS.map((name) => [name, record[name]])) as Row,
        line: info.lines,
      })),
    };
  } catch (error) {
    const { message, lines } = error as Error & { lines?: number };
    return { problem: `is no CSV: ${message}`, line: lines ?? 1 };
  }
}

const hash = /^[0-9a-f]{64}$/;
const plainNumber = /^-?\d{1,15}(?:\.\d{1,9})?$/;

function problemOf(
  { sha256, code, value, reason, by, date }: Row,
  codes: ReadonlySet<string>,
): string | null {
  if (!hash.test(sha256)) return `sha256 is no SHA-256 in small hexadecimal letters: ${sha256}`;
  if (!codes.has(code)) return `code is none of the codebook: ${code}`;
  if (value !== '' && !plainNumber.test(value)) return `value is neither a plain number nor empty: ${value}`;
  if (reason.trim() === '') return 'reason is empty';
  if (by.trim() === '') return 'by is empty';
  if (!isDate(date)) return `date is no date such as 2026-01-31: ${date}`;
  return null;
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
