import data from '../data/containers.json' with { type: 'json' };
import type { NoEntry, PageEntry } from './container.js';
import { FIELDS, type FieldNames } from './input.js';
import { decodeName } from './names.js';

/** A line or row of a dump by the names of its fields. */
export type Row = Readonly<Record<string, unknown>>;

export const OWN_OUTPUT = 'is output of gip-parse, no pages';

/** The fields that hold a page and what is known of it: those given, else the first usual ones that hold something. */
export function findFields(row: Row, given: FieldNames): FieldNames {
  const own = new Map(Object.keys(row).map((name) => [name.toLowerCase(), name]));
  const findUsual = (names: readonly string[]) => {
    const there = names
      .map((name) => own.get(name) ?? name)
      .filter((name) => lookUp(row, name) !== undefined);
    return there.find((name) => isFilled(lookUp(row, name))) ?? there[0];
  };
  const found = FIELDS.map((field) => [field, given[field] ?? findUsual(data.fields[field])]);
  return Object.fromEntries(found.filter(([, name]) => name !== undefined));
}

/** A name of a field, or names with dots between for one in others. */
function lookUp(row: Row, name: string): unknown {
  if (Object.hasOwn(row, name)) return row[name];
  const dot = name.indexOf('.');
  const outer = dot < 0 ? undefined : row[name.slice(0, dot)];
  return isRow(outer) ? lookUp(outer, name.slice(dot + 1)) : undefined;
}

export function isRow(value: unknown): value is Row {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}

function isFilled(value: unknown): boolean {
  if (typeof value === 'string' || value instanceof Uint8Array) return value.length > 0;
  return typeof value === 'number' || (isRow(value) && value.$date !== undefined);
}

/** Longer addresses stand in the record's `url` only. */
const LONGEST_IN_PATH = 2000;

/** The page that a row holds in these fields, or why there is none; `number` is the row's. */
export function readFields(row: Row, names: FieldNames, number: number): PageEntry | NoEntry {
  const get = (name: string | undefined) => (name === undefined ? undefined : lookUp(row, name));
  const url = textOf(get(names.url));
  const path = url === null || url.length > LONGEST_IN_PATH ? `#${number}` : `#${number} ${url}`;
  const body = get(names.body);
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) {
    const where = names.body === undefined ? 'a field of a usual name' : names.body;
    return { kind: 'missing', path, reason: `holds no page in ${where}` };
  }
  const label = textOf(get(names.encoding));
  const isText = typeof body === 'string' && !isBase64(body);
  return {
    kind: 'page',
    path,
    url,
    fetchedAt: dateOf(get(names.date)),
    declared: isText ? 'utf-8' : label,
    open: () => once(bytesOf(body)),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function bytesOf(body: string | Uint8Array): Uint8Array {
  const text =
    typeof body === 'string'
      ? body
      : Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1');
  if (isBase64(text)) return Buffer.from(text, 'base64');
  return typeof body === 'string' ? Buffer.from(body) : body;
}

const SHORTEST_BASE64 = 24;

/** True of a text that is one long word of base64: no page is. */
function isBase64(text: string): boolean {
  return text.length >= SHORTEST_BASE64 && text.search(/[^\w+/=\r\n-]/) < 0;
}

function textOf(value: unknown): string | null {
  const text = value instanceof Uint8Array ? decodeName(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

/** From here on a number counts milliseconds, not seconds since 1970. */
const MILLISECONDS = 1e11;

/** A time as the dump states it; numbers since 1970, and what databases wrap in `$date`, as ISO 8601. */
function dateOf(value: unknown): string | null {
  if (isRow(value)) return dateOf(value.$date ?? null);
  if (typeof value !== 'number') return textOf(value);
  const date = new Date(value < MILLISECONDS ? value * 1000 : value);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
