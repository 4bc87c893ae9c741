import type { PageBytes } from '../input/read-bytes.js';
import { unreadable } from '../input/reasons.js';
import { emptyRecord } from '../model/empty-record.js';
import type { GipRecord } from '../model/record.js';
import type { Stage } from '../model/stage.js';
import type { Catalogue } from '../model/template.js';
import { parsePage } from '../parse.js';
import { tooLarge } from '../refuse.js';
import { tool } from '../tool.js';
import type { RecordCache } from './cache.js';
import type { PageJob } from './page-job.js';

/** What is done to a page: the stages of parsing it, and what is around them. */
export type PageStage = Stage | 'read' | 'cache' | 'write';

/** What a page is read with. */
export interface ReadOptions {
  readonly catalogue: Catalogue;
  readonly encoding: string | null;
  readonly maxBytes: number;
  readonly cache: RecordCache | null;
  /** Told of each stage when it is done. */
  readonly onStage: ((stage: PageStage) => void) | null;
}

type Page = Omit<PageJob, 'file' | 'bytes' | 'spent'>;

/** One page to its record, whatever happens: what cannot be read has `failed`. */
export async function readRecord(
  page: Page,
  read: () => Promise<PageBytes | null>,
  options: ReadOptions,
): Promise<GipRecord> {
  const { path, container, url, fetchedAt, failure } = page;
  const from = { path, container, url, fetchedAt };
  try {
    const found = await read();
    options.onStage?.('read');
    const { bytes, size, sha256 } = found ?? { bytes: null, size: 0, sha256: '' };
    const nothing = { ...from, sha256, bytes: size };
    if (failure !== null) return emptyRecord(nothing, tool, 'failed', failure);
    if (bytes) return parseOrRecall(bytes, sha256, page, options);
    return emptyRecord(nothing, tool, 'too_large', tooLarge(size, options.maxBytes));
  } catch (error) {
    const reason = failure ?? unreadable(error);
    return emptyRecord({ ...from, sha256: '', bytes: 0 }, tool, 'failed', reason);
  }
}

function parseOrRecall(bytes: Uint8Array, sha256: string, page: Page, options: ReadOptions): GipRecord {
  const { cache, onStage } = options;
  const key = { sha256, declared: page.declared };
  const known = cache?.find(key);
  if (cache) onStage?.('cache');
  if (known) return { ...known, source: { ...known.source, ...sourceOf(page) } };
  const record = parse(bytes, sha256, page, options);
  if (record.status !== 'failed') cache?.keep(key, record);
  if (cache) onStage?.('cache');
  return record;
}

function sourceOf({ path, container, url, fetchedAt }: Page) {
  return { path, container, url, fetched_at: fetchedAt };
}

function parse(bytes: Uint8Array, sha256: string, page: Page, options: ReadOptions): GipRecord {
  const { path, container, url, fetchedAt, declared } = page;
  const { catalogue, encoding, maxBytes, onStage } = options;
  return parsePage(bytes, {
    ...{ path, container, url, fetchedAt, sha256, catalogue, maxBytes },
    ...(declared !== null && { declared }),
    ...(encoding !== null && { encoding }),
    ...(onStage && { onStage }),
  });
}
