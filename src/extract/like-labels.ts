import costs from '../data/align.json' with { type: 'json' };
import type { Form, FormNode } from '../model/template.js';
import { beforeGap, isOtherWord, labelKeys, likeness } from '../text/labels.js';
import { rememberWord, type Word } from '../text/word.js';
import { createPairSearch } from './pair-search.js';

/** A label of a form that was found. */
export interface Found {
  /** Which of the forms. */
  readonly form: number;
  readonly node: FormNode;
  /** The position of the label in its form. */
  readonly index: number;
  /** What it is worth to have found it. */
  readonly worth: number;
  readonly behind: Behind;
}

/** What more it is worth to have found a label where figures stand behind it, or nothing at all. */
interface Behind {
  readonly withFigures: number;
  readonly withNothing: number;
}

const NO_ROW: Behind = { withFigures: 0, withNothing: 0 };
const GROUP: Behind = { withFigures: costs.group_with_figures, withNothing: 0 };
const ROW_WITH_ROWS: Behind = { withFigures: costs.row_with_figures, withNothing: 0 };
const ROW: Behind = { withFigures: costs.row_with_figures, withNothing: costs.row_without_figures };

/** A printed label as some forms know it. */
export interface KnownLabel {
  /** Labels of the forms that are the same but for numbering and marks. */
  readonly same: readonly Found[];
  /** Labels of the forms that have none that is the same, which are alike: a character lost or changed, a word put in. */
  readonly alike: readonly Found[];
  /** The same where figures stand between the parts of the label, of all forms: it must be more alike. */
  readonly alikeRoundFigures: () => readonly Found[];
  /** For each form whether a label of it begins with this one and goes on. */
  readonly goesOn: readonly boolean[];
}

type LabelReader = (printed: Word) => KnownLabel;

const readers = new WeakMap<readonly Form[], LabelReader>();

/** Looks printed labels up among those of some forms. */
export function readerOf(forms: readonly Form[]): LabelReader {
  const reader = readers.get(forms) ?? createReader(forms);
  readers.set(forms, reader);
  return reader;
}

const NOTHING: readonly Found[] = [];
/** Most texts are nothing to a form. */
export const UNKNOWN: KnownLabel = {
  same: NOTHING,
  alike: NOTHING,
  alikeRoundFigures: () => NOTHING,
  goesOn: [],
};

function createReader(forms: readonly Form[]): LabelReader {
  const searches = forms.map((form, i) => ({
    findSame: createSearch(form, i),
    findAlike: createFuzzySearch(form, i),
    begins: createBeginnings(form),
  }));
  return rememberWord(({ text }) => {
    const keys = labelKeys(text);
    const isCut = mayBeCut(text, keys);
    const same = searches.map(({ findSame }) => findSame(keys));
    const alike = searches.map(({ findAlike }, i) =>
      same[i]?.length === 0 ? findAlike(keys, costs.similar_from) : NOTHING,
    );
    const goesOn = searches.map(({ begins }) => isCut || keys.some(begins));
    const isKnown = forms.map((_, i) => (same[i]?.length ?? 0) + (alike[i]?.length ?? 0) > 0);
    if (!isKnown.includes(true) && !goesOn.includes(true)) return UNKNOWN;
    let alikeRoundFigures: readonly Found[] | undefined;
    return {
      same: same.flat(),
      alike: alike.flat(),
      alikeRoundFigures() {
        alikeRoundFigures ??= searches.flatMap(({ findAlike }, i) =>
          isKnown[i] ? findAlike(keys, costs.similar_round_figures) : NOTHING,
        );
        return alikeRoundFigures;
      },
      goesOn,
    };
  });
}

function listFound(found: ReadonlyMap<FormNode, number> | undefined, form: number): readonly Found[] {
  if (!found) return NOTHING;
  return [...found].map(([node, worth]) => ({
    form,
    node,
    index: node.index,
    worth,
    behind: behindOf(node),
  }));
}

function behindOf({ kind, code, hasRows }: FormNode): Behind {
  if (kind !== 'row') return NO_ROW;
  if (code === undefined) return GROUP;
  return hasRows ? ROW_WITH_ROWS : ROW;
}

/** A long label is no coincidence, a short one may be. */
function worthOf(key: string): number {
  const { least, full_from: full } = costs.weight;
  return least + (1 - least) * Math.min(1, key.length / full);
}

function createSearch(form: Form, at: number): (keys: readonly string[]) => readonly Found[] {
  const open = form.nodes.filter(({ patterns }) => patterns.length > 0);
  return (keys) => {
    let found: Map<FormNode, number> | undefined;
    const add = (node: FormNode, key: string) => {
      found ??= new Map();
      found.set(node, Math.max(worthOf(key), found.get(node) ?? 0));
    };
    for (const key of keys) {
      for (const node of form.keys.get(key) ?? []) add(node, key);
      for (const node of open) if (node.patterns.some((pattern) => pattern.test(key))) add(node, key);
    }
    return listFound(found, at);
  };
}

/** What follows a bracket that is open, a number or a key as short as numbering may change what is cut from a label. */
const unfinished = /[([\u3014][^)\]\u3015]*$|[\d.\u3001]$/;
const SHORT = 3;

function mayBeCut(printed: string, keys: readonly string[]): boolean {
  return keys.length === 0 || unfinished.test(printed) || keys.some((key) => key.length <= SHORT);
}

/** Whether a label of the form may begin with a key and go on. */
function createBeginnings(form: Form): (key: string) => boolean {
  const beginnings = new Set<string>();
  for (const key of form.keys.keys())
    for (let end = 1; end < key.length; end++) beginnings.add(key.slice(0, end));
  const open = form.nodes.flatMap(({ patterns }) => patterns.map(beforeGap));
  return (key) =>
    beginnings.has(key) || open.some((before) => before.startsWith(key) || key.startsWith(before));
}

/** The first key that is like any label decides. */
function createFuzzySearch(
  form: Form,
  at: number,
): (keys: readonly string[], least: number) => readonly Found[] {
  const sharing = createPairSearch([...form.keys.keys()]);
  return (keys, least) => {
    for (const key of keys) {
      const found = new Map<FormNode, number>();
      for (const known of sharing(key)) {
        const like = likeness(key, known);
        if (like < least || isOtherWord(key, known)) continue;
        const worth = like * worthOf(known);
        for (const node of form.keys.get(known) ?? []) found.set(node, Math.max(worth, found.get(node) ?? 0));
      }
      if (found.size > 0) return listFound(found, at);
    }
    return NOTHING;
  };
}
