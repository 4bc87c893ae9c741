import type { Document } from 'domhandler';
import data from '../data/html.json' with { type: 'json' };
import type { Block, PageHead, PageText } from '../model/page.js';
import type { OnStage } from '../model/stage.js';
import type { Patch } from '../text/edits.js';
import type { Repairs } from '../text/mend.js';
import { repair } from '../text/repair.js';
import { type Script, simplify } from '../text/simplify.js';
import { buildBlocks } from './blocks.js';
import { limitDepth } from './limit-depth.js';
import type { RawBlock } from './outline.js';
import { readHtml } from './read-html.js';
import { readText, readTextBlocks } from './read-text.js';
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
  /** The head of the page, where it is HTML and has one. */
  readonly head: PageHead | null;
  /** What the page calls itself: in its head, or where it has none, anywhere. */
  readonly title: string | null;
  /** Makes the tree, where the page is HTML. */
  readonly document: (() => Document) | null;
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
export function readPage(source: string, islands: readonly Patch[] = [], onStage?: OnStage): PageReading {
  const reading = readSource(source, islands, onStage);
  const revealed = islands.length === 0 ? reveal(source, reading.page.text) : undefined;
  if (!revealed) return reading;
  const shown = readSource(revealed.text, [], onStage);
  return { ...shown, page: revealed.restorePlaces(shown.page), isRevealed: true };
}

function readSource(source: string, islands: readonly Patch[], onStage: OnStage | undefined): PageReading {
  const { text, repairs, mirrored, lost, restorePlaces } = repair(source, islands);
  onStage?.('repair');
  const tree = isHtml(text) ? readTree(text, repairs, mirrored) : readPlain(text, repairs, mirrored);
  onStage?.('tree');
  const { page, script, taiwanWords } = simplify(restorePlaces(tree.page));
  if (taiwanWords > 0) repairs.set('taiwan_word', taiwanWords);
  onStage?.('simplify');
  const lines = tree.lines ? buildBlocks(tree.lines, page.text) : readTextBlocks(page, source);
  const blocks = joinTextRows(lines, page.text);
  onStage?.('blocks');
  const { media, head, title, document, deepTags } = tree;
  return { media, script, repairs, lost, page, blocks, head, title, document, deepTags, isRevealed: false };
}

interface Tree extends Pick<PageReading, 'media' | 'page' | 'head' | 'title' | 'document' | 'deepTags'> {
  /** Undefined where each line of the text is one. */
  readonly lines: readonly RawBlock[] | undefined;
}

function readTree(source: string, repairs: Repairs, mirrored: boolean): Tree {
  const { text, deepTags } = limitDepth(source);
  const { page, outline, head, title, document } = readHtml(text, repairs, mirrored);
  return { media: 'html', page, lines: outline.blocks, head, title, document, deepTags };
}

function readPlain(source: string, repairs: Repairs, mirrored: boolean): Tree {
  const page = readText(source, repairs, mirrored);
  return { media: 'text', page, lines: undefined, head: null, title: null, document: null, deepTags: 0 };
}
