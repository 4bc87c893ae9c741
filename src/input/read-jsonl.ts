import type { Entry, NoEntry, PageEntry, Refusal, Settings, Source } from './container.js';
import { findFields, isRow, OWN_OUTPUT, type Row, readFields } from './fields.js';
import type { Budget } from './limits.js';
import { readLines, withoutMark } from './lines.js';
import { decodeName } from './names.js';
import { expand } from './streams.js';

/** A file whose first lines hold no page, so many of them, holds none. */
const LOOK_AT = 100;
/** JSON may write a character of three bytes in six. */
const MOST_ESCAPED = 2;
const BESIDE_PAGE = 100_000;

/** Reads the pages of JSON Lines, one a line. */
export async function* readJsonl(source: Source, settings: Settings, budget: Budget): AsyncGenerator<Entry> {
  const limit = settings.maxBytes * MOST_ESCAPED + BESIDE_PAGE;
  let held: NoEntry[] | null = [];
  for await (const { number, bytes } of readLines(withoutMark(expand(source.open(), budget)), limit)) {
    if (bytes?.length === 0) continue;
    const entry = bytes === null ? tooLong(number, limit) : readLine(bytes, number, settings);
    if (entry.kind === 'refused') return yield entry;
    if (held === null) yield entry;
    else if (entry.kind === 'page') {
      yield* held;
      held = null;
      yield entry;
    } else if (held.push(entry) === LOOK_AT) break;
  }
  const first = held?.[0];
  if (!first) return;
  const reason = `holds no pages (--jsonl-fields names their fields); line ${first.path} ${first.reason}`;
  yield { kind: 'refused', reason };
}

function readLine(bytes: Buffer, number: number, { jsonlFields }: Settings): PageEntry | NoEntry | Refusal {
  const row = parseLine(bytes);
  if (row === undefined) return { kind: 'missing', path: `#${number}`, reason: 'is broken JSON' };
  if (!isRow(row)) return { kind: 'missing', path: `#${number}`, reason: 'is no JSON object' };
  if (isOwnRecord(row)) return { kind: 'refused', reason: OWN_OUTPUT };
  return readFields(row, findFields(row, jsonlFields), number);
}

function parseLine(bytes: Buffer): unknown {
  try {
    return JSON.parse(decodeName(bytes));
  } catch {
    return undefined;
  }
}

function tooLong(number: number, limit: number): NoEntry {
  return { kind: 'missing', path: `#${number}`, reason: `is a line of over ${limit} bytes (--max-bytes)` };
}

function isOwnRecord(row: Row): boolean {
  return ['schema', 'tool', 'source', 'status', 'values'].every((name) => Object.hasOwn(row, name));
}
