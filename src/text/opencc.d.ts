declare module 'opencc-js/t2cn' {
  /** opencc-js ships declarations that do not resolve under nodenext; this is the part used here. */
  export const Locale: {
    /** Groups of dictionaries, of words and of characters: entries `word replacement`, parted by bars. */
    readonly to: { readonly cn: readonly (readonly string[])[] };
  };
}
