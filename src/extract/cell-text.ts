import align from '../data/align.json' with { type: 'json' };
import labels from '../data/labels.json' with { type: 'json' };
import { type Figure, isSmall, isUnit, parseFigure, SMALL_NUMBERS } from '../text/figures.js';
import { labelKeys } from '../text/labels.js';
import { newWord, rememberWord, type Word, wordOf } from '../text/word.js';

export type CellKind = 'label' | 'figure' | 'blank' | 'unit' | 'prose' | 'ordinal';

/** What a text says, wherever it stands. */
export interface CellText {
  readonly kind: CellKind;
  readonly figure: Figure;
  /** It heads a column that numbers the rows. */
  readonly isOrdinalHead: boolean;
  /** Null for a number or a sentence: these do not recur as words do. */
  readonly word: Word | null;
}

const sentenceEnd = /[。;!?]$/;
const ordinalHeads = new Set(labels.ordinal_heads);

const BLANK: CellText = { kind: 'blank', figure: parseFigure(''), isOrdinalHead: false, word: null };

/** Reads the text of a cell, or of a piece of a line. */
export function readCellText(text: string): CellText {
  if (text === '') return BLANK;
  if (text.length > align.label_longest) return describe(text, parseFigure(text), null);
  return isNumberLike(text) ? describeNumber(text) : describeWord(wordOf(text));
}

/** Figures of plain small numbers are the same ones, and described once. */
const small: (CellText | undefined)[] = new Array(SMALL_NUMBERS).fill(undefined);

function describeNumber(text: string): CellText {
  const figure = parseFigure(text);
  if (!isSmall(figure)) return describe(text, figure, null);
  const said = small[figure.value] ?? describe(text, figure, null);
  small[figure.value] = said;
  return said;
}

/** The word of a cell's text, a number's or sentence's as well. */
export function wordIn({ text, word }: { readonly text: string; readonly word: Word | null }): Word {
  return word ?? (text.length > align.label_longest ? newWord(text) : wordOf(text));
}

const NINE = 0x39;

/** It begins and ends with a digit, or with a mark that comes before them, and is no note in brackets. */
function isNumberLike(text: string): boolean {
  const { length } = text;
  const isInside = text.charCodeAt(length >> 1) <= NINE;
  return isInside && text.charCodeAt(0) <= NINE && text.charCodeAt(length - 1) <= NINE;
}

const describeWord = rememberWord((word) => describe(word.text, parseFigure(word.text), word));

function describe(text: string, figure: Figure, word: Word | null): CellText {
  const kind = kindOf(text, figure);
  const isOrdinalHead = kind === 'label' && labelKeys(text).some((key) => ordinalHeads.has(key));
  return { kind, figure, isOrdinalHead, word };
}

function kindOf(text: string, figure: Figure): CellKind {
  if (figure.state === 'blank') return 'blank';
  if (figure.state === 'number' || figure.state === 'mark') return 'figure';
  if (text.length > align.label_longest) return 'prose';
  if (isUnit(text)) return 'unit';
  return sentenceEnd.test(text) && text.length > 12 ? 'prose' : 'label';
}
