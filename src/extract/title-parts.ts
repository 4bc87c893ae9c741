import data from '../data/report.json' with { type: 'json' };
import { fillPattern } from '../text/fill-pattern.js';
import { closeUp } from '../text/strings.js';
import { digitYears, mendYears } from '../text/years.js';

/** What a title says. */
export interface TitleParts {
  /** The title without marks of quotation, numbers of attachments and words of the notice round it. */
  readonly text: string;
  readonly year: number | null;
  /** The year is mistyped on the page. */
  readonly isMended: boolean;
  /** The body that the title names; empty where it names none. */
  readonly body: string;
}

const yearPattern = new RegExp(data.year);
const yearInTitle = new RegExp(data.year_in_title, 'g');
const phrase = new RegExp(data.phrase);
const wrappers = data.title_wrappers.map((pattern) => new RegExp(pattern));
const anyWrapper = new RegExp(data.title_wrappers.join('|').replaceAll('?<t>', '?:'));
const quotes = /[《》]/g;
const dust = new RegExp(data.title_dust);
const behind = new RegExp(data.body_behind_title);
const phraseEnd = new RegExp(`^(?:${data.phrase_end})*$`);
/** The word for government belongs to the body and to what is made public, and is printed once. */
const cutGovernment = new RegExp(data.cut_government);
const noBody = new RegExp(data.no_body);
const bodyName = fillPattern(data.body_name, data.parts);

/** What was read last: a page prints its title several times. */
let last: TitleParts | undefined;

/** Year and body of a title that nothing stands round any more. */
export function readTitleParts(text: string): TitleParts {
  if (last?.text !== text) last = read(text);
  return last;
}

function read(text: string): TitleParts {
  const plain = digitYears(closeUp(text));
  const mended = mendYears(plain);
  const year = yearPattern.exec(mended)?.[1];
  return {
    text,
    year: year === undefined ? null : Number(year),
    isMended: mended !== plain,
    body: readBody(mended),
  };
}

/** Takes off what stands round a title: quotes, `attachment 1:`, `notice on the printing of ...`. */
export function unwrapTitle(printed: string): string {
  const trimmed = printed.trim();
  if (!anyWrapper.test(trimmed)) return trimmed;
  return wrappers.reduce((text, pattern) => text.replace(pattern, '$<t>'), trimmed).trim();
}

function readBody(title: string): string {
  const plain = title.replace(quotes, '').replace(yearInTitle, '');
  const at = plain.search(phrase);
  const before = at < 0 ? '' : cutAbout(plain.slice(0, at));
  if (phraseEnd.test(before)) return behind.exec(plain)?.groups?.body ?? '';
  if (noBody.test(before)) return '';
  return cutGovernment.test(before) ? before + data.government : before;
}

/** `X on the report of Y` is the report of Y; without a Y, that of X. */
function cutAbout(text: string): string {
  const parts = clean(text).split(data.about).map(clean);
  return parts.findLast((part) => part !== '') ?? '';
}

function clean(part: string): string {
  return part.replace(dust, '').replace(dust, '');
}

/** True for a line that is a body's name and no more. */
export function isBodyName(text: string): boolean {
  return bodyName.test(closeUp(text));
}
