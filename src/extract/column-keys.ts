import costs from '../data/align.json' with { type: 'json' };
import type { BlockData } from '../model/template.js';
import { gapPattern, hasGap, labelKeys, likeness } from '../text/labels.js';
import { remember } from '../text/remember.js';

/** Compares printed heads with the columns of one block of a form. */
export interface ColumnKeys {
  /** The text stands in the corner, over the row labels. */
  readonly isHead: (text: string) => boolean;
  /** The text is like a label of some column, or of a group of columns. */
  readonly isAnyLabel: (text: string) => boolean;
  /** How like each column's own label the text is: 0 where it is another. */
  readonly likeness: (text: string) => readonly number[];
  /** What it is worth to take a column with these texts over it, outermost first, for each column of the block. */
  readonly gains: (texts: readonly string[]) => number[];
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
  const compare = remember((text) =>
    own.map((keys, i) => {
      const isOpen = open[i]?.some((pattern) => labelKeys(text).some((key) => pattern.test(key)));
      return isOpen ? 1 : bestLikeness(labelKeys(text), keys);
    }),
  );
  const group = (text: string) => bestLikeness(labelKeys(text), groups);
  return {
    isHead: (text) => labelKeys(text).some((key) => heads.has(key)),
    isAnyLabel: (text) => group(text) > 0 || compare(text).some((like) => like > 0),
    likeness: compare,
    gains(texts) {
      const readings = [...texts, texts.join('')].map(compare);
      const above = new Set(texts.flatMap(labelKeys).filter((key) => groups.includes(key)));
      return own.map((_, i) => {
        const like = Math.max(...readings.map((reading) => reading[i] ?? 0));
        if (like === 0) return 0;
        const fits = [...above].filter((key) => under[i]?.has(key)).length;
        return like + fits * costs.column.under + (fits < above.size ? costs.column.other_under : 0);
      });
    },
  };
}

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
