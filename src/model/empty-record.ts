import type { GipRecord, Report, Status } from './record.js';

/** Where the bytes of a page came from. */
export interface PageSource {
  readonly path: string;
  readonly container: string | null;
  readonly url: string | null;
  readonly fetchedAt: string | null;
  readonly sha256: string;
  readonly bytes: number;
}

const NOTHING_SAID: Report = {
  title: null,
  report_year: null,
  period_start: null,
  period_end: null,
  publisher: null,
  place: null,
  adcode: null,
  adcode_current: null,
  level: null,
  kind: null,
  alternatives: [],
  published_on: null,
  index_number: null,
  document_number: null,
  issuing_body: null,
  source_site: null,
  views: null,
  contact_address: null,
  contact_postcode: null,
  contact_phone: null,
  contact_fax: null,
  contact_email: null,
  candidates: [],
};

/** The record of a page of which nothing was read. */
export function emptyRecord(
  source: PageSource,
  tool: GipRecord['tool'],
  status: Status,
  reason: string,
): GipRecord {
  const { path, container, sha256, bytes, url, fetchedAt } = source;
  return {
    schema: '1',
    tool,
    source: { path, container, sha256, bytes, media: null, encoding: null, url, fetched_at: fetchedAt },
    status,
    reason,
    text: { script: null, repairs: [], dropped: [] },
    template: { family: null, edition: null, score: 0, runner_up: null, reasons: [] },
    report: { ...NOTHING_SAID, alternatives: [], candidates: [] },
    sections: [],
    values: [],
    unmapped: [],
    coverage: { tables: 0, figures: 0, mapped: 0, unmapped: 0, rows_missing: [] },
    checks: [],
    culprits: [],
    messages: [],
  };
}
