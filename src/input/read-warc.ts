import data from '../data/containers.json' with { type: 'json' };
import type { Entry, PageEntry, Settings, Source } from './container.js';
import { type Cursor, createCursor } from './cursor.js';
import { type Headers, openBody, readEncodings, readHead, readType } from './http.js';
import type { Budget } from './limits.js';
import { reasonOf } from './reasons.js';
import { DECODERS, expand } from './streams.js';

const WITH_PAGES = new Set(['response', 'resource', 'conversion', 'revisit']);
const pageTypes: ReadonlySet<string> = new Set(data.page_types);
const DONE = '200';

/**
 * Reads the pages of a WARC (ISO 28500): what was answered with status 200 and is HTML or text. Records of other kinds,
 * such as requests, are no inputs.
 */
export async function* readWarc(source: Source, settings: Settings, budget: Budget): AsyncGenerator<Entry> {
  const cursor = createCursor(expand(source.open(), budget));
  try {
    for (let number = 1; ; number++) {
      const head = await readHead(cursor);
      if (head === null) return;
      const length = Number(head.headers.get('content-length') ?? Number.NaN);
      if (!head.first.startsWith('WARC/') || !(length >= 0))
        throw new Error(`is damaged at record ${number}`);
      const block = createCursor(cursor.block(length));
      if (WITH_PAGES.has(head.headers.get('warc-type') ?? ''))
        yield await readRecord({ headers: head.headers, block, number }, settings, budget);
      for await (const _ of cursor.rest());
    }
  } finally {
    await cursor.close();
  }
}

interface WarcRecord {
  readonly headers: Headers;
  readonly block: Cursor;
  readonly number: number;
}

/** A record as a page; its bytes are those behind the head of the answer, where the record holds one. */
async function readRecord(
  { headers, block, number }: WarcRecord,
  settings: Settings,
  budget: Budget,
): Promise<Entry> {
  const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null;
  const path = url === null ? `#${number}` : `#${number} ${url}`;
  try {
    const head = isHttp(headers) ? await readHead(block) : { first: '', headers };
    if (head === null) return { kind: 'missing', path, reason: 'holds nothing' };
    const reason = refuse(headers, head);
    if (reason !== null) return { kind: 'skipped', path, reason };
    const unknown = readEncodings(head.headers).find((name) => !Object.hasOwn(DECODERS, name));
    if (unknown !== undefined)
      return { kind: 'missing', path, reason: `is packed as ${unknown}, which is not read` };
    const open = () => openBody(block, head.headers, { settings, budget });
    return { ...pageOf(headers, head.headers), path, url, open };
  } catch (error) {
    return { kind: 'missing', path, reason: reasonOf(error) };
  }
}

function isHttp(headers: Headers): boolean {
  return readType(headers).type === 'application/http';
}

function pageOf(record: Headers, answer: Headers): Pick<PageEntry, 'kind' | 'fetchedAt' | 'declared'> {
  return { kind: 'page', fetchedAt: record.get('warc-date') ?? null, declared: readType(answer).charset };
}

/** Why what was fetched is no page; null where it may be one. */
function refuse(
  record: Headers,
  answer: { readonly first: string; readonly headers: Headers },
): string | null {
  if (record.get('warc-type') === 'revisit') return 'is unchanged since it was fetched before';
  const { type } = readType(answer.headers);
  const status = isHttp(record) ? (/^HTTP\/\S+ +(\d+)/.exec(answer.first)?.[1] ?? 'none') : DONE;
  if (status !== DONE) return `was answered with status ${status}`;
  return type === '' || pageTypes.has(type) ? null : `is ${type}, no page`;
}
