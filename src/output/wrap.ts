const WIDTH = 96;
const control = /\p{Cc}+/gu;
const pieces = /[\u2e80-\u9fff\uf900-\uffef]|[^\s\u2e80-\u9fff\uf900-\uffef]+|\s+/g;

/**
 * A labelled paragraph for the terminal, at most 96 columns wide; Han characters take two columns. Control characters
 * of the page become spaces.
 */
export function wrap(label: string, text: string, indent = 2, labelWidth = 11): string[] {
  const left = indent + labelWidth;
  const lines: string[] = [];
  let line = `${' '.repeat(indent)}${label.padEnd(labelWidth)}`;
  let used = left;
  for (const [piece] of text.replace(control, ' ').matchAll(pieces)) {
    const width = widthOf(piece);
    if (used + width > WIDTH && used > left) {
      lines.push(line.trimEnd());
      line = ' '.repeat(left);
      used = left;
      if (piece.trim() === '') continue;
    }
    line += piece;
    used += width;
  }
  return [...lines, line.trimEnd()];
}

function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1), 0);
}
