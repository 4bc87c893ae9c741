import { load } from 'cheerio/slim';
import type { Document } from 'domhandler';
import data from '../data/status.json' with { type: 'json' };
import type { Block, Line } from '../model/page.js';
import type { Report, Status } from '../model/record.js';
import { isTitleLike, titlePart } from '../text/title-line.js';
import { countListed, countOffices, findFailure, findOtherKind, isSentence } from './page-kind.js';
import { findSubstitute } from './substitute.js';

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

interface Verdict {
  readonly status: Status;
  readonly reason: string;
}

const subject = new RegExp(data.subject);
const typicalHeading = new RegExp(data.typical_heading);

/** What the page is, and why; `reason` says what to do next where that is not plain. */
export function readStatus(page: PageFindings): Verdict {
  const lines = page.blocks.filter((block): block is Line => block.kind === 'line');
  const other = isSurelyReport(page) ? undefined : findOther(page, lines);
  if (other !== undefined) return { status: 'not_a_report', reason: other };
  if (!isReport(page, lines)) return readOther(page, lines);
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
function findOther({ report, document }: PageFindings, lines: readonly Line[]): string | undefined {
  const head = document ? load(document)('title').first().text() : null;
  const isNamed = report.candidates.some(({ field, from }) => field === 'title' && from === 'title');
  return isNamed ? undefined : findOtherKind(lines, head);
}

/** Whatever its title says. */
function isSurelyReport({ headings, numbers }: PageFindings): boolean {
  return numbers >= data.figures_alone || (numbers > 0 && countUsual(headings) >= data.headings_alone);
}

function countUsual(headings: readonly string[]): number {
  return headings.filter((heading) => typicalHeading.test(heading)).length;
}

/** A title alone may be a notice or a link: a report also has the form's figures or its usual sections. */
function isReport({ report, headings, numbers }: PageFindings, lines: readonly Line[]): boolean {
  const usual = countUsual(headings);
  const named = report.title !== null || report.period_start !== null;
  const hasTitle = lines.some((line) => !line.linked && isTitleLike(titlePart(line.text)));
  return (
    numbers >= data.figures_alone ||
    usual >= data.headings_alone ||
    (named && (usual > 0 || numbers > 0)) ||
    (hasTitle && usual > 1 && numbers > 0)
  );
}

/** A table that a heading or caption announces and that is not there, or not all of it. */
function isCut({ lacking, headings }: PageFindings): boolean {
  return lacking.some((caption) => headings.some((heading) => heading.includes(caption)));
}

function readOther(page: PageFindings, lines: readonly Line[]): Verdict {
  const { text } = page;
  const sentences = lines.filter((line) => !line.linked && isSentence(line.text)).length;
  const listed = countListed(page.blocks);
  if (listed >= (sentences > 1 ? data.list_from : data.list_bare_from))
    return verdict('list_page', { count: `${listed} reports` });
  const failure = sentences <= data.sentences_around ? findFailure(text) : undefined;
  if (failure !== undefined) return { status: 'not_a_report', reason: failure };
  const isSubject = subject.test(text);
  const offices = isSubject && sentences < 2 ? countOffices(lines) : 0;
  if (offices >= data.list_from) return verdict('list_page', { count: `${offices} offices or years` });
  const instead = isSubject && sentences <= data.sentences_around ? readSubstitute(page) : undefined;
  if (instead) return instead;
  if (sentences === 0 && isBuiltByScript(page)) return verdict('shell');
  return verdict(text.trim() === '' ? 'empty' : 'not_a_report');
}

function readSubstitute({ document, text }: PageFindings): Verdict | undefined {
  const instead = findSubstitute(document, text);
  if (!instead) return undefined;
  const { status, links } = instead;
  return verdict(status, { links: links.join(', ') }, status === 'shell' ? 'framed' : status);
}

/** Next to no text, or the title of a report without a report, on a page with scripts; a page without any text at all. */
function isBuiltByScript({ document, text, report }: PageFindings): boolean {
  const letters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const isBare = letters < data.shell_below || report.title !== null;
  return isBare && (document === null ? text.trim() !== '' : load(document)('script').length > 0);
}
