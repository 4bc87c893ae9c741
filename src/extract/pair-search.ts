/** Finds, of some keys, those that share at least half of the pairs of characters. */
export function createPairSearch(known: readonly string[]): (key: string) => string[] {
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
