import { hash } from 'node:crypto';
import { checkRecord } from './check/check-record.js';
import { wordIn } from './extract/cell-text.js';
import { readCells } from './extract/cells.js';
import { readHeadFacts, readPageFacts } from './extract/page-facts.js';
import { readProse } from './extract/prose.js';
import { timesOf } from './extract/prose-rules.js';
import { readReport } from './extract/report.js';
import { readSections } from './extract/sections.js';
import { readSentences } from './extract/sentences.js';
import { readTables } from './extract/tables.js';
import { type Findings, toRecord } from './extract/to-record.js';
import { turnGrids } from './extract/turn-grids.js';
import { emptyRecord, type PageSource } from './model/empty-record.js';
import { MessageSink } from './model/messages.js';
import { createPlacer } from './model/placer.js';
import type { GipRecord } from './model/record.js';
import type { OnStage } from './model/stage.js';
import type { Catalogue } from './model/template.js';
import { findBody } from './page/body.js';
import { isHtml, type PageReading, readPage } from './page/read-page.js';
import { type Refusal, refuse, refuseMass } from './refuse.js';
import { detectTemplate } from './template/detect.js';
import { loadCatalogue } from './template/load.js';
import { type Decoded, decode, isGarbage } from './text/decode.js';
import { findSpam, maskSpam } from './text/spam.js';
import { tool } from './tool.js';

export interface ParseOptions {
  /** What the record calls the page; `-` for standard input. */
  readonly path?: string;
  /** Label of the WHATWG Encoding Standard that overrides the page's own bytes and words. */
  readonly encoding?: string;
  /** The encoding that the transfer declared, such as an HTTP header; it decides only where the bytes do not. */
  readonly declared?: string;
  /** Larger pages, in bytes, are `too_large`. */
  readonly maxBytes?: number;
  /** The archive or dump that the page came from. */
  readonly container?: string | null;
  readonly url?: string | null;
  readonly fetchedAt?: string | null;
  /** Of the bytes, in hexadecimal digits, where it is known already. */
  readonly sha256?: string;
  /** Forms and indicators to read with, from `loadExtraTemplates`; else those of the tool. */
  readonly catalogue?: Catalogue;
  /** Told of each stage when it is done, to measure where the time goes. */
  readonly onStage?: OnStage;
}

export const DEFAULT_MAX_BYTES = 30_000_000;

/**
 * Reads one page, whatever its bytes: a page that is no report, or is damaged, is a record with a status.
 * @param bytes the page as it came: HTML or text in UTF-8, UTF-16, GB18030 or Big5
 * @returns the record, as docs/record.schema.json describes it; the same for the same bytes and options
 */
export function parsePage(bytes: Uint8Array, options: ParseOptions = {}): GipRecord {
  const { onStage } = options;
  const source = describe(bytes, options);
  const nothing = ({ status, reason }: Refusal) => emptyRecord(source, tool, status, reason);
  const refused = refuse(bytes, options.maxBytes ?? DEFAULT_MAX_BYTES);
  if (refused) return nothing(refused);
  try {
    const decoded = decode(bytes, options.encoding, options.declared);
    if (isGarbage(decoded)) return nothing({ status: 'undecodable', reason: NO_TEXT });
    onStage?.('decode');
    const tooMuch = refuseMass(decoded.text, isHtml(decoded.text) ? 'tags' : 'characters');
    if (tooMuch) return nothing(tooMuch);
    const reading = readPage(decoded.text, decoded.islands, onStage);
    const tooLong = refuseMass(reading.page.text, 'characters');
    if (tooLong) return nothing(tooLong);
    const found = readRecord(decoded, reading, options.catalogue ?? loadCatalogue(), onStage);
    const record = toRecord(emptyRecord(source, tool, 'failed', ''), found);
    onStage?.('record');
    checkRecord(record, decoded.text);
    onStage?.('check');
    return record;
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return nothing({
      status: 'failed',
      reason: `The program failed on this page: ${what}. Please report it with the page.`,
    });
  }
}

const NO_TEXT =
  'The bytes are text in no encoding that is known here: fetch the page again, or name its encoding.';

/** The stages, in order. */
function readRecord(
  decoded: Decoded,
  reading: PageReading,
  catalogue: Catalogue,
  onStage: OnStage | undefined,
): Findings {
  const messages = new MessageSink();
  const placer = createPlacer(decoded.text, reading.page);
  const body = findBody(reading.blocks);
  const head = readHeadFacts(reading.head);
  const facts = readPageFacts(body, reading.page);
  const report = readReport({ body, facts, head, placer, messages });
  onStage?.('report');
  const cells = readCells(body.body, reading.page.text);
  onStage?.('cells');
  const labels = cells.filter((cell) => cell.kind === 'label');
  const detection = detectTemplate(labels.map(wordIn), report.report_year, catalogue.templates);
  const template = detection.best?.template ?? null;
  onStage?.('template');
  const tables = readTables(turnGrids(cells, template), template);
  onStage?.('tables');
  const sections = readSections(body.body, tables.claimed);
  const spam = findSpam(reading.page.text);
  const text = maskSpam(reading.page.text, spam);
  const sentences = readSentences(body.body, sections, tables.claimed, text);
  const times = timesOf(template?.data, report.report_year);
  const prose = readProse(sentences, times, report.report_year, report.publisher);
  onStage?.('prose');
  const page = { body, report, detection, tables, sections, prose, spam };
  return { decoded, catalogue, reading, placer, messages, ...page };
}

function describe(bytes: Uint8Array, options: ParseOptions): PageSource {
  const { path = '-', container = null, url = null, fetchedAt = null } = options;
  const sha256 = options.sha256 ?? hash('sha256', bytes);
  return { path, container, url, fetchedAt, sha256, bytes: bytes.length };
}
