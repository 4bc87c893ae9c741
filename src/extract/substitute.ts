import { type CheerioAPI, load } from 'cheerio/slim';
import type { Document } from 'domhandler';
import data from '../data/status.json' with { type: 'json' };
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
  const [files, pictures, frames] = document ? readLinks(load(document)) : [namedFiles(text), [], []];
  if (files.length > 0) return { status: 'attachment_only', links: files };
  if (pictures.length > 0) return { status: 'image_only', links: pictures };
  return frames.length > 0 ? { status: 'shell', links: frames } : undefined;
}

function readLinks($: CheerioAPI): [string[], string[], string[]] {
  const framed = addresses($, data.frames);
  const linked = $('a[href]')
    .toArray()
    .filter((a) => {
      const words = `${$(a).text()} ${$(a).attr('title') ?? ''}`;
      const href = $(a).attr('href') ?? '';
      return isFile.test(words.trim()) || (isFile.test(href) && concerns.test(cleanString(words + href)));
    })
    .map((a) => $(a).attr('href') ?? '');
  return [
    unique([...linked, ...framed.filter((address) => isFile.test(address))]),
    unique(addresses($, data.images).filter((address) => !ornament.test(address))),
    unique(framed.filter((address) => !isFile.test(address))),
  ];
}

function addresses($: CheerioAPI, selector: string): string[] {
  return $(selector)
    .toArray()
    .flatMap((element) => $(element).attr('src') ?? $(element).attr('data') ?? []);
}

/** In a page saved as text the links are lost; the names of the files are not. */
function namedFiles(text: string): string[] {
  return unique((text.match(fileName) ?? []).filter((name) => concerns.test(name)));
}

function unique(links: readonly string[]): string[] {
  return [...new Set(links.map((link) => link.trim().slice(0, LONGEST)))].slice(0, MOST_LINKS);
}
