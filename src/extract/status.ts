import { load } from 'cheerio/slim';
import type { Document } from 'domhandler';
import data from '../data/status.json' with { type: 'json' };
import type { Block, Line } from '../model/page.js';
import type { Report, Status } from '../model/record.js';
import { isTitleLike } from '../text/title-line.js';

export interface PageFindings {
  readonly blocks: readonly Block[];
  readonly document: Document | null;
  readonly report: Report;
  readonly headings: readonly string[];
  /** Numbers in values of either origin. */
  readonly numbers: number;
  readonly text: string;
  /** Captions of tables of which the page has too little. */
  readonly lacking: readonly string[];
}

const subject = new RegExp(data.subject);
const listDust = new RegExp(data.list_dust, 'g');
const typicalHeading = new RegExp(data.typical_heading);

/** What the page is, and why; `reason` says what to do next where that is not plain. */
export function readStatus(page: PageFindings): { status: Status; reason: string } {
  const status = findStatus(page);
  return { status, reason: data.reasons[status] };
}

function findStatus(page: PageFindings): keyof typeof data.reasons {
  if (isReport(page)) {
    if (page.numbers === 0) return findSubstitute(page) ?? 'no_figures';
    return isCut(page) ? 'partial' : 'parsed';
  }
  const lines = page.blocks.filter((block): block is Line => block.kind === 'line');
  if (lines.filter((line) => isTitleLike(line.text.replace(listDust, ''))).length >= data.list_from)
    return 'list_page';
  if (han(page.text) < data.shell_below && (page.document === null || hasScript(page.document))) {
    return page.text.trim() === '' && page.document === null ? 'empty' : 'shell';
  }
  return (subject.test(page.text) ? findSubstitute(page) : undefined) ?? 'not_a_report';
}

/** A title alone may be a notice or a link: a report also has the form's figures or its usual sections. */
function isReport({ report, headings, numbers }: PageFindings): boolean {
  const usual = headings.filter((heading) => typicalHeading.test(heading)).length;
  const named = report.title !== null || report.period_start !== null;
  return (
    numbers >= data.figures_alone || usual >= data.headings_alone || (named && (usual > 0 || numbers > 0))
  );
}

/** A table that a heading or caption announces and that is not there, or not all of it. */
function isCut({ lacking, headings }: PageFindings): boolean {
  return lacking.some((caption) => headings.some((heading) => heading.includes(caption)));
}

function findSubstitute({ document, text }: PageFindings): 'image_only' | 'attachment_only' | undefined {
  if (!document || han(text) > data.substitute_below) return undefined;
  const $ = load(document);
  if ($(data.attachments).length > 0) return 'attachment_only';
  return $(data.images).length > 0 ? 'image_only' : undefined;
}

function hasScript(document: Document): boolean {
  return load(document)('script').length > 0;
}

function han(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}
