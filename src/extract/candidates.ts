import costs from '../data/align.json' with { type: 'json' };
import type { Form, FormNode } from '../model/template.js';
import { labelKeys } from '../text/labels.js';
import { joinWords, rememberWord, type Word } from '../text/word.js';
import { withoutAbove, withoutBelow } from './broken-labels.js';
import { wordIn } from './cell-text.js';
import type { Cell } from './cells.js';
import type { Link } from './chain.js';
import { type Found, type KnownLabel, readerOf, UNKNOWN } from './like-labels.js';

/** A run of label cells (`from` to `to`, positions in the list of labels) that may be one label of the form. */
export interface Candidate extends Link {
  readonly node: FormNode;
  /** The same label but for numbering and marks; else one that is alike. */
  readonly isExact: boolean;
  /** The figures behind the label, or between its parts. */
  readonly figures: readonly Cell[];
}

/** A label of the page, with its position among all cells and the figures that follow it before the next label. */
export interface Label {
  readonly cell: Cell;
  readonly word: Word;
  readonly at: number;
  readonly figures: readonly Cell[];
}

/** The labels of a sequence of cells, each with the cells behind it: in its row of a grid, or up to the next label. */
export function findLabels(cells: readonly Cell[]): Label[] {
  const labels: Label[] = [];
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    if (cell?.kind === 'label')
      labels.push({ cell, word: wordIn(cell), at, figures: followers(cells, cell, at) });
    else if (cell?.kind === 'prose') labels.push({ cell, word: wordIn(cell), at, figures: NO_FIGURES });
  }
  return labels;
}

const NO_FIGURES: readonly Cell[] = [];

function followers(cells: readonly Cell[], label: Cell, at: number): readonly Cell[] {
  let found: Cell[] | undefined;
  for (let next = at + 1; next < cells.length; next++) {
    const cell = cells[next];
    if (!cell || cell.grid !== label.grid || cell.kind === 'label' || cell.kind === 'prose') break;
    if (label.grid !== null && cell.row !== label.row) break;
    if (cell.kind !== 'figure' && cell.kind !== 'blank') continue;
    if (found) found.push(cell);
    else found = [cell];
  }
  return found ?? NO_FIGURES;
}

/**
 * Every way in which labels of the page, alone or joined with their neighbours, are like labels of a form.
 * @returns a list for each form
 */
export function findCandidates(labels: readonly Label[], forms: readonly Form[]): Candidate[][] {
  const search: Search = {
    labels,
    read: readerOf(forms),
    found: forms.map(() => []),
    states: new Uint8Array(forms.length),
  };
  for (let from = 0; from < labels.length; from++) addCandidates(search, from);
  return search.found;
}

interface Search {
  readonly labels: readonly Label[];
  readonly read: (printed: Word) => KnownLabel;
  readonly found: Candidate[][];
  /** Of each form, what the labels from one on were found to be. */
  readonly states: Uint8Array;
}

const OPEN = 0;
/** A label of the form is the same. */
const EXACT = 1;
/** And none goes on: the form is not asked for longer ones. */
const DONE = 2;

const letter = /^\p{L}/u;
/** A label that begins with letters is no note that a comparison leaves out. */
const addsTo = rememberWord(({ text }) => letter.test(text) && labelKeys(text).length > 0);

/**
 * A label that begins here may be wrapped over lines, with nothing between them or, in text taken from a PDF, the figures
 * of its row; a line before a row of a grid may be the first half of its label. In a grid a label is one cell, or several
 * in a row. Together they are no longer than a label may be.
 */
function addCandidates(search: Search, from: number): void {
  const { labels, read, states } = search;
  const first = labels[from];
  if (!first || first.cell.kind === 'prose') return;
  let { word } = first;
  let known = read(word);
  let isBroken = false;
  states.fill(OPEN);
  addKnown(search, known, from, from, isBroken);
  const end = Math.min(labels.length, from + costs.join_most);
  for (let to = from + 1; to < end; to++) {
    const before = labels[to - 1];
    const label = labels[to];
    if (!before || !label || label.cell.kind === 'prose' || !followsOn(before, label)) break;
    if (label.at !== before.at + 1) isBroken = true;
    if (word.text.length + label.word.text.length > costs.label_longest) break;
    if (addsTo(label.word)) closeForms(states, known);
    word = joinWords(word, label.word);
    known = read(word);
    addKnown(search, known, from, to, isBroken);
  }
}

function closeForms(states: Uint8Array, { goesOn }: KnownLabel): void {
  for (let form = 0; form < states.length; form++)
    if (states[form] === EXACT && goesOn[form] !== true) states[form] = DONE;
}

/** @param isBroken the row's figures stand between the parts of its label */
function addKnown(search: Search, known: KnownLabel, from: number, to: number, isBroken: boolean): void {
  if (known === UNKNOWN) return;
  const { labels, found, states } = search;
  const run = { labels, from, to };
  for (const one of isBroken ? withoutAbove(known.same, run) : known.same) {
    if (states[one.form] === DONE) continue;
    found[one.form]?.push(build(labels, from, to, one, true));
    states[one.form] = EXACT;
  }
  const isOpen = ({ form }: Found) => states[form] === OPEN;
  const alike = isBroken ? withoutBelow(known.alikeRoundFigures().filter(isOpen), run) : known.alike;
  for (const one of alike) if (isOpen(one)) found[one.form]?.push(build(labels, from, to, one, false));
}

function followsOn(before: Label, label: Label): boolean {
  const isNext = label.at === before.at + 1;
  if (before.cell.grid === null && label.cell.grid === null) return isNext || before.figures.length > 0;
  if (before.cell.grid === null) return isNext;
  return isNext && label.cell.grid === before.cell.grid && label.cell.row === before.cell.row;
}

function build(
  labels: readonly Label[],
  from: number,
  to: number,
  found: Found,
  isExact: boolean,
): Candidate {
  const { node, index, worth, behind } = found;
  const figures = figuresOf(labels, from, to);
  const gain = worth + (to - from) * costs.join + gainOf(behind, figures);
  return { from, to, index, node, figures, gain, isExact };
}

function figuresOf(labels: readonly Label[], from: number, to: number): readonly Cell[] {
  const last = labels[to];
  if (from === to || last?.cell.grid !== null) return last?.figures ?? NO_FIGURES;
  return labels.slice(from, to + 1).flatMap(({ cell, figures }) => (cell.grid === null ? figures : []));
}

function gainOf({ withFigures, withNothing }: Found['behind'], figures: readonly Cell[]): number {
  for (const { kind } of figures) if (kind === 'figure') return withFigures;
  return figures.length > 0 ? 0 : withNothing;
}
