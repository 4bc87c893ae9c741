/** Chance with a seed: the same seed gives the same page on every machine. */
export interface Random {
  /** A whole number from `least` to `most`, both possible. */
  readonly int: (least: number, most: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly shuffle: <T>(items: readonly T[]) => T[];
  /** So many different items, in their order. */
  readonly sample: <T>(items: readonly T[], count: number) => T[];
}

export function createRandom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    int,
    chance: (share) => next() < share,
    pick(items) {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    shuffle: (items) =>
      items
        .map((item) => ({ item, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
    sample(items, count) {
      const order = items.map((item, at) => ({ item, at, key: next() }));
      const chosen = order.sort((a, b) => a.key - b.key).slice(0, count);
      return chosen.sort((a, b) => a.at - b.at).map(({ item }) => item);
    },
  };
}
