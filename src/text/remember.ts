const MOST = 20_000;
/** Results of longer texts are not kept. */
export const LONGEST_KEPT = 200;

/** Keeps the results of a function of a text: labels recur from row to row and page to page. Emptied when it has grown. */
export function remember<T extends object | string>(read: (text: string) => T): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST_KEPT) return read(text);
    const before = results.get(text);
    if (before !== undefined) return before;
    const own = detach(text);
    const result = read(own);
    if (results.size >= MOST) results.clear();
    results.set(own, result);
    return result;
  };
}

/** A part of a text keeps all of it in memory: a page must not stay there for its labels. */
function detach(text: string): string {
  return text.length < SHORTEST_PART ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}

/** Shorter parts are copied when they are cut. */
const SHORTEST_PART = 13;

const MOST_RECENT = 8;

/** Keeps the last few results, each with what it was made from: for lists that mostly recur. */
export function createRecent<T>(): (from: readonly unknown[], make: () => T) => T {
  const kept: { readonly from: readonly unknown[]; readonly result: T }[] = [];
  return (from, make) => {
    const before = kept.find((one) => isSame(one.from, from));
    if (before) return before.result;
    const result = make();
    kept.unshift({ from, result });
    if (kept.length > MOST_RECENT) kept.pop();
    return result;
  };
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}
