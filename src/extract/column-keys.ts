import costs from '../data/align.json' with { type: 'json' };
import type { BlockData } from '../model/template.js';
import { gapPattern, hasGap, labelKeys, likeness } from '../text/labels.js';
import { rememberWord, type Word, wordOf } from '../text/word.js';

/** A cell over columns as one block of a form knows it. */
interface HeadText {
  /** It stands in the corner, over the row labels. */
  readonly isHead: boolean;
  /** It is like a label of some column, or of a group of columns. */
  readonly isAnyLabel: boolean;
  /** How like each column's own label it is: 0 where it is another. */
  readonly likeness: readonly number[];
  /** The columns whose own labels it is like. */
  readonly columns: readonly number[];
  /** Labels of groups that it is. */
  readonly groups: readonly string[];
}

/** Compares printed heads with the columns of one block of a form. */
export interface ColumnKeys {
  readonly read: (word: Word) => HeadText;
  /** What it is worth to take a column with these words over it, outermost first, for each column of the block. */
  readonly gains: (words: readonly Word[]) => readonly number[];
}

const known = new WeakMap<BlockData, ColumnKeys>();

export function columnKeysOf(block: BlockData): ColumnKeys {
  const keys = known.get(block) ?? createColumnKeys(block);
  known.set(block, keys);
  return keys;
}

function createColumnKeys(block: BlockData): ColumnKeys {
  const heads = new Set(block.head.flatMap(labelKeys));
  const own = block.columns.map((column) =>
    column.labels.filter((label) => !hasGap(label)).flatMap(labelKeys),
  );
  const open = block.columns.map((column) => column.labels.filter(hasGap).map(gapPattern));
  const under = block.columns.map((column) => new Set((column.under ?? []).flatMap(labelKeys)));
  const groups = [...new Set(under.flatMap((keys) => [...keys]))];
  const read = rememberWord(({ text }): HeadText => {
    const printed = labelKeys(text);
    const likeness = own.map((keys, i) => {
      const isOpen = open[i]?.some((pattern) => printed.some((key) => pattern.test(key)));
      return isOpen ? 1 : bestLikeness(printed, keys);
    });
    const columns = likeness.flatMap((like, i) => (like > 0 ? [i] : []));
    return {
      isHead: printed.some((key) => heads.has(key)),
      isAnyLabel: columns.length > 0 || bestLikeness(printed, groups) > 0,
      likeness,
      columns,
      groups: printed.filter((key) => groups.includes(key)),
    };
  });
  const weigh = (texts: readonly string[]) => {
    const words = texts.map(wordOf);
    const readings = [...words, wordOf(texts.join(''))].map((word) => read(word).likeness);
    const above = [...new Set(words.flatMap((word) => read(word).groups))];
    return own.map((_, i) => {
      const like = Math.max(...readings.map((reading) => reading[i] ?? 0));
      if (like === 0) return 0;
      const fits = above.filter((key) => under[i]?.has(key)).length;
      return like + fits * costs.column.under + (fits < above.length ? costs.column.other_under : 0);
    });
  };
  const weighJoined = rememberWord(({ text }) => weigh(text === '' ? [] : text.split(BETWEEN)));
  return { read, gains: (words) => weighJoined(joinAll(words)) };
}

function joinAll(words: readonly Word[]): Word {
  const [only, ...others] = words;
  if (only && others.length === 0) return only;
  return wordOf(words.map(({ text }) => text).join(BETWEEN));
}

/** A mark that no text of a page has. */
const BETWEEN = '\n';

/** 1 for the same label, less for one that is alike; half of a label counts for what is lost with the other half. */
function bestLikeness(printed: readonly string[], labels: readonly string[]): number {
  let best = 0;
  for (const label of labels)
    for (const key of printed) {
      if (key === label) return 1;
      const like = likeness(key, label);
      best = Math.max(best, like >= costs.similar_from ? like : isHalf(key, label) ? costs.column.half : 0);
    }
  return best;
}

function isHalf(key: string, label: string): boolean {
  return (
    key.length > 1 && key.length * 2 >= label.length - 1 && (label.startsWith(key) || label.endsWith(key))
  );
}
