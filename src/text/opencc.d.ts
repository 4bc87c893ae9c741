declare module 'opencc-js/t2cn' {
  /** opencc-js ships declarations that do not resolve under nodenext; this is the part used here. */
  export function Converter(options: { from: string; to: string }): (text: string) => string;
}
