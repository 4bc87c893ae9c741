const MOST = 20_000;
const LONGEST = 200;

/** Keeps the results of a function of a text: labels recur from row to row and page to page. Emptied when it has grown. */
export function remember<T extends object>(read: (text: string) => T): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    const before = results.get(text);
    if (before) return before;
    const result = read(text);
    if (results.size >= MOST) results.clear();
    if (text.length <= LONGEST) results.set(text, result);
    return result;
  };
}
