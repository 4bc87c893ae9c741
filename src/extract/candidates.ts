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
  const read = readerOf(forms);
  const found = forms.map((): Candidate[] => []);
  for (let from = 0; from < labels.length; from++)
    addCandidates(found, joinable(labels, from, read), labels, from);
  return found;
}

/** After a label that is the same and does not go on, a form is not asked for longer ones. */
function addCandidates(
  found: readonly Candidate[][],
  runs: readonly Run[],
  labels: readonly Label[],
  from: number,
): void {
  const isExact: boolean[] = [];
  const isDone: boolean[] = [];
  let before = UNKNOWN;
  for (const { to, known, isBroken, adds } of runs) {
    if (adds)
      for (let form = 0; form < isExact.length; form++)
        if (isExact[form] === true && !before.goesOn[form]) isDone[form] = true;
    before = known;
    if (known === UNKNOWN) continue;
    const isOpen = ({ form }: Found) => isExact[form] !== true && isDone[form] !== true;
    const same = isBroken ? withoutAbove(known.same, { labels, from, to }) : known.same;
    for (const one of same)
      if (isDone[one.form] !== true) found[one.form]?.push(build(labels, from, to, one, true));
    for (const { form } of same) isExact[form] = true;
    const alike = isBroken ? known.alikeRoundFigures().filter(isOpen) : known.alike;
    for (const one of isBroken ? withoutBelow(alike, { labels, from, to }) : alike)
      if (isOpen(one)) found[one.form]?.push(build(labels, from, to, one, false));
  }
}

/** Labels that may be one, with those before them. */
interface Run {
  readonly to: number;
  /** What the forms know of their text. */
  readonly known: KnownLabel;
  /** The row's figures stand between the parts of its label. */
  readonly isBroken: boolean;
  /** The last of them begins with letters, and so is no note that a comparison leaves out. */
  readonly adds: boolean;
}

const letter = /^\p{L}/u;
const addsTo = rememberWord(({ text }) => letter.test(text) && labelKeys(text).length > 0);

/**
 * Where a label that begins here may end: lines that it is wrapped over, with nothing between them or, in text taken
 * from a PDF, the figures of its row; a line before a row of a grid that is the first half of its label. In a grid a
 * label is one cell, or several in a row. Together they are no longer than a label may be.
 * @returns nothing where no form knows any of these texts
 */
function joinable(
  labels: readonly Label[],
  from: number,
  read: (printed: Word) => KnownLabel,
): readonly Run[] {
  const first = labels[from];
  if (!first || first.cell.kind === 'prose') return NO_RUNS;
  let { word } = first;
  let known = read(word);
  let isKnown = known !== UNKNOWN;
  const ends: Run[] = [{ to: from, known, isBroken: false, adds: true }];
  let isBroken = false;
  for (let to = from + 1; to < labels.length && ends.length < costs.join_most; to++) {
    const before = labels[to - 1];
    const label = labels[to];
    if (!before || !label || label.cell.kind === 'prose' || !followsOn(before, label)) break;
    if (label.at !== before.at + 1) isBroken = true;
    if (word.text.length + label.word.text.length > costs.label_longest) break;
    word = joinWords(word, label.word);
    known = read(word);
    isKnown ||= known !== UNKNOWN;
    ends.push({ to, known, isBroken, adds: addsTo(label.word) });
  }
  return isKnown ? ends : NO_RUNS;
}

const NO_RUNS: readonly Run[] = [];

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
  const { node, index, worth } = found;
  const figures = figuresOf(labels, from, to);
  const gain = worth + (to - from) * costs.join + figureGain(found, figures);
  return { from, to, index, node, figures, gain, isExact };
}

function figuresOf(labels: readonly Label[], from: number, to: number): readonly Cell[] {
  const last = labels[to];
  if (from === to || last?.cell.grid !== null) return last?.figures ?? [];
  return labels.slice(from, to + 1).flatMap(({ cell, figures }) => (cell.grid === null ? figures : []));
}

function figureGain({ withFigures, withNothing }: Found, figures: readonly Cell[]): number {
  for (const { kind } of figures) if (kind === 'figure') return withFigures;
  return figures.length > 0 ? 0 : withNothing;
}
