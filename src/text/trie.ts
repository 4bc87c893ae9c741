/** Words with what they stand for; finds the longest one at a place in time that does not grow with the number of words. */
export interface Trie<T> {
  readonly add: (word: string, meaning: T) => void;
  readonly find: (text: string, at: number) => { readonly end: number; readonly meaning: T } | undefined;
}

const CODES = 0x10000;

/** Nodes are numbers; one map holds all steps, by node and character. The first meaning of a word stands. */
export function createTrie<T>(): Trie<T> {
  const steps = new Map<number, number>();
  const meanings: (T | undefined)[] = [undefined];
  return {
    add(word, meaning) {
      let node = 0;
      for (let at = 0; at < word.length; at++) {
        const step = node * CODES + word.charCodeAt(at);
        let next = steps.get(step);
        if (next === undefined) {
          next = meanings.push(undefined) - 1;
          steps.set(step, next);
        }
        node = next;
      }
      meanings[node] ??= meaning;
    },
    find(text, at) {
      let found: { end: number; meaning: T } | undefined;
      let node: number | undefined = 0;
      for (let end = at; end < text.length; end++) {
        node = steps.get(node * CODES + text.charCodeAt(end));
        if (node === undefined) break;
        const meaning = meanings[node];
        if (meaning !== undefined) found = { end: end + 1, meaning };
      }
      return found;
    },
  };
}
