import type { MessageSink } from '../model/messages.js';
import type { Range } from '../model/page.js';
import type { Placer } from '../model/placer.js';
import type { GipRecord, Report, Value } from '../model/record.js';
import type { Catalogue } from '../model/template.js';
import type { Body } from '../page/body.js';
import type { PageReading } from '../page/read-page.js';
import { type Detection, toVerdict } from '../template/detect.js';
import type { Decoded } from '../text/decode.js';
import type { ProseReading } from './prose.js';
import { type SectionReading, toSections } from './sections.js';
import { readStatus } from './status.js';
import { reportTableNotes, type TablesReading } from './tables.js';
import { buildUnmapped, buildValues, type ValueContext } from './values.js';

/** What the stages found on one page. */
export interface Findings {
  readonly decoded: Decoded;
  readonly catalogue: Catalogue;
  readonly reading: PageReading;
  readonly placer: Placer;
  readonly messages: MessageSink;
  readonly body: Body;
  readonly report: Report;
  readonly detection: Detection;
  readonly tables: TablesReading;
  readonly sections: readonly SectionReading[];
  readonly prose: readonly ProseReading[];
  /** Names of betting sites in the page text. */
  readonly spam: readonly Range[];
}

/** Puts the findings into the record of the page. */
export function toRecord(empty: GipRecord, found: Findings): GipRecord {
  const { decoded, reading, placer, messages, body, tables } = found;
  reportDamage(found);
  reportSpam(found);
  reportTableNotes(tables, messages, placer);
  const values = buildValues(tables, found.prose, valueContext(found));
  const unmapped = buildUnmapped(tables, placer);
  const { status, reason } = readStatusOf(found, values);
  const isReport = REPORTS.has(status);
  return {
    ...empty,
    source: { ...empty.source, media: reading.media, encoding: decoded.encoding },
    status,
    reason,
    text: {
      script: reading.script,
      repairs: listRepairs(reading.repairs),
      dropped: body.dropped.map((dropped) => ({ why: dropped.why, place: placer(dropped) })),
    },
    template: toVerdict(found.detection, isReport),
    report: isReport || status === 'shell' ? found.report : empty.report,
    sections: toSections(found.sections, placer),
    values: isReport ? values : [],
    unmapped,
    coverage: buildCoverage(tables, values, unmapped.length),
    messages: isReport
      ? messages.messages
      : messages.messages.filter((message) => message.codes.length === 0),
  };
}

function listRepairs(repairs: PageReading['repairs']): GipRecord['text']['repairs'] {
  if (repairs.size === 0) return [];
  const list = [...repairs].map(([kind, count]) => ({ kind, count }));
  return list.sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

function readStatusOf({ reading, report, sections, tables }: Findings, values: readonly Value[]) {
  const { blocks, title, document, page } = reading;
  return readStatus({
    blocks,
    title,
    document,
    report,
    headings: sections.map((section) => section.heading),
    numbers: values.filter((value) => value.value !== null).length,
    text: page.text,
    lacking: tables.lacking,
  });
}

function valueContext({ catalogue, detection, placer, messages }: Findings): ValueContext {
  const units = detection.best?.template.units ?? new Map();
  return { indicators: catalogue.indicators, units, placer, messages };
}

function reportDamage({ decoded, reading, messages }: Findings): void {
  const { broken, lost, encoding } = decoded;
  if (broken > 0) messages.add('broken_characters', { with: { count: broken, encoding } });
  if (lost > 0) messages.add('lost_characters', { with: { count: lost } });
  if (reading.lost > 0) messages.add('misread_characters', { with: { count: reading.lost } });
  if (reading.isRevealed) messages.add('text_not_shown', {});
  if (reading.deepTags > 0) messages.add('nested_too_deep', { with: { count: reading.deepTags } });
}

const MOST_WORDS = 5;

function reportSpam({ spam, reading, messages, placer }: Findings): void {
  const [first] = spam;
  if (!first) return;
  const words = new Set(spam.map(({ start, end }) => reading.page.text.slice(start, end)));
  messages.add('spam_words', {
    place: placer(first),
    with: { words: [...words].slice(0, MOST_WORDS).join(', ') },
  });
}

const REPORTS = new Set<GipRecord['status']>([
  'parsed',
  'partial',
  'no_figures',
  'image_only',
  'attachment_only',
]);

function buildCoverage(
  tables: TablesReading,
  values: readonly Value[],
  unmapped: number,
): GipRecord['coverage'] {
  let mapped = 0;
  for (const { origin, value, also } of values) {
    if (origin !== 'table') continue;
    if (value !== null) mapped++;
    for (const other of also) if (other.value !== null) mapped++;
  }
  return {
    tables: tables.tables,
    figures: mapped + unmapped,
    mapped,
    unmapped,
    rows_missing: [...tables.rowsMissing],
  };
}
