import costs from '../data/align.json' with { type: 'json' };
import type { Form, FormNode } from '../model/template.js';
import { beforeGap, isOtherWord, labelKeys, likeness } from '../text/labels.js';
import { rememberWord, type Word } from '../text/word.js';

/** A label of a form, with what it is worth to have found it. */
export interface Found {
  readonly node: FormNode;
  readonly worth: number;
}

/** A printed label as one form knows it. */
export interface KnownLabel {
  /** It is no label of the form, nor like one. */
  readonly isNone: boolean;
  /** Labels of the form that are the same but for numbering and marks. */
  readonly same: readonly Found[];
  /** False where no label of the form begins with this one and goes on. */
  readonly goesOn: boolean;
  /**
   * Labels of the form that are alike: a character lost or changed, a word put in.
   * @param isBroken figures stand between the parts of the label: it must be more alike
   */
  readonly alike: (isBroken: boolean) => readonly Found[];
}

/** A printed label as each of several forms knows it; an empty list where none knows it. */
type LabelReader = (printed: Word) => readonly KnownLabel[];

const readers = new WeakMap<readonly Form[], LabelReader>();

/** Looks printed labels up among those of some forms. */
export function readerOf(forms: readonly Form[]): LabelReader {
  const reader = readers.get(forms) ?? createReaders(forms);
  readers.set(forms, reader);
  return reader;
}

function createReaders(forms: readonly Form[]): LabelReader {
  const read = forms.map(createReader);
  return rememberWord(({ text }) => {
    const keys = labelKeys(text);
    const known = read.map((one) => one(text, keys));
    return known.every((one) => one === NONE) ? UNKNOWN : known;
  });
}

const UNKNOWN: readonly KnownLabel[] = [];
const NOTHING: readonly Found[] = [];

function createReader(form: Form): (text: string, keys: readonly string[]) => KnownLabel {
  const search = createSearch(form);
  const searchAlike = createFuzzySearch(form);
  const goesOn = createBeginnings(form);
  return (text, keys) => {
    const same = search(keys);
    const isBegun = mayBeCut(text, keys) || keys.some(goesOn);
    const alike: (readonly Found[])[] = [];
    const known: KnownLabel = {
      isNone: false,
      same,
      goesOn: isBegun,
      alike(isBroken) {
        const at = isBroken ? 1 : 0;
        const found =
          alike[at] ?? searchAlike(keys, isBroken ? costs.similar_round_figures : costs.similar_from);
        alike[at] = found;
        return found;
      },
    };
    return same.length > 0 || known.alike(false).length > 0 ? known : isBegun ? BEGINNING : NONE;
  };
}

/** Most texts are nothing to a form. */
const NONE: KnownLabel = { isNone: true, same: NOTHING, goesOn: false, alike: () => NOTHING };
const BEGINNING: KnownLabel = { ...NONE, goesOn: true };

function listFound(found: ReadonlyMap<FormNode, number> | undefined): readonly Found[] {
  return found ? [...found].map(([node, worth]) => ({ node, worth })) : NOTHING;
}

/** A long label is no coincidence, a short one may be. */
function worthOf(key: string): number {
  const { least, full_from: full } = costs.weight;
  return least + (1 - least) * Math.min(1, key.length / full);
}

function createSearch(form: Form): (keys: readonly string[]) => readonly Found[] {
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
    return listFound(found);
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
function createFuzzySearch(form: Form): (keys: readonly string[], least: number) => readonly Found[] {
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
      if (found.size > 0) return listFound(found);
    }
    return NOTHING;
  };
}

/** Finds, of some keys, those that share at least half of the pairs of characters. */
function createPairSearch(known: readonly string[]): (key: string) => string[] {
  const byPair = new Map<number, number[]>();
  for (const [i, key] of known.entries())
    for (const pair of new Set(pairs(key))) {
      const having = byPair.get(pair);
      if (having) having.push(i);
      else byPair.set(pair, [i]);
    }
  const shared = new Uint16Array(known.length);
  return (key) => {
    const own = pairs(key);
    const touched: number[] = [];
    for (const pair of own)
      for (const i of byPair.get(pair) ?? []) {
        const count = shared[i] ?? 0;
        if (count === 0) touched.push(i);
        shared[i] = count + 1;
      }
    const found: string[] = [];
    for (const i of touched) {
      const other = known[i] ?? '';
      if ((shared[i] ?? 0) * 2 >= Math.max(own.length, other.length - 1)) found.push(other);
      shared[i] = 0;
    }
    return found;
  };
}

/** Each two neighbouring characters as one number. */
function pairs(key: string): number[] {
  const found: number[] = [];
  for (let i = 1; i < key.length; i++) found.push(key.charCodeAt(i - 1) * 0x10000 + key.charCodeAt(i));
  return found;
}
