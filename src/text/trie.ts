/** Words with what they stand for; finds the longest one at a place in time that does not grow with the number of words. */
export interface Trie<T> {
  readonly add: (word: string, meaning: T) => void;
  readonly find: (text: string, at: number) => { readonly end: number; readonly meaning: T } | undefined;
  /** True where a text has one of the words anywhere. */
  readonly isIn: (text: string) => boolean;
}

const CODES = 0x10000;

/** Nodes are numbers; one map holds all steps but the first, by node and character. The first meaning of a word stands. */
export function createTrie<T>(): Trie<T> {
  const first = new Uint16Array(CODES);
  const steps = new Map<number, number>();
  const meanings: (T | undefined)[] = [undefined];
  const find: Trie<T>['find'] = (text, at) => {
    let node: number | undefined = first[text.charCodeAt(at)];
    let last = -1;
    let meaning: T | undefined;
    for (let end = at + 1; node; end++) {
      if (meanings[node] !== undefined) {
        meaning = meanings[node];
        last = end;
      }
      node = end < text.length ? steps.get(node * CODES + text.charCodeAt(end)) : undefined;
    }
    return meaning === undefined ? undefined : { end: last, meaning };
  };
  return {
    add(word, meaning) {
      let node = 0;
      for (let at = 0; at < word.length; at++) {
        const code = word.charCodeAt(at);
        let next = at === 0 ? first[code] : steps.get(node * CODES + code);
        if (!next) {
          next = meanings.push(undefined) - 1;
          if (at === 0) first[code] = next;
          else steps.set(node * CODES + code, next);
        }
        node = next;
      }
      meanings[node] ??= meaning;
    },
    find,
    isIn(text) {
      for (let at = 0; at < text.length; at++)
        if (first[text.charCodeAt(at)] !== 0 && find(text, at)) return true;
      return false;
    },
  };
}
