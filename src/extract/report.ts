import type { MessageSink } from '../model/messages.js';
import type { Block, Line, Range } from '../model/page.js';
import type { Placer } from '../model/placer.js';
import type { Candidate, Report } from '../model/record.js';
import type { Body } from '../page/body.js';
import type { PlaceAnswer } from '../place/find-place.js';
import { readContact } from './contact.js';
import { addCandidates, findChosen, isSameFact, type Reading } from './fact-candidates.js';
import { findOpening } from './opening.js';
import type { HeadFacts, PageFacts } from './page-facts.js';
import { type PeriodReading, readPeriodsIn } from './period.js';
import { readBodies } from './report-body.js';
import { findReportPlace } from './report-place.js';
import { findDate, readYears } from './report-year.js';
import { type DeclaredTitle, IN_SENTENCE, readTitles, type TitleReading } from './title.js';

export interface ReportSources {
  readonly body: Body;
  readonly facts: PageFacts;
  readonly head: HeadFacts;
  readonly placer: Placer;
  readonly messages: MessageSink;
}

/** What the page says of itself: title, year, period, publisher, place, dates and contacts. */
export function readReport(sources: ReportSources): Report {
  const { body, facts, head, placer, messages } = sources;
  const below = belowTitle(body);
  const lines = [...below, ...body.body.filter(isLine)];
  const said = readSaid(sources, below, lines);
  const { names, periods, years, publishers } = said;
  const year = findChosen(years)?.value ?? null;
  const publisher = findChosen(publishers)?.value ?? null;
  const contact = readContact(lines);
  const context = () => contextOf(sources, contact.contact_address);
  const place = findReportPlace(publisher, year, context, lines);
  reportProblems(messages, placer, said, place);
  return {
    title: findChosen(names)?.value ?? null,
    report_year: year,
    period_start: periods[0]?.starts ?? null,
    period_end: periods[0]?.ends ?? null,
    publisher,
    place: place.place,
    adcode: place.adcode,
    adcode_current: place.adcodeCurrent,
    level: place.level,
    kind: place.kind,
    alternatives: [...place.alternatives],
    ...readStated(facts, head),
    ...contact,
    candidates: listCandidates(said, placer),
  };
}

function isLine(block: Block): block is Line {
  return block.kind === 'line';
}

/** A short paragraph between the title and the report belongs to the report, a link to the site. */
function belowTitle({ header, title }: Body): Line[] {
  const below: Line[] = [];
  for (let at = title ? header.lastIndexOf(title) + 1 : header.length; at < header.length; at++) {
    const block = header[at];
    if (block?.kind === 'line' && !block.linked) below.push(block);
  }
  return below;
}

/** So many lines before and behind a report may tell whose it is; lists of links may be endless. */
const NEAREST_LINES = 60;
const wayToPage = /[>\u00bb\u203a\u2192]/;

/** Every reading of the facts that a page may state more than once; the first of each is taken. */
interface Said {
  readonly names: readonly Reading<string>[];
  readonly periods: readonly PeriodReading[];
  readonly years: readonly Reading<number>[];
  readonly publishers: readonly Reading<string>[];
}

function readSaid(
  { body, facts, head }: ReportSources,
  below: readonly Line[],
  lines: readonly Line[],
): Said {
  const before = body.header.length > 0 ? body.header : body.body;
  const opening = findOpening(lines);
  const titles = readTitles(before, opening, body.title, declaredTitles(facts, head));
  const periods = readPeriodsIn(lines);
  const years = readYears(titles, periods, opening, publishedOn(facts, head) ?? findDate(lines));
  const site = {
    issuing: facts.issuing_body,
    source: facts.source_site,
    site: head.site,
    title: head.title,
    chrome: () => chromeOf(body),
  };
  const year = findChosen(years)?.value ?? null;
  const publishers = readBodies(titles, below, lines, opening, site, year);
  return { names: titles.map(toName), periods, years, publishers };
}

function declaredTitles(facts: PageFacts, head: HeadFacts): DeclaredTitle[] {
  const declared: DeclaredTitle[] = [];
  if (facts.page_title) declared.push({ text: facts.page_title, from: 'title in the page data' });
  for (const text of [head.articleTitle, head.title])
    if (text) declared.push({ text, from: 'head of the page' });
  return declared;
}

function publishedOn(facts: PageFacts, head: HeadFacts): string | null {
  return facts.published_on ?? head.published_on;
}

function listCandidates({ names, years, periods, publishers }: Said, placer: Placer): Candidate[] {
  const candidates: Candidate[] = [];
  const spans: Reading<string>[] = [];
  for (const p of periods) spans.push({ value: `${p.starts}/${p.ends}`, from: p.from, range: p });
  addCandidates(candidates, 'title', names, placer);
  addCandidates(candidates, 'report_year', years, placer);
  addCandidates(candidates, 'period', spans, placer);
  addCandidates(candidates, 'publisher', publishers, placer);
  return candidates;
}

/** A sentence that names the report tells year and body, and is no title. */
function toName({ text, from, lines }: TitleReading): Reading<string> {
  return { value: text, from, range: rangeOf(lines), isHint: from === IN_SENTENCE };
}

/** From the first to the last of the lines. */
function rangeOf(lines: readonly Line[]): Range | null {
  const [first] = lines;
  const last = lines.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

/** What the page prints of itself, else what its head declares. */
function readStated(facts: PageFacts, head: HeadFacts) {
  return {
    published_on: publishedOn(facts, head),
    index_number: facts.index_number,
    document_number: facts.document_number,
    issuing_body: facts.issuing_body,
    source_site: facts.source_site ?? head.source_site,
    views: facts.views === null ? null : Number(facts.views),
  };
}

/** What the site says outside the report: names, the way to the page, who runs it; and the address for questions. */
function contextOf({ body, facts, head }: ReportSources, address: string | null): string[] {
  const context: string[] = [];
  for (const told of [facts.issuing_body, facts.source_site, head.site, head.title, address])
    if (told !== null) context.push(told);
  for (const { linked, text } of chromeOf(body)) if (!linked || wayToPage.test(text)) context.push(text);
  return context;
}

function chromeOf({ header, footer }: Body): Line[] {
  return [...header.slice(-NEAREST_LINES), ...footer.slice(0, NEAREST_LINES)].filter(isLine);
}

function isStated({ from, isHint }: Reading<number>): boolean {
  return from !== 'text' && isHint !== true;
}

function reportProblems(messages: MessageSink, placer: Placer, said: Said, place: PlaceAnswer): void {
  const stated = said.years.filter(isStated);
  const [period] = said.periods;
  const year = findChosen(said.years);
  const publisher = said.publishers[0]?.value;
  if (!isSameFact(stated)) {
    messages.add('year_disagrees', {
      with: { values: stated.map((y) => `${y.value} (${y.from})`).join(', ') },
    });
  }
  if (year?.isMended) {
    messages.add('year_mended', { place: year.range && placer(year.range), with: { year: year.value } });
  }
  if (period?.mended) {
    messages.add('period_mended', {
      place: placer(period),
      with: { starts: period.starts, ends: period.ends },
    });
  }
  if (publisher === undefined || place.adcode !== null || place.level === 'national') return;
  const count = place.alternatives.length;
  if (count > 1) messages.add('place_ambiguous', { with: { publisher, count } });
  else messages.add('place_unknown', { with: { publisher } });
}
