import type { Translate } from '../talk/translate.js';

const WIDTH = 96;
const LEFT = 13;
const control = /\p{Cc}+/gu;
/** Han text may be broken anywhere but before a mark that closes and behind one that opens. */
const pieces =
  /[\u2018\u201c\u3008\u300a\u300c\u300e\u3010\uff08]*[\u2e80-\u9fff\uf900-\uffef][\u2019\u201d\u3001\u3002\u3009\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff1a\uff1b\uff1f]*|[^\s\u2e80-\u9fff\uf900-\uffef]+[\u2019\u201d\u3001\u3002\u3009\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff1a\uff1b\uff1f]*|\s+/g;

/** A text in lines at most so many columns wide, without spaces at their ends; Han characters take two columns. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const [piece] of text.matchAll(pieces)) {
    const own = widthOf(piece);
    if (used + own > width && used > 0) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
      if (piece.trim() === '') continue;
    }
    line += piece;
    used += own;
  }
  return [...lines, line.trimEnd()];
}

/**
 * A paragraph for the terminal, at most 96 columns wide, its label in the language that is read. Control characters of
 * the page become spaces.
 */
export function wrap(label: string, text: string, translate: Translate): string[] {
  const head = `  ${translate(label)}`;
  const lines = wrapText(text.replace(control, ' '), WIDTH - LEFT);
  return lines.map((line, i) => {
    const left = i === 0 ? head : '';
    return `${left}${' '.repeat(Math.max(0, LEFT - widthOf(left)))}${line}`.trimEnd();
  });
}

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1), 0);
}
