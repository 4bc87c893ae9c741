import data from '../data/report.json' with { type: 'json' };
import type { Block, Line } from '../model/page.js';
import { squeeze } from '../text/strings.js';
import { isTitleLike, titlePart } from '../text/title-line.js';
import { digitYears } from '../text/years.js';

/** A line that may be the report's title. */
export interface TitleReading {
  readonly text: string;
  readonly from: string;
  readonly lines: readonly Line[];
  readonly year: number | null;
  /** The body that the title names; empty where it names none. */
  readonly body: string;
}

const yearPattern = new RegExp(data.year);
const yearInTitle = new RegExp(data.year_in_title, 'g');
const phrase = new RegExp(data.phrase);
const phrases = new RegExp(data.phrase, 'g');
const quoted = new RegExp(data.quoted_title);
const dust = new RegExp(data.title_dust);
const fullText = new RegExp(data.full_text);
const phraseEnd = new RegExp(`^(?:${data.phrase_end})*$`);
const noBody = new RegExp(data.no_body);
const bodyName = new RegExp(data.body_name);
const MOST_LINES = 3;
/** A title stands near its report; pages of links may be endless. */
const NEAREST_LINES = 500;

/** Titles among the lines before the report, the nearest to it first; those in links and the page's head come last. */
export function readTitles(
  header: readonly Block[],
  chosen: Line | undefined,
  declared: readonly string[],
): TitleReading[] {
  const lines = header.filter((block): block is Line => block.kind === 'line').slice(-NEAREST_LINES);
  const near = lines.filter((line) => !line.linked).reverse();
  const own = chosen ? [chosen, ...near.filter((line) => line !== chosen)] : near;
  const printed = own.flatMap((line) => readAt(line, lines));
  const inQuotes = own.flatMap((line) => readQuoted(line));
  const inHead = declared.flatMap((text) => {
    const part = text.split(/[-_|\u2014]/)[0] ?? '';
    return isTitleLike(part) ? [build(part, 'head of the page', [])] : [];
  });
  return [...printed, ...inQuotes, ...inHead].filter((title) => title.year !== null || title.body !== '');
}

/** A title may be broken over lines: what is missing in one stands in those above. */
function readAt(line: Line, lines: readonly Line[]): TitleReading[] {
  const at = lines.indexOf(line);
  for (let count = 1; count <= MOST_LINES; count++) {
    const parts = lines.slice(Math.max(0, at - count + 1), at + 1);
    const title = build(titlePart(parts.map((part) => part.text).join('')), 'title', parts);
    if (!isTitleLike(title.text) || isRepeated(title.text)) continue;
    if (title.year !== null) return [title.body === '' ? withBody(title, lines[at - count]) : title];
  }
  const alone = build(titlePart(line.text), 'title', [line]);
  if (!isTitleLike(alone.text)) return [];
  const above = build(lines[at - 1]?.text ?? '', 'title', []);
  return [alone.year === null && above.body === alone.body ? { ...alone, year: above.year } : alone];
}

/** Two titles in one: lines that were printed twice, not one line that was broken. */
function isRepeated(text: string): boolean {
  return (squeeze(text).match(phrases)?.length ?? 0) > 1;
}

/** A notice that publishes a report names it in quotes. */
function readQuoted(line: Line): TitleReading[] {
  const text = quoted.exec(line.text)?.[1];
  return text && isTitleLike(text) ? [build(text, 'title in quotes', [line])] : [];
}

/** The line above may hold the name of the body. */
function withBody(title: TitleReading, above: Line | undefined): TitleReading {
  if (!above || !bodyName.test(squeeze(above.text))) return title;
  return build(above.text + title.text, 'title', [above, ...title.lines]);
}

function build(text: string, from: string, lines: readonly Line[]): TitleReading {
  const title = text.trim().replace(fullText, '');
  const year = yearPattern.exec(digitYears(title))?.[1];
  return { text: title, from, lines, year: year === undefined ? null : Number(year), body: readBody(title) };
}

function readBody(title: string): string {
  const plain = digitYears(squeeze(title))
    .replace(/[《》]/g, '')
    .replace(yearInTitle, '');
  const at = plain.search(phrase);
  const body = (at < 0 ? '' : plain.slice(0, at)).replace(dust, '').replace(dust, '');
  return phraseEnd.test(body) || noBody.test(body) ? '' : body;
}
