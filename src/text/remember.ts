const MOST = 20_000;
const LONGEST = 200;

/** Keeps the results of a function of a text: labels recur from row to row and page to page. Emptied when it has grown. */
export function remember<T extends object | string>(read: (text: string) => T): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
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
