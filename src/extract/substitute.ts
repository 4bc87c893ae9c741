import { createRequire } from 'node:module';
import type { Document, Element } from 'domhandler';
import data from '../data/status.json' with { type: 'json' };
import { findElements, textUnder } from '../model/elements.js';
import { cleanString } from '../text/clean-string.js';

/** What stands on a page in place of the report's text. */
export interface Substitute {
  readonly status: 'attachment_only' | 'image_only' | 'shell';
  /** Addresses of the files, pictures or frames, as the page gives them. */
  readonly links: readonly string[];
}

const fileName = new RegExp(data.file_name, 'gi');
const isFile = new RegExp(data.file, 'i');
const concerns = new RegExp(data.attachment_words);
const ornament = new RegExp(data.ornament, 'i');
const MOST_LINKS = 5;
const LONGEST = 200;

/** Files, pictures or frames that hold the report which the page itself does not print. */
export function findSubstitute(document: Document | null, text: string): Substitute | undefined {
  const [files, pictures, frames] = document ? readLinks(document) : [namedFiles(text), [], []];
  if (files.length > 0) return { status: 'attachment_only', links: files };
  if (pictures.length > 0) return { status: 'image_only', links: pictures };
  return frames.length > 0 ? { status: 'shell', links: frames } : undefined;
}

/** Loaded for the few pages that need it. */
const loadCheerio = () => createRequire(import.meta.url)('cheerio/slim') as typeof import('cheerio/slim');

function readLinks(document: Document): [string[], string[], string[]] {
  const $ = loadCheerio().load(document);
  const matching = (names: readonly string[], selector: string) =>
    findElements(document, names).filter((element) => $(element).is(selector));
  const framed = addresses(matching(data.frame_names, data.frames));
  const linked = matching(['a'], '[href]').flatMap((link) => {
    const { href = '', title = '' } = link.attribs;
    const words = `${textUnder(link)} ${title}`;
    const isNamed =
      isFile.test(words.trim()) || (isFile.test(href) && concerns.test(cleanString(words + href)));
    return isNamed ? [href] : [];
  });
  return [
    unique([...linked, ...framed.filter((address) => isFile.test(address))]),
    unique(addresses(matching(['img'], data.images)).filter((address) => !ornament.test(address))),
    unique(framed.filter((address) => !isFile.test(address))),
  ];
}

function addresses(elements: readonly Element[]): string[] {
  return elements.flatMap(({ attribs }) => attribs.src ?? attribs.data ?? []);
}

/** In a page saved as text the links are lost; the names of the files are not. */
function namedFiles(text: string): string[] {
  return unique((text.match(fileName) ?? []).filter((name) => concerns.test(name)));
}

function unique(links: readonly string[]): string[] {
  return [...new Set(links.map((link) => link.trim().slice(0, LONGEST)))].slice(0, MOST_LINKS);
}
