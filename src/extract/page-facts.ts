import data from '../data/facts.json' with { type: 'json' };
import type { Block, PageHead, PageText } from '../model/page.js';
import { cleanString } from '../text/clean-string.js';
import { parseDate } from '../text/dates.js';
import { hasSpam } from '../text/spam.js';
import { closeUp } from '../text/strings.js';

type FactField =
  | 'index_number'
  | 'document_number'
  | 'issuing_body'
  | 'published_on'
  | 'source_site'
  | 'views'
  | 'page_title';
export type PageFacts = Record<FactField, string | null>;

/** What the page's head declares. */
export interface HeadFacts {
  readonly title: string | null;
  readonly articleTitle: string | null;
  readonly site: string | null;
  readonly published_on: string | null;
  readonly source_site: string | null;
}

const named = Object.entries(data.keys).flatMap(([field, groups]) =>
  groups.flatMap((group, rank) => group.map((key) => ({ field: field as FactField, rank, key }))),
);
const known = [...named.map(({ key }) => key), ...data.other_keys];
const byKey = new Map(named.map((entry) => [entry.key, entry]));
const noFacts: PageFacts = {
  index_number: null,
  document_number: null,
  issuing_body: null,
  published_on: null,
  source_site: null,
  views: null,
  page_title: null,
};
const nothing = new Set(data.nothing);
const anyKey = spell(known);
const longKey = spell(known.filter((key) => key.length >= data.long_key));
/**
 * A key at the start, or behind a space, a mark or a digit, and followed by a colon, a bar or a space; a long one with
 * a colon may also follow another value at once, for elements side by side have no space between them.
 */
const announced = new RegExp(
  `(?<=^|[\\s\\d|·•\\[(【,;:-])(${anyKey})(?:\\s*[:|]+|\\s+|$)|(${longKey})\\s*:`,
  'g',
);

/** The end of a key with what follows it: few lines have one. */
const mayAnnounce = new RegExp(`[${known.map((key) => key.at(-1)).join('')}](?:\\s*[:|]|\\s|$)`);

const keyAlone = new RegExp(`^\\s*(?:${anyKey})\\s*:?\\s*$`);

/** Spaces that are no single plain one. */
const oddSpaces = /\s{2,}|[^\S ]/g;
const edges = /^[\s|:[\]【】()-]+|[\s|:[【】(,;•·-]+$/g;
const note = /[【[].*$/;
const views = /^\d{1,15}(?!\d)/;

/** A pattern for any of the words, the longest first, with or without space between their letters. */
function spell(words: readonly string[]): string {
  const byFirst = new Map<string, string[]>();
  for (const word of words) {
    const first = word.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), word.slice(1)]);
  }
  const spellRest = (first: string, rests: readonly string[]) => {
    const longer = rests.filter((rest) => rest !== '');
    if (longer.length === 0) return first;
    return `${first}(?:\\s*(?:${spell(longer)}))${longer.length < rests.length ? '?' : ''}`;
  };
  return [...byFirst].map(([first, rests]) => spellRest(first, rests)).join('|');
}

/** Reads index number, dates, source and the like, announced by the words in data/facts.json, from lines outside the report. */
export function readPageFacts({ header, footer }: Outside, page: PageText): PageFacts {
  const lines: string[] = [];
  for (const block of header) addLines(lines, block, page.text);
  for (const block of footer) addLines(lines, block, page.text);
  const found: Found = { facts: { ...noFacts }, ranks: {} };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (mayAnnounce.test(line)) readLine(found, withValue(line, lines[at + 1]));
  }
  return found.facts;
}

/** What stands before and behind the report. */
interface Outside {
  readonly header: readonly Block[];
  readonly footer: readonly Block[];
}

/** Facts with the ranks of the keys that announced them. */
interface Found {
  readonly facts: PageFacts;
  readonly ranks: Partial<Record<FactField, number>>;
}

/** Menus are links; a fact may be one too, behind the word that announces it. */
function isKeyed(text: string): boolean {
  return text.includes(':') || text.includes('|');
}

/** As the page prints them: the spaces between words are lost in a tidy text. */
function addLines(lines: string[], block: Block, text: string): void {
  if (block.kind === 'line') {
    if (!block.linked || isKeyed(block.text)) lines.push(text.slice(block.start, block.end));
    return;
  }
  const rows: string[] = [];
  for (const { row, start, end } of block.cells) {
    const cell = text.slice(start, end);
    rows[row] = rows[row] === undefined ? cell : `${rows[row]} | ${cell}`;
  }
  for (const row of rows) if (row !== undefined) lines.push(row);
}

/** A key alone announces what stands in the line below it. */
function withValue(line: string, below: string | undefined): string {
  const isSplit = below !== undefined && keyAlone.test(line) && !keyAlone.test(below);
  return (isSplit ? `${line} ${below}` : line).replace(oddSpaces, ' ');
}

function readLine({ facts, ranks }: Found, line: string): void {
  if (line.length > data.longest_line) return;
  announced.lastIndex = 0;
  let next = announced.exec(line);
  while (next) {
    const { 0: printed, 1: key, 2: longer = '', index } = next;
    next = announced.exec(line);
    const entry = byKey.get(closeUp(key ?? longer));
    if (!entry || entry.rank >= (ranks[entry.field] ?? Number.POSITIVE_INFINITY)) continue;
    const value = cleanFact(line.slice(index + printed.length, next?.index), entry.field);
    if (value === '' || nothing.has(value)) continue;
    ranks[entry.field] = entry.rank;
    facts[entry.field] = value;
  }
}

function cleanFact(printed: string, field: FactField): string {
  const value = printed.replace(edges, '').replace(note, '').trim();
  if (hasSpam(value)) return '';
  if (field === 'published_on') return parseDate(value) ?? '';
  if (field === 'views') return views.exec(value.replaceAll(',', ''))?.[0] ?? '';
  return field === 'source_site' || field === 'issuing_body'
    ? (value.split(' ')[0] ?? '')
    : value.replace(/\s*\|.*$/, '');
}

const nothingDeclared: HeadFacts = {
  title: null,
  articleTitle: null,
  site: null,
  published_on: null,
  source_site: null,
};

/** What the head of an HTML page declares; the names are those that government sites are asked to use. */
export function readHeadFacts(head: PageHead | null): HeadFacts {
  if (!head) return nothingDeclared;
  const { title, declared } = head;
  const { meta } = data;
  return {
    title: cleanString(title) || null,
    articleTitle: readMeta(declared, meta.title),
    site: readMeta(declared, meta.site),
    published_on: parseDate(readMeta(declared, meta.published_on) ?? '') ?? null,
    source_site: readMeta(declared, meta.source_site),
  };
}

function readMeta(declared: PageHead['declared'], names: readonly string[]): string | null {
  for (const name of names) {
    const value = cleanString(declared.get(name) ?? '');
    if (value !== '') return value;
  }
  return null;
}
