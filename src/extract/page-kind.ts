import data from '../data/status.json' with { type: 'json' };
import type { Block, Line } from '../model/page.js';
import { squeeze } from '../text/strings.js';
import { hasTitleSign, isTitleLike, titlePart } from '../text/title-line.js';

const kinds = data.other_pages.map(({ title, reason }) => ({ title: new RegExp(title), reason }));
const failures = data.error_pages.map(({ text, reason }) => ({ text: new RegExp(text, 'i'), reason }));
const prose = new RegExp(data.prose.mark);
const listDust = new RegExp(data.list_dust, 'g');
const listItem = new RegExp(data.list_item);
const office = new RegExp(data.office);
const facts = new RegExp(data.fact_line);
const NEAREST = 4;

/**
 * What the page is by its own title, where that is no report's: why, and what to do next. The title is an element of a
 * heading, one of the last lines before the first sentence, or that of the page's head.
 */
export function findOtherKind(lines: readonly Line[], headTitle: string | null): string | undefined {
  const first = lines.findIndex((line) => !line.linked && isSentence(line.text));
  const before = lines
    .slice(0, first < 0 ? undefined : first)
    .filter((line) => !line.linked && line.text.length <= data.title_longest && !facts.test(line.text));
  const titles = [...before.slice(-NEAREST), ...before.filter((line) => line.heading > 0)];
  const head = headTitle?.slice(0, data.head_title_longest) ?? '';
  return [...titles.map((line) => titlePart(line.text)), head]
    .map((title) => kinds.find((kind) => kind.title.test(squeeze(title)))?.reason)
    .find((reason) => reason !== undefined);
}

/** A line long enough for a sentence, and with its marks. */
export function isSentence(text: string): boolean {
  return text.length >= data.prose.shortest && prose.test(text);
}

/** What went wrong where a short page says that something did. */
export function findFailure(text: string): string | undefined {
  if (text.length > data.error_longest) return undefined;
  return failures.find((failure) => failure.text.test(squeeze(text)))?.reason;
}

/** How many reports, or offices with reports, the page links to. */
export function countListed(blocks: readonly Block[]): number {
  const listed = new Set<string>();
  const look = ({ text }: { readonly text: string }) => {
    if (!hasTitleSign(text)) return;
    const title = squeeze(titlePart(text).replace(listDust, ''));
    if (listItem.test(title) && isTitleLike(title)) listed.add(title);
  };
  for (const block of blocks) {
    if (block.kind === 'line') look(block);
    else block.cells.forEach(look);
  }
  return listed.size;
}

/** How many links are nothing but the name of an office or a year. */
export function countOffices(lines: readonly Line[]): number {
  return lines.filter((line) => line.linked && office.test(squeeze(line.text))).length;
}
