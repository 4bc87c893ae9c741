import type { Document } from 'domhandler';
import data from '../data/status.json' with { type: 'json' };
import { findElement } from '../model/elements.js';
import type { Block, Line } from '../model/page.js';
import type { Report, Status } from '../model/record.js';
import { countListed, countOffices, findFailure, findOtherKind, isSentence } from './page-kind.js';
import { findSubstitute } from './substitute.js';

export interface PageFindings {
  readonly blocks: readonly Block[];
  /** What the page calls itself in its head. */
  readonly title: string | null;
  readonly document: (() => Document) | null;
  readonly report: Report;
  readonly headings: readonly string[];
  /** Numbers in values of either origin. */
  readonly numbers: number;
  readonly text: string;
  /** Captions of tables of which the page has too little. */
  readonly lacking: readonly string[];
}

interface Verdict {
  readonly status: Status;
  readonly reason: string;
}

const subject = new RegExp(data.subject);
const ownHeading = new RegExp(data.own_heading);
const ownSentence = new RegExp(data.own_sentence);
const typicalHeading = new RegExp(data.typical_heading);

/** What the page is, and why; `reason` says what to do next where that is not plain. */
export function readStatus(page: PageFindings): Verdict {
  if (!isSurelyReport(page)) {
    const lines = page.blocks.filter((block): block is Line => block.kind === 'line');
    const other = findOther(page, lines);
    if (other !== undefined) return { status: 'not_a_report', reason: other };
    if (!isReport(page, lines)) return readOther(page, lines);
  }
  if (page.numbers === 0) return readSubstitute(page) ?? verdict('no_figures');
  return verdict(isCut(page) ? 'partial' : 'parsed');
}

function verdict(
  status: Status & keyof typeof data.reasons,
  names: Readonly<Record<string, string>> = {},
  why: keyof typeof data.reasons = status,
): Verdict {
  const reason = data.reasons[why].replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);
  return { status, reason };
}

/** Another kind of page by its title, if the report's own title does not stand on it as well. */
function findOther({ report, title }: PageFindings, lines: readonly Line[]): string | undefined {
  return isNamed(report) ? undefined : findOtherKind(lines, title);
}

/** Whatever its title says. */
function isSurelyReport({ headings, numbers, report }: PageFindings): boolean {
  if (numbers >= data.figures_alone) return true;
  const signs = countUsual(headings) + (isToldOf(report) ? 1 : 0);
  return numbers > 0 && signs >= data.headings_alone;
}

function countUsual(headings: readonly string[]): number {
  return headings.filter((heading) => typicalHeading.test(heading)).length;
}

/** A title alone may be a notice or a link: a report also has the form's figures, its usual sections or sentences. */
function isReport(page: PageFindings, lines: readonly Line[]): boolean {
  const { report, headings, numbers } = page;
  const usual = countUsual(headings);
  const named = report.period_start !== null || isToldOf(report);
  return (
    usual >= data.headings_alone ||
    (named && (usual > 0 || numbers > 0)) ||
    (usual > 1 && numbers > 0 && headings.some((heading) => ownHeading.test(heading))) ||
    (isNamed(report) &&
      (page.document === null || countOwn(lines) > 0) &&
      findList(page, lines) === undefined)
  );
}

/** A line of the page is the title, with a year or a body. */
function isNamed({ candidates }: Report): boolean {
  return candidates.some(({ field, from }) => field === 'title' && from === 'title');
}

/** A title, or a sentence in its place, that names the report. */
function isToldOf({ candidates }: Report): boolean {
  return candidates.some(({ field }) => field === 'title');
}

/** Sentences that may be the report's. */
function countOwn(lines: readonly Line[]): number {
  return lines.filter((line) => !line.linked && isSentence(line.text) && ownSentence.test(line.text)).length;
}

/** A table that a heading or caption announces and that is not there, or not all of it. */
function isCut({ lacking, headings }: PageFindings): boolean {
  return lacking.some((caption) => headings.some((heading) => heading.includes(caption)));
}

function readOther(page: PageFindings, lines: readonly Line[]): Verdict {
  const { text } = page;
  const list = findList(page, lines);
  if (list !== undefined) return list;
  const isShort = countOwn(lines) <= data.sentences_around;
  const failure = isShort ? findFailure(text) : undefined;
  if (failure !== undefined) return { status: 'not_a_report', reason: failure };
  const instead = isShort && subject.test(text) ? readSubstitute(page) : undefined;
  if (instead) return instead;
  if (countOwn(lines) === 0 && isBuiltByScript(page)) return verdict('shell');
  return verdict(text.trim() === '' ? 'empty' : 'not_a_report');
}

/** A page that lists reports, or offices with reports, and says next to nothing. */
function findList({ blocks, text }: PageFindings, lines: readonly Line[]): Verdict | undefined {
  const own = countOwn(lines);
  const reports = countListed(blocks);
  if (reports >= (own > 1 ? data.list_from : data.list_bare_from))
    return verdict('list_page', { count: `${reports} reports` });
  const offices = own < 2 && subject.test(text) ? countOffices(lines) : 0;
  return offices >= data.list_from
    ? verdict('list_page', { count: `${offices} offices or years` })
    : undefined;
}

function readSubstitute({ document, text }: PageFindings): Verdict | undefined {
  const instead = findSubstitute(document?.() ?? null, text);
  if (!instead) return undefined;
  const { status, links } = instead;
  return verdict(status, { links: links.join(', ') }, status === 'shell' ? 'framed' : status);
}

/** Next to no text; or the title of a report and no more, on a page with scripts. */
function isBuiltByScript({ document, text, report }: PageFindings): boolean {
  const isBare = (text.match(/\p{Script=Han}/gu)?.length ?? 0) < data.shell_below;
  if (document === null) return isBare && text.trim() !== '';
  return (isBare || report.title !== null) && findElement(document(), 'script') !== undefined;
}
