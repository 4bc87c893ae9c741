import data from '../data/report.json' with { type: 'json' };
import type { Block, Line } from '../model/page.js';
import { closeUp } from '../text/strings.js';
import { hasTitleSign, isTitleLike, titlePart } from '../text/title-line.js';
import type { Opening } from './opening.js';
import { isBodyName, readTitleParts, type TitleParts, unwrapTitle } from './title-parts.js';

/** Lines that may be the report's title. */
export interface TitleReading extends TitleParts {
  readonly from: string;
  readonly lines: readonly Line[];
}

/** A title that the head of the page or the site's own table declares. */
export interface DeclaredTitle {
  readonly text: string;
  readonly from: string;
}

const report = new RegExp(data.report_word);
const phrases = new RegExp(data.phrase, 'g');
const quoted = new RegExp(data.quoted_title, 'g');
/** Begins what is quoted, whether or not it names a report. */
const QUOTE = '\u300a';
const noFragment = new RegExp(data.no_title_fragment);
const yearAlone = new RegExp(data.year_alone);
const partings = /\s*[-_|\u2014]+\s*/;
const wayToPage = /[>\u00bb\u203a\u2192]/;
const MOST_LINES = 4;
const MOST = 12;
/** A title stands near its report; pages of links may be endless. */
const NEAREST_LINES = 500;
const inSentence = new RegExp(data.title_in_sentence);
/** Where a reading comes from that names the report without being its title. */
export const IN_SENTENCE = 'sentence that names the report';
/** Paragraphs that may name the report before it begins. */
const OPENING_LINES = 4;

/**
 * Titles of the report, the one to take first: among the lines before it, the nearest first; then in quotes; then
 * those that the page declares.
 */
export function readTitles(
  header: readonly Block[],
  opening: readonly Opening[],
  chosen: Line | undefined,
  declared: readonly DeclaredTitle[],
): TitleReading[] {
  const lines = linesOf(header);
  const own = findNaming(lines, chosen);
  const found: TitleReading[] = [];
  readPrinted(found, own, lines);
  const until = Math.min(opening.length, OPENING_LINES);
  for (const line of own) readQuoted(found, line);
  for (let at = 0; at < until; at++) readQuoted(found, (opening[at] as Opening).line);
  for (const title of declared) readDeclared(found, title);
  for (let at = 0; at < until; at++) readSentence(found, opening[at] as Opening);
  return found;
}

/** The last lines of what stands before the report. */
function linesOf(header: readonly Block[]): Line[] {
  const lines: Line[] = [];
  for (const block of header) if (block.kind === 'line') lines.push(block);
  return lines.length > NEAREST_LINES ? lines.slice(-NEAREST_LINES) : lines;
}

/** What names neither year nor body is no title. */
function add(found: TitleReading[], title: TitleReading): void {
  if (title.year !== null || title.body !== '') found.push(title);
}

/** Lines that name a report or quote something, the nearest first, and ways to the page last. */
function findNaming(lines: readonly Line[], chosen: Line | undefined): Line[] {
  const plain: Line[] = [];
  const ways: Line[] = [];
  if (chosen) place(chosen, plain, ways);
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (line && !line.linked && line !== chosen) place(line, plain, ways);
  }
  return ways.length > 0 ? [...plain, ...ways] : plain;
}

function place(line: Line, plain: Line[], ways: Line[]): void {
  if (!report.test(line.text) && !line.text.includes(QUOTE)) return;
  (wayToPage.test(line.text) ? ways : plain).push(line);
}

function readPrinted(found: TitleReading[], own: readonly Line[], lines: readonly Line[]): void {
  let count = 0;
  for (const line of own) {
    const title = report.test(line.text) ? readAt(line, lines) : undefined;
    if (!title) continue;
    add(found, title);
    if (++count === MOST) break;
  }
}

/** A title may be broken over lines: what is missing in one stands in those above, or the year in the one below. */
function readAt(line: Line, lines: readonly Line[]): TitleReading | undefined {
  const at = lines.indexOf(line);
  let plain: TitleReading | undefined;
  let printed = '';
  for (let first = at; first >= 0 && first > at - MOST_LINES; first--) {
    const part = lines[first];
    if (!part || (first < at && !isFragment(part))) break;
    printed = part.text + printed;
    const text = unwrapTitle(titlePart(printed));
    if (!isTitleLike(text) || isRepeated(text)) continue;
    const title = toReading(text, 'title', lines.slice(first, at + 1));
    if (title.year !== null) return withBody(title, lines[first - 1]);
    plain ??= withBody(title, lines[first - 1]);
  }
  return plain && withYear(plain, lines[lines.indexOf(plain.lines[0] ?? line) - 1], lines[at + 1]);
}

/** No date, no menu and no sentence: a line that may be part of a title. */
function isFragment(line: Line | undefined): line is Line {
  return line !== undefined && !line.linked && !noFragment.test(closeUp(line.text));
}

/** Two titles in one: lines that were printed twice, not one line that was broken. */
function isRepeated(text: string): boolean {
  return (closeUp(text).match(phrases)?.length ?? 0) > 1;
}

/** A notice that publishes a report names it in quotes. */
function readQuoted(found: TitleReading[], line: Line): void {
  const { text } = line;
  if (!text.includes(QUOTE) && !text.includes(data.about)) return;
  quoted.lastIndex = 0;
  for (let match = quoted.exec(text); match; match = quoted.exec(text))
    if (isTitleLike(match[1] ?? '')) {
      add(found, read(match[1] ?? '', 'title in quotes', [line]));
      return;
    }
}

/** The part of a declared title that is no site's name. */
function readDeclared(found: TitleReading[], { text, from }: DeclaredTitle): void {
  if (!hasTitleSign(text)) return;
  const part = text.split(partings).find(isTitleLike);
  if (part !== undefined) add(found, read(part, from, []));
}

/** A sentence that makes the report public names it like a title, and is none. */
function readSentence(found: TitleReading[], { line, text }: Opening): void {
  const title = inSentence.exec(text)?.[1];
  if (title !== undefined && isTitleLike(title)) add(found, read(title, IN_SENTENCE, [line]));
}

/** The line above may hold the name of the body. */
function withBody(title: TitleReading, above: Line | undefined): TitleReading {
  if (title.body !== '' || !isFragment(above) || !isBodyName(above.text)) return title;
  return read(above.text + title.text, 'title', [above, ...title.lines]);
}

/** The line below may hold the year, or the one above, where it is the same title again. */
function withYear(title: TitleReading, above: Line | undefined, below: Line | undefined): TitleReading {
  if (title.year !== null) return title;
  if (below && yearAlone.test(closeUp(below.text)))
    return read(title.text + below.text, 'title', [...title.lines, below]);
  const other = isFragment(above) ? readTitleParts(unwrapTitle(above.text)) : undefined;
  return title.body !== '' && other?.body === title.body
    ? { ...title, year: other.year, isMended: other.isMended }
    : title;
}

function read(printed: string, from: string, lines: readonly Line[]): TitleReading {
  return toReading(unwrapTitle(printed), from, lines);
}

function toReading(title: string, from: string, lines: readonly Line[]): TitleReading {
  const { text, year, isMended, body } = readTitleParts(title);
  return { text, year, isMended, body, from, lines };
}
