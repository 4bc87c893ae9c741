import type { Document } from 'domhandler';
import data from '../data/html.json' with { type: 'json' };
import type { Block, PageText } from '../model/page.js';
import type { Patch } from '../text/edits.js';
import type { Repairs } from '../text/mend.js';
import { repair } from '../text/repair.js';
import { type Script, simplify } from '../text/simplify.js';
import { buildBlocks } from './blocks.js';
import { limitDepth } from './limit-depth.js';
import { readHtml } from './read-html.js';
import { findLines, readText } from './read-text.js';
import { reveal } from './reveal.js';
import { joinTextRows } from './text-rows.js';

export interface PageReading {
  readonly media: 'html' | 'text';
  readonly script: Script | null;
  readonly repairs: Repairs;
  /** Characters of text read in a wrong encoding that cannot be restored. */
  readonly lost: number;
  readonly page: PageText;
  readonly blocks: readonly Block[];
  /** The tree, where the page is HTML. */
  readonly document: Document | null;
  /** Tags left out because no page is nested so deep. */
  readonly deepTags: number;
  /** The page holds its text as data: in a hidden element, in a script, or with its tags escaped. */
  readonly isRevealed: boolean;
}

const tags = new RegExp(data.looks_like, 'i');

export function isHtml(text: string): boolean {
  return tags.test(text);
}

/**
 * Decoded characters to cleaned text and blocks; each character of the text knows its place on the page.
 * @param islands stretches of the source that are in another encoding
 */
export function readPage(source: string, islands: readonly Patch[] = []): PageReading {
  const reading = readSource(source, islands);
  const revealed = islands.length === 0 ? reveal(source, reading.page.text) : undefined;
  if (!revealed) return reading;
  const shown = readSource(revealed.text, []);
  return { ...shown, page: revealed.restorePlaces(shown.page), isRevealed: true };
}

function readSource(source: string, islands: readonly Patch[]): PageReading {
  const { text: repaired, repairs, mirrored, lost, restorePlaces } = repair(source, islands);
  if (!isHtml(repaired)) {
    const { page, script, taiwanWords } = simplify(restorePlaces(readText(repaired, repairs, mirrored)));
    countWords(repairs, taiwanWords);
    const blocks = joinTextRows(buildBlocks(findLines(page.text), page.text), page.text);
    return {
      media: 'text',
      script,
      repairs,
      lost,
      page,
      blocks,
      document: null,
      deepTags: 0,
      isRevealed: false,
    };
  }
  const { text, tags: deepTags } = limitDepth(repaired);
  const html = readHtml(text, repairs, mirrored);
  const { page, script, taiwanWords } = simplify(restorePlaces(html.page));
  countWords(repairs, taiwanWords);
  const blocks = joinTextRows(buildBlocks(html.outline.blocks, page.text), page.text);
  return {
    media: 'html',
    script,
    repairs,
    lost,
    page,
    blocks,
    document: html.document,
    deepTags,
    isRevealed: false,
  };
}

function countWords(repairs: Repairs, count: number): void {
  if (count > 0) repairs.set('taiwan_word', count);
}
