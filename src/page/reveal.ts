import data from '../data/html.json' with { type: 'json' };
import type { PageText, Range } from '../model/page.js';
import { applyPatches, beforeEdits, type Patch } from '../text/edits.js';

const { elements, subject, markup, fewest_tags, fewest_letters, longest_bare } = data.hidden_pages;
const tags = new RegExp(markup, 'gi');
const escapedTags = new RegExp(data.hidden_pages.escaped_markup, 'gi');
const [FIRST_HAN, LAST_HAN] = [0x4e00, 0x9fff];
const opening = new RegExp(`<(${elements.join('|')})\\b[^<>]*>`, 'gi');

/** A source with the markup shown that it hid. */
interface Revealed {
  readonly text: string;
  /** The places in the source of a text read from `text`. */
  readonly restorePlaces: (page: PageText) => PageText;
}

/**
 * Shows markup that a page holds as data: in an element that is not displayed, in a string of a script, or with its
 * signs escaped.
 * @param shown what the page shows otherwise: a page with a text of its own hides nothing that is wanted
 * @returns undefined where it holds no such report
 */
export function reveal(source: string, shown: string): Revealed | undefined {
  if (!mayHide(shown)) return undefined;
  const inElements = [...findElements(source)].flatMap((element) => revealElement(source, element));
  const patches = inElements.length > 0 ? inElements : revealEscaped(source);
  if (patches.length === 0) return undefined;
  const { text, edits } = applyPatches(source, patches);
  return { text, restorePlaces: (page) => beforeEdits(page, edits) };
}

/** The page shows next to no text, or shows tags as text. */
function mayHide(shown: string): boolean {
  const isBare = shown.length < longest_bare && !hasText(shown);
  return isBare || shown.includes('</td>') || shown.includes('</p>');
}

function revealElement(source: string, { name, inside, whole }: FoundElement): Patch[] {
  const content = source.slice(inside.start, inside.end);
  const isScript = name === 'script';
  const patches = isScript ? unquote(source, inside) : unescapeTags(source, inside);
  const holds = isScript ? patches.length > 0 : isReport(content, tags) || isReport(content, escapedTags);
  return holds ? [cut(whole.start, inside.start), ...patches, cut(inside.end, whole.end)] : [];
}

interface FoundElement {
  readonly name: string;
  readonly inside: Range;
  readonly whole: Range;
}

/** Elements whose content is no markup to a browser, or is not displayed; those that are never closed are none. */
function* findElements(source: string): Generator<FoundElement> {
  const lower = lowerAscii(source);
  const unclosed = new Set<string>();
  let from = 0;
  for (const match of lower.matchAll(opening)) {
    const [tag, name = ''] = match;
    const start = match.index + tag.length;
    if (match.index < from || unclosed.has(name)) continue;
    const end = lower.indexOf(`</${name}`, start);
    const close = end < 0 ? -1 : lower.indexOf('>', end);
    if (close < 0) unclosed.add(name);
    else {
      from = close + 1;
      yield { name, inside: { start, end }, whole: { start: match.index, end: from } };
    }
  }
}

const scriptEscape = /\\(?:u([0-9a-f]{4})|([nrt])|(["'/\\]))/gi;

/** What a script's strings say, from the first tag on, without what escapes it. */
function unquote(source: string, { start, end }: Range): Patch[] {
  const script = source.slice(start, end);
  const first = script.search(/<|\\u003c/i);
  const escapes = [...script.matchAll(scriptEscape)]
    .filter(({ index }) => index >= first)
    .map(({ 0: whole, 1: hex, 2: space, 3: sign = '', index }) => ({
      start: index,
      end: index + whole.length,
      text: hex ? String.fromCharCode(Number.parseInt(hex, 16)) : space ? ' ' : sign,
    }));
  if (first < 0 || !isReport(applyPatches(script, escapes).text, tags)) return [];
  const shift = (patch: Patch) => ({ ...patch, start: patch.start + start, end: patch.end + start });
  return [cut(0, first), ...escapes].map(shift);
}

/** Escaped signs become what they stand for; an attribute that holds the markup is taken away from around it. */
function revealEscaped(source: string): Patch[] {
  const start = source.search(escapedTags);
  const end = lowerAscii(source).lastIndexOf('&gt;') + '&gt;'.length;
  if (start < 0 || !isReport(source.slice(start, end), escapedTags)) return [];
  const tag = source.lastIndexOf('<', start);
  const isInTag = tag >= 0 && source.indexOf('>', tag) > start;
  const patches = unescapeTags(source, { start, end });
  return isInTag ? [cut(tag, start), ...patches, cut(end, source.indexOf('>', end) + 1)] : patches;
}

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

function unescapeTags(source: string, { start, end }: Range): Patch[] {
  return [...source.slice(start, end).matchAll(/&(lt|gt|quot|amp);/gi)].map(
    ({ 0: whole, 1: name, index }) => ({
      start: start + index,
      end: start + index + whole.length,
      text: SIGNS[(name ?? '').toLowerCase()] ?? whole,
    }),
  );
}

function cut(start: number, end: number): Patch {
  return { start, end, text: '' };
}

function isReport(text: string, tag: RegExp): boolean {
  return text.includes(subject) && (text.match(tag)?.length ?? 0) >= fewest_tags && hasText(text);
}

/** Counts the letters of the block that nearly all Han text is written in. */
function hasText(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= FIRST_HAN && code <= LAST_HAN && ++count >= fewest_letters) return true;
  }
  return false;
}

/** Without the letters whose small form is longer. */
function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
