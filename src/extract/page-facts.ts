import data from '../data/facts.json' with { type: 'json' };
import type { Block, PageHead, PageText } from '../model/page.js';
import { cleanString } from '../text/clean-string.js';
import { parseDate } from '../text/dates.js';
import { hasSpam } from '../text/spam.js';

type FactField =
  | 'index_number'
  | 'document_number'
  | 'issuing_body'
  | 'published_on'
  | 'source_site'
  | 'views'
  | 'page_title';
export type PageFacts = Partial<Record<FactField, string>>;

/** What the page's head declares. */
export interface HeadFacts {
  readonly title: string | null;
  readonly articleTitle: string | null;
  readonly site: string | null;
  readonly facts: PageFacts;
}

const named = Object.entries(data.keys).flatMap(([field, groups]) =>
  groups.flatMap((group, rank) => group.map((key) => ({ field: field as FactField, rank, key }))),
);
const known = [...named.map(({ key }) => key), ...data.other_keys];
const byKey = new Map(named.map((entry) => [entry.key, entry]));
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
export function readPageFacts(blocks: readonly Block[], page: PageText): PageFacts {
  const ranks = new Map<FactField, number>();
  const facts: PageFacts = {};
  const lines: string[] = [];
  for (const block of blocks) addLines(lines, block, page.text);
  let at = 0;
  for (const line of lines) {
    at++;
    if (!mayAnnounce.test(line)) continue;
    for (const { field, rank, value } of readLine(withValue(line, lines[at]))) {
      if (rank >= (ranks.get(field) ?? Number.POSITIVE_INFINITY)) continue;
      ranks.set(field, rank);
      facts[field] = value;
    }
  }
  return facts;
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
  return (isSplit ? `${line} ${below}` : line).replace(/\s+/g, ' ');
}

function readLine(line: string): { field: FactField; rank: number; value: string }[] {
  if (line.length > data.longest_line) return [];
  const keys: RegExpExecArray[] = [];
  announced.lastIndex = 0;
  for (let key = announced.exec(line); key; key = announced.exec(line)) keys.push(key);
  return keys.flatMap((match, i) => {
    const entry = byKey.get((match[1] ?? match[2] ?? '').replace(/\s/g, ''));
    if (!entry) return [];
    const from = match.index + match[0].length;
    const value = cleanFact(line.slice(from, keys[i + 1]?.index), entry.field);
    return value === '' || nothing.has(value) ? [] : [{ field: entry.field, rank: entry.rank, value }];
  });
}

function cleanFact(printed: string, field: FactField): string {
  const value = printed
    .replace(/^[\s|:[\]【】()-]+|[\s|:[【】(,;•·-]+$/g, '')
    .replace(/[【[].*$/, '')
    .trim();
  if (hasSpam(value)) return '';
  if (field === 'published_on') return parseDate(value) ?? '';
  if (field === 'views') return /^\d{1,15}(?!\d)/.exec(value.replaceAll(',', ''))?.[0] ?? '';
  return field === 'source_site' || field === 'issuing_body'
    ? (value.split(' ')[0] ?? '')
    : value.replace(/\s*\|.*$/, '');
}

/** What the head of an HTML page declares; the names are those that government sites are asked to use. */
export function readHeadFacts(head: PageHead | null): HeadFacts {
  if (!head) return { title: null, articleTitle: null, site: null, facts: {} };
  const meta = (names: readonly string[]) =>
    names.map((name) => cleanString(head.declared.get(name.toLowerCase()) ?? '')).find((v) => v !== '');
  const date = parseDate(meta(data.meta.published_on) ?? '');
  const source = meta(data.meta.source_site);
  return {
    title: cleanString(head.title) || null,
    articleTitle: meta(data.meta.title) ?? null,
    site: meta(data.meta.site) ?? null,
    facts: { ...(date ? { published_on: date } : {}), ...(source ? { source_site: source } : {}) },
  };
}
